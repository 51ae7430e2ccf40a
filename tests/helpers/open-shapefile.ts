import { expect } from 'vitest'
import type { ImportOptions } from '../../analyses/model/data-set'
import { openPlace } from '../../main/ingest/formats/place'
import { shapefileFormat } from '../../main/ingest/shapefile/format'
import { collectTable } from './collect-table'
import { quietJob } from './import-files'
import type { Field } from './make-shapefile'

/** The attributes most made layers have. */
export const twoFields: readonly Field[] = [
  ['KOD', 'N', 6],
  ['NAZEV', 'C', 12],
]

/** Everything a shapefile or its table alone gives when it is opened. */
export async function openShapefile(path: string, options: ImportOptions = {}) {
  const place = await openPlace(path)
  try {
    expect(await shapefileFormat.recognise(place, options)).toBe(true)
    const contents = await shapefileFormat.open(place, options, quietJob, () => {})
    const [table] = contents.tables
    if (table === undefined) throw new Error('no table')
    const read = await collectTable(table)
    const found = [...table.problems, ...read.counts.problems]
    return {
      ...read,
      contents,
      table,
      labels: table.columns.map(({ label }) => label),
      problems: found.map(({ code, count, example_line }) => [code, count, example_line]),
      subjects: found.map(({ subject }) => subject),
      sample: await table.sample(2),
    }
  } finally {
    await place.close()
  }
}
