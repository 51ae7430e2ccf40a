import type { Column, DataSetReceipt, ImportOptions, ImportReceipt } from '../../analyses/model/data-set'
import { type Database, quoteName, quoteTable, type TableName } from '../../analyses/model/database'
import { refuse } from '../../analyses/model/fault'
import type { JobContext } from '../../analyses/model/job'
import { toIpc } from './arrow/text-columns'
import { footerLinesFrom, footerStart } from './csv/footer'
import { type BodyCounts, readBody } from './csv/read-body'
import { RejectStore } from './csv/reject-store'
import { LINE_COLUMN, typeEurostat } from './eurostat-tsv/type-columns'
import { type Prepared, prepare } from './prepare'
import { problemsFound } from './problems-found'
import { type ImportStep, makeProgress } from './progress'
import { openSource } from './source/byte-source'
import { countTexts } from './types/profile-sample'
import { profileTable, type TypedColumn } from './types/profile-table'
import { sqlTypes, valueSql } from './types/readings'

const MAX_REJECTED_SHARE = 0.1
/** Past this many rejects a hopeless file is given up before it is read to its end. */
const HOPELESS_REJECTS = 50_000

type Progress = (step: ImportStep, share: number | null) => void

/**
 * Loads a file as a data set: `raw."name"` (texts as read and `_line`), `rejects."name"` when there are rejects,
 * and the typed view `main."name"`. The caller has opened the transaction and rolls it back when this rejects.
 * Faults: `import.*`, `engine.*`.
 */
export async function loadFile(
  database: Database,
  path: string,
  options: ImportOptions,
  job: JobContext,
): Promise<ImportReceipt> {
  const source = await openSource(path)
  try {
    const progress = makeProgress(job)
    const prepared = await prepare(source, options, job, (share) => progress('import.step.survey', share))
    await refuseTakenName(database, prepared)
    const receipt = await loadPrepared(database, prepared, options, job, progress)
    await source.assertUnchanged()
    progress('import.step.finish', 1)
    return receipt
  } finally {
    await source.close()
  }
}

async function refuseTakenName(database: Database, { name, source }: Prepared): Promise<void> {
  const found = await database.rows(
    `select 1 as taken from information_schema.tables
     where table_schema in ('main', 'raw', 'rejects') and lower(table_name) = lower($name) limit 1`,
    { name },
  )
  if (found.length > 0) refuse('import.name-taken', { name }, source.path)
}

async function loadPrepared(
  database: Database,
  prepared: Prepared,
  options: ImportOptions,
  job: JobContext,
  progress: Progress,
): Promise<ImportReceipt> {
  const { source, survey, layout, name } = prepared
  const raw: TableName = { schema: 'raw', name }
  const rejects = new RejectStore(database, { schema: 'rejects', name })
  await createRaw(database, raw, prepared.names)
  const counts = await fillRaw(database, raw, rejects, prepared, options, job, progress)
  const from = footerStart(layout, counts, rejects.tail)
  const rejected = await rejects.finish(from)
  const comments = counts.comments.filter((line) => from === null || line < from).length
  const dropped = await dropFooter(database, raw, from)
  const footer = dropped + counts.rejected - rejected + counts.comments.length - comments
  refuseManyRejects(prepared, rejects, counts.read, rejected, options)

  const { records, rows } = await countLoaded(database, raw, prepared)
  const read = layout.preambleRecords + counts.read
  const parts = { loaded: records, rejected, preamble: layout.preambleRecords + comments, footer }
  assertBalance(read, parts)

  const typed = await typeColumns(database, raw, prepared, rows, options, job, progress)
  progress('import.step.finish', 0)
  await createView(database, name, raw, typed.view)
  const dataSet: DataSetReceipt = {
    name,
    rows: { read, ...parts },
    header: layout.dialect.headerLines,
    ...(prepared.eurostat === null ? {} : { observations: rows }),
    columns: [...typed.columns],
    rejects: rejected > 0 ? name : null,
    problems: [...problemsFound(prepared, counts, rejected, rejects.first?.line ?? null), ...typed.problems],
  }
  const { sha256, encoding } = survey
  const dialect = {
    ...layout.dialect,
    footerLines: layout.footerLines ?? footerLinesFrom(from, counts.lastLine),
  }
  return {
    format: 'workbench-receipt/1',
    source: { file: source.file, sha256, bytes: source.bytes, encoding, dialect },
    dataSets: [dataSet],
  }
}

async function createRaw(database: Database, raw: TableName, names: readonly string[]): Promise<void> {
  const columns = names.map((column) => `${quoteName(column)} varchar`)
  await database.execute('create schema if not exists raw')
  await database.execute(`create table ${quoteTable(raw)} (${columns.join(', ')}, ${LINE_COLUMN} bigint)`)
}

