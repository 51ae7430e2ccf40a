import type { Problem } from '../../../analyses/model/data-set'
import {
  type Database,
  quoteName,
  quoteTable,
  type TableName,
  type WorkOptions,
} from '../../../analyses/model/database'
import type { ProblemCode } from '../../../analyses/model/problems'
import type { Row } from '../../../analyses/model/table'
import { isMissingToken } from '../csv/cell-kinds'
import type { ByteUse } from '../csv/delimited-rows'
import {
  allowedReadings,
  asText,
  type Choice,
  chooseReading,
  type Fit,
  ODD_TEXTS,
  plausibleReadings,
  type TextCount,
} from './choose-reading'
import { type ColumnFacts, type DecidedColumn, decideColumn, type Wanted } from './decide-column'
import { orderOf } from './profile-sample'
import { bareSql, type DateOrder, type Reading, strictSql } from './readings'

/** A column of the raw table about to get its type. */
export interface RawColumn {
  readonly name: string
  readonly label: string
  readonly wanted: Wanted
  /** Texts of the first rows: which readings are worth a look. */
  readonly sample: readonly TextCount[]
  readonly byteUse: ByteUse | null
}

export interface TypedColumn extends DecidedColumn {
  /** Some cells do not fit: the view must check each against the pattern. */
  readonly strict: boolean
  /** Cells may have blanks about them. */
  readonly blanks: boolean
  readonly problems: readonly Problem[]
}

/** Columns per query: 200 at once (more than a thousand expressions) do not fit into the memory of the engine. */
const COLUMNS_AT_ONCE = 40
/** Fewer than 40 columns of the first query have. */
const EXPRESSIONS_AT_ONCE = 200
const ROLE_TEXTS = 200
/** Beyond this many rows distinct values are estimated (HyperLogLog): exact counting would hold all of them at once. */
const EXACT_DISTINCT_ROWS = 3_000_000

interface Measured {
  readonly raw: RawColumn
  readonly facts: ColumnFacts
  readonly fits: readonly Fit[]
}

/** Decides every column on all rows of the raw table. `progress` hears the share done, 0 to 1. */
export async function profileTable(
  database: Database,
  table: TableName,
  columns: readonly RawColumn[],
  rows: number,
  decimal: '.' | ',' | null,
  work: WorkOptions,
  progress: (share: number) => void,
): Promise<readonly TypedColumn[]> {
  const measured: Measured[] = []
  for (let at = 0; at < columns.length; at += COLUMNS_AT_ONCE) {
    const some = columns.slice(at, at + COLUMNS_AT_ONCE)
    measured.push(...(await measure(database, table, some, rows, decimal, work)))
    progress(Math.min(1, (at + some.length) / columns.length))
  }
  const choose = (order: DateOrder | null): readonly Choice[] =>
    measured.map(({ raw, fits }) => chooseReading(fits, raw.wanted.type ?? null, order))
  const first = choose(null)
  const order = orderOf(first)
  const choices = order === null ? first : choose(order)
  const ask = (expressions: readonly string[]) => values(database, table, expressions, work)
  const finished = measured.map((each, i) => finish(each, choices[i]))
  return withLines(await withThousands(finished, ask), ask)
}

/** Whether the bytes of the column allow nothing that the cast would read and the pattern would not. */
function isSafe(reading: Reading, byteUse: ByteUse | null): boolean {
  if (reading.safeBytes === null || byteUse === null) return false
  const used = Array.from(byteUse.keys()).filter((byte) => byteUse[byte] === 1)
  return reading.safeBytes.test(String.fromCharCode(...used))
}

const isReadSql = (reading: Reading, c: string, byteUse: ByteUse | null): string =>
  isSafe(reading, byteUse)
    ? `(${reading.sql(c, hasBlanks(byteUse))}) is not null`
    : strictSql(reading, c, hasBlanks(byteUse))

async function measure(
  database: Database,
  table: TableName,
  columns: readonly RawColumn[],
  rows: number,
  decimal: '.' | ',' | null,
  work: WorkOptions,
): Promise<readonly Measured[]> {
  const tried = columns.map((column) => firstTried(column, decimal))
  const parts = columns.flatMap((column, i) => factsSql(column, i, tried[i] ?? [], rows))
  const [row] = await database.rows(`select ${parts.join(', ')} from ${quoteTable(table)}`, {}, work)
  const counts = row ?? {}
  const measured: Measured[] = []
  for (const [i, column] of columns.entries()) {
    const filled = numberAt(counts, `f${i}`)
    const fits = (tried[i] ?? []).map((reading, r) => ({
      reading,
      filled,
      read: numberAt(counts, `r${i}_${r}`),
      odd: [],
    }))
    const done = fits.some(({ read }) => read === filled) || filled === 0 || fits.length === 0
    measured.push({
      raw: column,
      facts: {
        name: column.name,
        label: column.label,
        filled,
        empty: rows - filled,
        distinct: numberAt(counts, `d${i}`),
        shortest: numberAt(counts, `s${i}`),
        longest: numberAt(counts, `l${i}`),
        leadingZeros: numberAt(counts, `z${i}`),
        texts: column.sample.slice(0, ROLE_TEXTS).map(({ text }) => text),
      },
      fits: done ? fits : await measureClosely(database, table, column, filled, decimal, work),
    })
  }
  return measured
}

