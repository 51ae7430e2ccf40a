import { isUtf8 } from 'node:buffer'
import { FaultError } from '../../analyses/model/fault'
import { faultText } from '../../analyses/model/fault-text'
import { locales } from '../../analyses/model/locale'
import { inspectFile } from '../../main/ingest'
import type { TextColumn } from '../../main/ingest/arrow/text-columns'
import { openShelf } from '../../main/ingest/shelf'
import type { SourceTable } from '../../main/ingest/tables/source-table'
import { quietJob } from '../helpers/import-files'

/** What is wrong with how a file was read; a bug of ours. */
export class Flaw extends Error {}

const wrong = (what: string): never => {
  throw new Flaw(what)
}
/** More tables than this are not read one by one: an archive of the same file a thousand times. */
const MOST_TABLES = 60
const SAMPLE = 6

/** `loaded` with the number of records read, or the code of the fault that the file ends with. */
export async function checkFile(path: string): Promise<string> {
  try {
    const read = await readAll(path)
    const { rows } = await inspectFile(path, {}, quietJob)
    const sum = rows.loaded + rows.rejected + rows.preamble + rows.footer
    if (sum !== rows.read) wrong(`inspect: read ${rows.read}, but ${JSON.stringify(rows)}`)
    return `loaded ${read}`
  } catch (error) {
    if (!(error instanceof FaultError)) throw error
    const { fault } = error
    if (!fault.code.startsWith('import.')) wrong(`a fault of another area: ${fault.code}`)
    for (const locale of locales) faultText(fault, locale)
    return fault.code
  }
}

async function readAll(path: string): Promise<number> {
  const shelf = await openShelf(path, {}, quietJob, () => {})
  try {
    const names = new Set(shelf.tables.map(({ name }) => name.toLowerCase()))
    if (names.size !== shelf.tables.length) wrong('two tables of one name')
    const ids = new Set(shelf.tables.map(({ table }) => table.id))
    if (ids.size !== shelf.tables.length) wrong('two tables of one id')
    let read = 0
    for (const { table } of shelf.tables.slice(0, MOST_TABLES)) read += await checkTable(table)
    return read
  } finally {
    await shelf.close()
  }
}

/** Each record exactly once: by the reader's counts, by what was handed over, and by the lines of both. */
async function checkTable(table: SourceTable): Promise<number> {
  const lines: number[] = []
  const rejected: number[] = []
  const first: (string | null)[][] = []
  const counts = await table.read(
    {
      async rows(batch) {
        if (batch.columns.length !== table.columns.length)
          wrong('a batch of other columns than the table has')
        if (batch.lines.length !== batch.rows) wrong('a batch with fewer lines than rows')
        for (const column of batch.columns) checkColumn(column, batch.rows)
        for (const line of batch.lines) lines.push(Number(line))
        for (let i = 0; first.length < SAMPLE && i < batch.rows; i++) {
          first.push(batch.columns.map((column) => cellOf(column, i)))
        }
      },
      async rejects(some) {
        for (const { line } of some) rejected.push(line)
      },
    },
    quietJob,
    (share) => {
      if (!(share >= 0 && share <= 1.000001)) wrong(`progress of ${share}`)
    },
  )
  checkBalance(table, counts, lines, rejected)
  const altered = counts.problems.some(
    ({ code }) => code.startsWith('records.') || code.startsWith('header.'),
  )
  await checkSample(table, rejected.length > 0 || altered ? [] : first)
  return counts.read
}

function checkBalance(
  table: SourceTable,
  { read, preamble, footer, footerFrom }: Awaited<ReturnType<SourceTable['read']>>,
  lines: readonly number[],
  rejected: readonly number[],
): void {
  const from = footerFrom ?? Number.POSITIVE_INFINITY
  const records = table.long ? [...new Set(lines)] : lines
  const loaded = records.filter((line) => line < from).length
  const refused = rejected.filter((line) => line < from).length
  const below = records.length - loaded + rejected.length - refused
  const sum = loaded + refused + preamble + footer + below
  if (sum !== read) {
    wrong(
      `${table.dialect.format}: read ${read}, but ${JSON.stringify({ loaded, refused, preamble, footer, below })}`,
    )
  }
  const bad = [...lines, ...rejected].find((line) => !Number.isSafeInteger(line) || line < 1)
  if (bad !== undefined) wrong(`${table.dialect.format}: a record at line ${bad}`)
  // Several JSON values may stand in one line.
  if (table.dialect.format === 'json-lines') return
  const refusedLines = new Set(rejected)
  if (lines.some((line) => refusedLines.has(line)))
    wrong(`${table.dialect.format}: a record loaded and rejected`)
  if (!table.long && new Set(lines).size !== lines.length)
    wrong(`${table.dialect.format}: two records at one line`)
}

/** The preview shows what is loaded, where nothing is mended or rejected, and always one text for each column. */
async function checkSample(
  table: SourceTable,
  first: readonly (readonly (string | null)[])[],
): Promise<void> {
  const width = (table.view ?? table.columns).length
  const sample = await table.sample(SAMPLE)
  if (sample.length > SAMPLE) wrong('a sample longer than asked for')
  if (sample.some((row) => row.length !== width)) wrong(`${table.dialect.format}: a sample of other columns`)
  // The view of annotated CSV fills empty cells with what the annotations say of them.
  if (table.view !== undefined || table.dialect.format === 'influx-csv') return
  const same = (a: string | null, b: string | null | undefined) => (a ?? '') === (b ?? '')
  const differs = sample.findIndex((row, i) =>
    row.some((cell, j) => first[i] !== undefined && !same(cell, first[i]?.[j])),
  )
  if (differs >= 0) wrong(`${table.dialect.format}: row ${differs + 1} of the sample is not what is loaded`)
}

function checkColumn({ offsets, data }: TextColumn, rows: number): void {
  if (offsets.length < rows + 1) wrong('a column with fewer texts than rows')
  for (let i = 0; i < rows; i++) if ((offsets[i] ?? 0) > (offsets[i + 1] ?? 0)) wrong('texts that overlap')
  const used = data.subarray(offsets[0] ?? 0, offsets[rows] ?? 0)
  if (!isUtf8(used)) wrong('texts that are no UTF-8')
}

function cellOf({ offsets, data, nulls }: TextColumn, row: number): string | null {
  if (nulls !== undefined && ((nulls.bitmap[row >> 3] ?? 0) & (1 << (row & 7))) === 0) return null
  return Buffer.from(data.subarray(offsets[row], offsets[row + 1])).toString('utf8')
}
