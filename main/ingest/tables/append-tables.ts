import type { Problem } from '../../../analyses/model/data-set'
import { refuse } from '../../../analyses/model/fault'
import type { JobContext } from '../../../analyses/model/job'
import { columnNames, firstFree } from '../../../analyses/model/naming'
import { isAbsent } from '../arrow/text-at'
import type { TextBatch, TextColumn } from '../arrow/text-columns'
import { textColumn } from '../arrow/text-columns'
import { problem } from '../problem'
import type { SourceColumn, SourceTable, TableCounts, TableSink } from './source-table'

/** Which file (sheet, layer) a row is from. */
const ORIGIN_COLUMN = 'source_file'

/** One of the tables, and where each column of the whole stands in it; -1: it has none. */
interface Part {
  readonly table: SourceTable
  readonly places: readonly number[]
}

/**
 * Tables of the same columns as one, in their order: monthly files, sheets by year. Columns are matched by name;
 * what one table lacks is empty there and told, what it has in addition becomes a column. Refuses with
 * `import.append-unlike` when a table shares no column with the first or loads long.
 */
export function appendTables(tables: readonly SourceTable[], path: string): SourceTable {
  const [first] = tables
  if (first === undefined) throw new Error('nothing to append')
  const names = tables.map(namesOf)
  const columns = new Map<string, SourceColumn>()
  tables.forEach((table, t) => {
    table.columns.forEach((column, i) => {
      const name = names[t]?.[i] ?? ''
      if (!columns.has(name)) columns.set(name, { ...column, name })
    })
  })
  const all = [...columns.keys()]
  const parts = tables.map((table, t) => ({
    table,
    places: all.map((name) => (names[t] ?? []).indexOf(name)),
  }))
  for (const { table, places } of parts) {
    const shared = places.slice(0, first.columns.length).some((place) => place >= 0)
    if (table.view !== undefined || table.long || !shared) {
      refuse('import.append-unlike', { table: table.title, first: first.title }, path)
    }
  }
  const origin: SourceColumn = {
    label: ORIGIN_COLUMN,
    name: firstFree(ORIGIN_COLUMN, new Set(all)),
    declared: { type: 'text', role: 'category' },
  }
  return {
    ...first,
    title: `${first.title} … ${tables.at(-1)?.title ?? ''}`,
    columns: [...columns.values(), origin],
    header: tables.reduce((sum, { header }) => sum + header, 0),
    records: tables.every(({ records }) => records !== null)
      ? tables.reduce((sum, { records }) => sum + (records ?? 0), 0)
      : null,
    costly: tables.some(({ costly }) => costly),
    problems: [...tables.flatMap(({ problems }) => problems), ...unlikeProblems(parts, all)],
    byteUse: null,
    async sample(limit) {
      const rows: (string | null)[][] = []
      for (const { table, places } of parts) {
        if (rows.length >= limit) break
        const some = await table.sample(limit - rows.length)
        rows.push(...some.map((row) => [...places.map((place) => row[place] ?? null), table.title]))
      }
      return rows
    },
    read: (sink, job, progress) => readParts(parts, sink, job, progress),
  }
}

const namesOf = ({ columns }: SourceTable): readonly string[] =>
  columnNames(columns.map(({ name, label }) => name ?? label))

function unlikeProblems(parts: readonly Part[], names: readonly string[]): readonly Problem[] {
  return names.flatMap((name, i) => {
    const without = parts.filter(({ places }) => places[i] === -1).map(({ table }) => table.title)
    const some = without.slice(0, 5).join(', ')
    return without.length === 0 ? [] : [problem('append.column-missing', without.length, null, name, some)]
  })
}

async function readParts(
  parts: readonly Part[],
  sink: TableSink,
  job: JobContext,
  progress: (share: number) => void,
): Promise<TableCounts> {
  const counts: TableCounts[] = []
  for (const [i, part] of parts.entries()) {
    const share = (done: number) => progress((i + done) / parts.length)
    counts.push(await readPart(part, sink, job, share))
  }
  const [first] = counts
  if (first === undefined) throw new Error('nothing was read')
  const sum = (count: (each: TableCounts) => number) => counts.reduce((total, each) => total + count(each), 0)
  return {
    read: sum(({ read }) => read),
    preamble: sum(({ preamble }) => preamble),
    footer: sum(({ footer }) => footer),
    footerFrom: null,
    problems: counts.flatMap(({ problems }) => problems),
    dialect: first.dialect,
  }
}

/**
 * Where notes under a table begin is only known at its end, and rows of the next table must not be counted among them:
 * so each table is read once for its end and once for its rows.
 */
async function readPart(
  part: Part,
  sink: TableSink,
  job: JobContext,
  progress: (share: number) => void,
): Promise<TableCounts> {
  const nowhere: TableSink = { rows: async () => {}, rejects: async () => {} }
  const { footerFrom } = await part.table.read(nowhere, job, (share) => progress(share / 2))
  const from = footerFrom ?? Number.POSITIVE_INFINITY
  let dropped = 0
  const counts = await part.table.read(
    {
      rows: async (batch) => {
        const kept = batch.lines.findIndex((line) => Number(line) >= from)
        const rows = kept < 0 ? batch.rows : kept
        dropped += batch.rows - rows
        if (rows > 0) await sink.rows(placed(batch, rows, part))
      },
      rejects: async (rejects) => {
        const kept = rejects.filter(({ line }) => line < from)
        dropped += rejects.length - kept.length
        if (kept.length > 0) await sink.rejects(kept)
      },
    },
    job,
    (share) => progress(0.5 + share / 2),
  )
  return { ...counts, footer: counts.footer + dropped }
}

/** The first `rows` rows of a batch, with their columns at the places of the whole. */
function placed({ columns, lines }: TextBatch, rows: number, { table, places }: Part): TextBatch {
  const absent = textColumn(Array.from({ length: rows }, () => null))
  const origin = textColumn(Array.from({ length: rows }, () => table.title))
  const cut = (column: TextColumn | undefined) => (column === undefined ? absent : headOf(column, rows))
  return {
    rows,
    lines: lines.slice(0, rows),
    columns: [...places.map((place) => cut(columns[place])), origin],
  }
}

function headOf({ offsets, data, nulls }: TextColumn, rows: number): TextColumn {
  const head = offsets.slice(0, rows + 1)
  const column = { offsets: head, data: data.subarray(0, head[rows] ?? 0) }
  if (nulls === undefined) return column
  let count = 0
  for (let i = 0; i < rows; i++) if (isAbsent({ nulls }, i)) count++
  return { ...column, nulls: { bitmap: nulls.bitmap.slice(0, Math.ceil(rows / 8)), count } }
}