/** One pass per column: filled and distinct cells, how many the tried readings read, and for digits what codes show. */
function factsSql(column: RawColumn, i: number, tried: readonly Reading[], rows: number): readonly string[] {
  const c = quoteName(column.name)
  const bare = bareSql(c, hasBlanks(column.byteUse))
  const value = `nullif(${c}, '')`
  const distinct = rows > EXACT_DISTINCT_ROWS ? `approx_count_distinct(${value})` : `count(distinct ${value})`
  const digits = tried.some(({ id }) => id === 'integer') || column.wanted.type === 'code'
  return [
    `count(*) filter (where ${bare} <> '') as f${i}`,
    `${distinct} as d${i}`,
    ...(digits
      ? [
          `coalesce(min(length(${bare})) filter (where ${bare} <> ''), 0) as s${i}`,
          `coalesce(max(length(${bare})), 0) as l${i}`,
          `count(*) filter (where starts_with(${bare}, '0') and length(${bare}) > 1) as z${i}`,
        ]
      : []),
    ...tried.map(
      (reading, r) => `count(*) filter (where ${isReadSql(reading, c, column.byteUse)}) as r${i}_${r}`,
    ),
  ]
}

/** Space, tab, or the bytes of a no-break space. */
const hasBlanks = (byteUse: ByteUse | null): boolean =>
  byteUse === null || [0x20, 0x09, 0xa0].some((byte) => byteUse[byte] === 1)

/** The likeliest reading, with its rival where day and month may be swapped. */
function firstTried(column: RawColumn, decimal: '.' | ',' | null): readonly Reading[] {
  if (column.wanted.type === 'text' || column.wanted.type === 'code') return []
  const plausible = readingsFor(column, decimal)
  const clean = plausible.filter((reading) =>
    column.sample.every(({ text }) => isMissingToken(text) || isRead(reading, text)),
  )
  const first = clean[0] ?? plausible[0]
  if (first === undefined) return []
  const rivals =
    first.order === null ? [] : plausible.filter(({ order, type }) => order !== null && type === first.type)
  return [first, ...rivals.filter((rival) => rival !== first)]
}

const isRead = (reading: Reading, text: string): boolean =>
  new RegExp(`^(?:${reading.pattern})$`, 'u').test(text)

const readingsFor = (column: RawColumn, decimal: '.' | ',' | null): readonly Reading[] =>
  column.sample.length === 0
    ? allowedReadings(column.wanted.type ?? null, decimal)
    : plausibleReadings(column.sample, column.wanted.type ?? null, decimal)

/** All readings that may do, on all rows, with the texts each cannot read. */
async function measureClosely(
  database: Database,
  table: TableName,
  column: RawColumn,
  filled: number,
  decimal: '.' | ',' | null,
  work: WorkOptions,
): Promise<readonly Fit[]> {
  const c = quoteName(column.name)
  const tried = readingsFor(column, decimal)
  const counts = tried.map(
    (reading, r) => `count(*) filter (where ${strictSql(reading, c, hasBlanks(column.byteUse))}) as r${r}`,
  )
  const [row] = await database.rows(`select ${counts.join(', ')} from ${quoteTable(table)}`, {}, work)
  const reads = tried.map((reading, r) => ({ reading, read: numberAt(row ?? {}, `r${r}`) }))
  const best = Math.max(...reads.map(({ read }) => read))
  const fits: Fit[] = []
  for (const { reading, read } of reads) {
    if (read === 0 || read < best) continue
    const odd = read === filled ? [] : await oddTexts(database, table, column, reading, work)
    fits.push({ reading, filled, read, odd })
  }
  return fits
}

async function oddTexts(
  database: Database,
  table: TableName,
  column: RawColumn,
  reading: Reading,
  work: WorkOptions,
): Promise<readonly TextCount[]> {
  const c = quoteName(column.name)
  const blanks = hasBlanks(column.byteUse)
  const rows = await database.rows(
    `select ${c} as t, count(*) as n from ${quoteTable(table)} where ${bareSql(c, blanks)} <> '' and not ${strictSql(reading, c, blanks)}
     group by 1 order by n desc, t limit ${ODD_TEXTS}`,
    {},
    work,
  )
  return rows.map((row) => ({ text: String(row['t']), count: numberAt(row, 'n') }))
}

const numberAt = (row: Row, key: string): number => Number(row[key] ?? 0)

