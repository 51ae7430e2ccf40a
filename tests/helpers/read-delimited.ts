import { delimitedFormat } from '../../main/ingest/csv/format'
import type { Format } from '../../main/ingest/formats/format'
import { openPlace } from '../../main/ingest/formats/place'
import type { SourceTable } from '../../main/ingest/tables/source-table'
import { type Collected, collectTable } from './collect-table'
import { quietJob } from './import-files'

/** A table read without a database: its header, its rows without the footer, and how every record was counted. */
export interface ReadTable {
  readonly table: SourceTable
  readonly header: readonly string[]
  readonly rows: readonly (readonly (string | null)[])[]
  readonly lines: readonly number[]
  readonly rejects: Collected['rejects']
  readonly counts: Collected['counts']
  readonly rowCounts: { read: number; loaded: number; rejected: number; preamble: number; footer: number }
}

/** All tables of a file. Fails when the counts of one do not add up. */
export async function readTables(
  path: string,
  options: Parameters<Format['open']>[1] = {},
  format: Format = delimitedFormat,
): Promise<readonly ReadTable[]> {
  const place = await openPlace(path)
  try {
    const contents = await format.open(place, options, quietJob, () => {})
    const read: ReadTable[] = []
    for (const table of contents.tables) read.push(withoutFooter(table, await collectTable(table)))
    await contents.close?.()
    return read
  } finally {
    await place.close()
  }
}

function withoutFooter(table: SourceTable, { rows, lines, rejects, counts }: Collected): ReadTable {
  const end = counts.footerFrom ?? Number.POSITIVE_INFINITY
  const kept = rows.filter((_, i) => (lines[i] ?? 0) < end)
  const refused = rejects.filter(({ line }) => line < end)
  const { read, preamble } = counts
  const footer = counts.footer + rows.length - kept.length + rejects.length - refused.length
  const records = table.long ? new Set(lines.filter((line) => line < end)).size : kept.length
  const rowCounts = { read, loaded: records, rejected: refused.length, preamble, footer }
  if (records + refused.length + preamble + footer !== read) {
    throw new Error(`counts do not add up: ${JSON.stringify(rowCounts)}`)
  }
  const header = table.columns.map(({ label }) => label)
  return {
    table,
    header,
    rows: kept,
    lines: lines.filter((line) => line < end),
    rejects: refused,
    counts,
    rowCounts,
  }
}
