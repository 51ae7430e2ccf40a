import type { ImportOptions } from '../../analyses/model/data-set'
import { FaultError } from '../../analyses/model/fault'
import { formats } from '../../main/ingest/formats'
import { openPlace } from '../../main/ingest/formats/place'
import type { SourceTable } from '../../main/ingest/tables/source-table'
import { type Collected, collectTable } from './collect-table'
import { quietJob } from './import-files'

export interface ReadTable extends Collected {
  readonly id: string
  readonly byDefault: boolean
  readonly names: readonly string[]
  readonly table: SourceTable
  /** Rows as objects by label. */
  readonly records: readonly Readonly<Record<string, string | null>>[]
}

/** Every table of a file, read without a database, by whichever format recognises it. */
export async function readTables(path: string, options: ImportOptions = {}): Promise<readonly ReadTable[]> {
  const place = await openPlace(path)
  try {
    for (const format of formats) {
      if (options.format !== undefined && options.format !== format.id) continue
      if (!(await format.recognise(place, options))) continue
      const { tables } = await format.open(place, options, quietJob, () => {})
      const read: ReadTable[] = []
      for (const table of tables) read.push(await readOne(table))
      return read
    }
    throw new Error('no format recognises the file')
  } finally {
    await place.close()
  }
}

async function readOne(table: SourceTable): Promise<ReadTable> {
  const got = await collectTable(table)
  const names = table.columns.map(({ name, label }) => name ?? label)
  const records = got.rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? null])))
  const { preamble, footer, read } = got.counts
  const loaded = table.long ? new Set(got.lines).size : got.rows.length
  if (read !== loaded + got.rejects.length + preamble + footer) {
    throw new Error(`accounting: read ${read}, loaded ${loaded}, rejected ${got.rejects.length}`)
  }
  return { ...got, id: table.id, byDefault: table.byDefault, names, table, records }
}

/** `import.json-invalid 3:14`: the fault a file ends with. */
export async function faultIn(path: string, options: ImportOptions = {}): Promise<string> {
  try {
    await readTables(path, options)
    return 'none'
  } catch (error) {
    if (!(error instanceof FaultError)) throw error
    const { code, values } = error.fault
    return `${code} ${values['line'] ?? ''}:${values['column'] ?? ''} ${values['flaw'] ?? ''}`.trim()
  }
}