/** What is worth telling about a column, and where its first place is sought; null: nowhere. */
interface Finding {
  readonly code: ProblemCode
  readonly count: number
  readonly where: string | null
}

interface Finished extends DecidedColumn {
  readonly raw: RawColumn
  readonly strict: boolean
  readonly findings: readonly Finding[]
}

function finish({ raw, facts, fits }: Measured, choice: Choice = asText): Finished {
  const fit = fits.find(({ reading }) => reading === choice.reading)
  const known = new Set(choice.missing)
  const marked = fit?.odd.reduce((sum, { text, count }) => sum + (known.has(text) ? count : 0), 0) ?? 0
  const decided = decideColumn(facts, choice, facts.empty + marked, raw.wanted)
  const { reading, ambiguousDate } = decided.choice
  const failing = reading === null || fit === undefined ? 0 : facts.filled - fit.read - marked
  const c = quoteName(raw.name)
  const bare = bareSql(c, hasBlanks(raw.byteUse))
  const findings: Finding[] = []
  const dateCode = reading === null ? 'column.ambiguous-date' : 'column.date-order-from-others'
  if (facts.filled === 0) findings.push({ code: 'column.empty', count: 1, where: null })
  if (ambiguousDate) findings.push({ code: dateCode, count: facts.filled, where: null })
  if (reading !== null && marked > 0) {
    const where = `${bare} in (${[...known].map((mark) => sqlText(mark.trim())).join(', ')})`
    findings.push({ code: 'column.missing-marks', count: marked, where })
  }
  if (reading !== null && failing > 0) {
    const unknown = known.size === 0 ? '' : ` and ${c} not in (${[...known].map(sqlText).join(', ')})`
    const where = `${bare} <> '' and not ${strictSql(reading, c, hasBlanks(raw.byteUse))}${unknown}`
    findings.push({ code: 'column.cells-of-other-type', count: failing, where })
  }
  return { ...decided, raw, strict: marked + failing > 0, findings }
}

const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Columns of numbers in which every comma could as well separate thousands. */
async function withThousands(
  columns: readonly Finished[],
  ask: (expressions: readonly string[]) => Promise<readonly (number | null)[]>,
): Promise<readonly Finished[]> {
  const isOpen = ({ choice }: Finished) => choice.reading?.id === 'number-comma'
  const likeSql = (c: string) => `regexp_full_match(trim(${c}), '[+-]?[1-9][0-9]{0,2},[0-9]{3}')`
  const open = columns.filter(isOpen)
  const counts = await ask(
    open.flatMap(({ raw }) => {
      const c = quoteName(raw.name)
      return [`count(*) filter (where contains(${c}, ','))`, `count(*) filter (where ${likeSql(c)})`]
    }),
  )
  return columns.map((column) => {
    const at = isOpen(column) ? open.indexOf(column) : -1
    const [commas, like] = [counts[2 * at] ?? 0, counts[2 * at + 1] ?? 0]
    if (at < 0 || like === 0 || like !== commas) return column
    const finding = {
      code: 'column.thousands-or-decimals' as const,
      count: like,
      where: likeSql(quoteName(column.raw.name)),
    }
    return { ...column, findings: [...column.findings, finding] }
  })
}

/** Findings become problems, each with the first line it is met on. */
async function withLines(
  columns: readonly Finished[],
  ask: (expressions: readonly string[]) => Promise<readonly (number | null)[]>,
): Promise<readonly TypedColumn[]> {
  const wheres = columns.flatMap(({ findings }) => findings.flatMap(({ where }) => where ?? []))
  const lines = await ask(wheres.map((where) => `min(_line) filter (where ${where})`))
  let next = 0
  return columns.map(({ raw, findings, ...column }) => ({
    ...column,
    blanks: hasBlanks(raw.byteUse),
    problems: findings.map(({ code, count, where }) => ({
      code,
      count,
      example_line: where === null ? null : (lines[next++] ?? null),
      column: raw.name,
    })),
  }))
}

/**
 * Values of many expressions over the whole table, in as few statements as the planner bears: each statement has to
 * bind every column of the table, so that one per column would take a time quadratic in the columns.
 */
async function values(
  database: Database,
  table: TableName,
  expressions: readonly string[],
  work: WorkOptions,
): Promise<readonly (number | null)[]> {
  const found: (number | null)[] = []
  for (let at = 0; at < expressions.length; at += EXPRESSIONS_AT_ONCE) {
    const some = expressions.slice(at, at + EXPRESSIONS_AT_ONCE)
    const list = some.map((expression, i) => `${expression} as v${i}`)
    const [row] = await database.rows(`select ${list.join(', ')} from ${quoteTable(table)}`, {}, work)
    for (const i of some.keys()) found.push(row?.[`v${i}`] == null ? null : Number(row[`v${i}`]))
  }
  return found
}