function fillRaw(
  database: Database,
  raw: TableName,
  rejects: RejectStore,
  prepared: Prepared,
  options: ImportOptions,
  job: JobContext,
  progress: Progress,
): Promise<BodyCounts> {
  const { source, survey, layout, maker } = prepared
  let rejected = 0
  const sink = {
    rows: (batch: Parameters<typeof toIpc>[0]) =>
      database.insertArrow(raw, toIpc(batch, maker.names, LINE_COLUMN), { signal: job.signal }),
    rejects: async (some: Parameters<RejectStore['add']>[0]) => {
      await rejects.add(some)
      rejected += some.length
      if (rejected > HOPELESS_REJECTS) {
        const loaded = await database.rows(`select count(*) as n from ${quoteTable(raw)}`)
        refuseManyRejects(prepared, rejects, Number(loaded[0]?.['n'] ?? 0) + rejected, rejected, options)
      }
    },
  }
  const share = (read: number) => progress('import.step.read', read / source.bytes)
  return readBody(source, survey, layout, maker, sink, job, share)
}

function refuseManyRejects(
  { source }: Prepared,
  rejects: RejectStore,
  read: number,
  rejected: number,
  options: ImportOptions,
): void {
  const { first } = rejects
  if (first === null || rejected <= read * (options.maxRejectedShare ?? MAX_REJECTED_SHARE)) return
  const values = {
    file: source.file,
    rejected,
    read,
    line: first.line,
    reason: first.reason.replaceAll('-', '_'),
  }
  refuse('import.too-many-rejects', values, source.path)
}

/** The footer leaves the raw table. Returns how many source records that were. */
async function dropFooter(database: Database, raw: TableName, from: number | null): Promise<number> {
  if (from === null) return 0
  const where = `from ${quoteTable(raw)} where ${LINE_COLUMN} >= $from`
  const [row] = await database.rows(`select count(distinct ${LINE_COLUMN}) as n ${where}`, { from })
  const dropped = Number(row?.['n'] ?? 0)
  if (dropped > 0) await database.execute(`delete ${where}`, { from })
  return dropped
}

/** The database's own count: of source records, and of rows where a record became several. */
async function countLoaded(database: Database, raw: TableName, { eurostat }: Prepared) {
  const records = eurostat === null ? 'count(*)' : `count(distinct ${LINE_COLUMN})`
  const [row] = await database.rows(`select ${records} as records, count(*) as total from ${quoteTable(raw)}`)
  return { records: Number(row?.['records'] ?? 0), rows: Number(row?.['total'] ?? 0) }
}

/** A difference is a bug of ours, and losing rows in silence is the worst one: nothing is saved then. */
function assertBalance(
  read: number,
  parts: Readonly<Record<'loaded' | 'rejected' | 'preamble' | 'footer', number>>,
): void {
  const sum = parts.loaded + parts.rejected + parts.preamble + parts.footer
  if (sum !== read) throw new Error(`import accounting: read ${read}, but ${JSON.stringify(parts)}`)
}

interface Typed {
  readonly columns: readonly Column[]
  readonly view: readonly (readonly [name: string, sql: string])[]
  readonly problems: DataSetReceipt['problems']
}

async function typeColumns(
  database: Database,
  raw: TableName,
  prepared: Prepared,
  rows: number,
  options: ImportOptions,
  job: JobContext,
  progress: Progress,
): Promise<Typed> {
  const share = (done: number) => progress('import.step.types', done)
  share(0)
  const { signal } = job
  if (prepared.eurostat !== null) return typeEurostat(database, raw, prepared.eurostat, { signal })
  const { names, labels, layout, byteUse } = prepared
  const columns = names.map((name, i) => ({
    name,
    label: labels[i] ?? '',
    wanted: options.columns?.[name] ?? {},
    sample: countTexts(layout.sample.map(({ cells }) => cells[i] ?? '')),
    byteUse: byteUse?.[i] ?? null,
  }))
  const typed = await profileTable(database, raw, columns, rows, options.decimal ?? null, { signal }, share)
  return {
    columns: typed.map(({ column }) => column),
    view: typed.map((each) => [each.column.name, columnSql(each)] as const),
    problems: typed.flatMap(({ problems }) => problems),
  }
}

function columnSql({ column, choice, strict, blanks }: TypedColumn): string {
  const c = quoteName(column.name)
  if (column.type === 'code') return `nullif(trim(${c}), '')`
  if (choice.reading === null) {
    const text = `nullif(${c}, '')`
    return column.type === 'text' ? text : `try_cast(${text} as ${sqlTypes[column.type]})`
  }
  const value = valueSql(choice.reading, c, strict, blanks)
  return choice.reading.type === column.type ? value : `cast(${value} as ${sqlTypes[column.type]})`
}

async function createView(
  database: Database,
  name: string,
  raw: TableName,
  columns: Typed['view'],
): Promise<void> {
  const list = columns.map(([column, sql]) => `${sql} as ${quoteName(column)}`)
  await database.execute(
    `create view ${quoteTable({ schema: 'main', name })} as select ${list.join(',\n')} from ${quoteTable(raw)}`,
  )
}
