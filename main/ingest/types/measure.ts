import {
  type Database,
  quoteName,
  quoteTable,
  type TableName,
  type WorkOptions,
} from '../../../analyses/model/database'
import type { Row } from '../../../analyses/model/table'
import {
  allowedReadings,
  type Fit,
  fitTexts,
  ODD_TEXTS,
  plausibleReadings,
  type TextCount,
} from './choose-reading'
import type { ColumnFacts } from './decide-column'
import { factsOfTexts } from './facts-of-texts'
import { hasBlanks, isReadSql, numberAt, type RawColumn, readSql } from './raw-column'
import { bareSql, fits as fitsReading, type Reading, strictSql, valueSql } from './readings'
import { meaningSaid } from './special-values'

/** Facts about a column and how its cells fall under the readings tried. */
export interface Measured {
  readonly raw: RawColumn
  readonly facts: ColumnFacts
  readonly fits: readonly Fit[]
  /** Smallest and largest value of `extremesBy`; ISO text for days and times. */
  readonly extremesBy: Reading | null
  readonly low: number | string | null
  readonly high: number | string | null
  /** Bytes of the longest cell, for numbers. */
  readonly widest: number
}

/** Columns per query: 200 at once (more than a thousand expressions) do not fit into the memory of the engine. */
const COLUMNS_AT_ONCE = 40
const ROLE_TEXTS = 200
const SAMPLE_TEXTS = 2000
/** Beyond this many rows distinct values are estimated (HyperLogLog): exact counting would hold all of them at once. */
const EXACT_DISTINCT_ROWS = 3_000_000

/**
 * One pass over all columns with the likeliest reading of each; only columns in which some cells do not fit are
 * looked at again. `progress` hears the share done, 0 to 1.
 */
export async function measureColumns(
  database: Database,
  table: TableName,
  columns: readonly RawColumn[],
  rows: number,
  decimal: '.' | ',' | null,
  work: WorkOptions,
  progress: (share: number) => void,
): Promise<readonly Measured[]> {
  const measured: Measured[] = []
  for (let at = 0; at < columns.length; at += COLUMNS_AT_ONCE) {
    const some: RawColumn[] = []
    for (const column of columns.slice(at, at + COLUMNS_AT_ONCE)) {
      some.push(column.sample.length > 0 ? column : await laterSample(database, table, column, work))
    }
    measured.push(...(await measureSome(database, table, some, rows, decimal, work)))
    progress(Math.min(1, (at + some.length) / columns.length))
  }
  return measured
}

/** Columns that are empty at the beginning are judged by their first filled cells. */
async function laterSample(
  database: Database,
  table: TableName,
  column: RawColumn,
  work: WorkOptions,
): Promise<RawColumn> {
  const c = quoteName(column.name)
  const rows = await database.rows(
    `select t, count(*) as n from (select ${c} as t from ${quoteTable(table)} where trim(${c}) <> '' limit ${SAMPLE_TEXTS})
     group by t order by n desc, t`,
    {},
    work,
  )
  const sample = rows.map((row) => ({ text: String(row['t']), count: numberAt(row, 'n') }))
  return { ...column, sample }
}

async function measureSome(
  database: Database,
  table: TableName,
  columns: readonly RawColumn[],
  rows: number,
  decimal: '.' | ',' | null,
  work: WorkOptions,
): Promise<readonly Measured[]> {
  const tried = columns.map((column) => firstTried(column, decimal))
  const parts = columns.flatMap((column, i) => factsSql(column, i, tried[i] ?? [], rows))
  // The values are made once, in a table below; the optimiser does not see that two aggregates share a pattern.
  const values = columns.flatMap(({ name, byteUse }, i) => {
    const [first] = tried[i] ?? []
    return first === undefined ? [] : [`${readSql(first, quoteName(name), byteUse)} as ${valueName(i)}`]
  })
  const names = columns.map(({ name }) => quoteName(name))
  const from = `(select ${[...names, ...values].join(', ')} from ${quoteTable(table)})`
  const sql = `select ${parts.join(', ')} from ${from}`
  const [counts = {}] = parts.length === 0 ? [] : await database.rows(sql, {}, work)
  const measured: Measured[] = []
  for (const [i, column] of columns.entries()) {
    const facts = column.seen === null ? factsAt(counts, i) : factsOfTexts(column.seen)
    const { filled } = facts
    const fits = (tried[i] ?? []).map((reading, r) => {
      return { reading, filled, read: numberAt(counts, `r${i}_${r}`), odd: [] }
    })
    const done = fits.some(({ read }) => read === filled) || filled === 0 || fits.length === 0
    measured.push({
      raw: column,
      facts: {
        name: column.name,
        label: column.label,
        ...facts,
        empty: rows - filled,
        texts: column.sample.slice(0, ROLE_TEXTS).map(({ text }) => text),
      },
      fits: done ? fits : await measureClosely(database, table, column, fits, decimal, work),
      extremesBy: tried[i]?.[0] ?? null,
      low: scalar(counts[`a${i}`]),
      high: scalar(counts[`b${i}`]),
      widest: numberAt(counts, `w${i}`),
    })
  }
  return measured
}

/** The extremes by another reading than the one that was tried first. */
export async function extremesOf(
  database: Database,
  table: TableName,
  { raw }: Pick<Measured, 'raw'>,
  reading: Reading,
  work: WorkOptions,
): Promise<Pick<Measured, 'low' | 'high' | 'extremesBy'>> {
  if (!isOrdered(reading)) return { low: null, high: null, extremesBy: reading }
  const shown = shownAs(reading)
  const value = valueSql(reading, quoteName(raw.name), true, hasBlanks(raw.byteUse))
  const [row] = await database.rows(
    `select min(v)::${shown} as low, max(v)::${shown} as high from (select ${value} as v from ${quoteTable(table)})`,
    {},
    work,
  )
  return { low: scalar(row?.['low']), high: scalar(row?.['high']), extremesBy: reading }
}

const isOrdered = ({ type }: Reading): boolean => type !== 'boolean' && type !== 'code'
const shownAs = ({ type }: Reading): 'double' | 'varchar' =>
  type === 'integer' || type === 'number' ? 'double' : 'varchar'

const factsAt = (counts: Row, i: number) => ({
  filled: numberAt(counts, `f${i}`),
  distinct: numberAt(counts, `d${i}`),
  shortest: numberAt(counts, `s${i}`),
  longest: numberAt(counts, `l${i}`),
  leadingZeros: numberAt(counts, `z${i}`),
})

const scalar = (value: unknown): number | string | null =>
  typeof value === 'number' || typeof value === 'string' ? value : null

/** A name that no column of a raw table has: those have no blanks. */
const valueName = (i: number): string => `"value ${i}"`

/** Filled and distinct cells, how many the tried readings read, extremes, and for digits what codes show. */
function factsSql(column: RawColumn, i: number, tried: readonly Reading[], rows: number): readonly string[] {
  const unseen = column.seen === null
  const c = quoteName(column.name)
  const blanks = hasBlanks(column.byteUse)
  const bare = bareSql(c, blanks)
  const value = `nullif(${c}, '')`
  const distinct = rows > EXACT_DISTINCT_ROWS ? `approx_count_distinct(${value})` : `count(distinct ${value})`
  const digits = tried.some(({ id }) => id === 'integer') || column.wanted.type === 'code'
  const [first] = tried
  return [
    ...(unseen ? [`count(*) filter (where ${bare} <> '') as f${i}`, `${distinct} as d${i}`] : []),
    ...(unseen && digits
      ? [
          `coalesce(min(length(${bare})) filter (where ${bare} <> ''), 0) as s${i}`,
          `coalesce(max(length(${bare})), 0) as l${i}`,
          // A zero and another digit.
          `count(*) filter (where ${bare} >= '00' and ${bare} < '0:') as z${i}`,
        ]
      : []),
    ...(first !== undefined && isOrdered(first) ? extremesSql(first, c, i) : []),
    ...tried.map((reading, r) =>
      r === 0
        ? `count(${valueName(i)}) as r${i}_0`
        : `count(*) filter (where ${isReadSql(reading, c, column.byteUse)}) as r${i}_${r}`,
    ),
  ]
}

function extremesSql(reading: Reading, c: string, i: number): readonly string[] {
  const shown = shownAs(reading)
  return [
    `min(${valueName(i)})::${shown} as a${i}`,
    `max(${valueName(i)})::${shown} as b${i}`,
    ...(shown === 'double' ? [`max(strlen(${c})) as w${i}`] : []),
  ]
}

/** The likeliest reading, with its rival where day and month may be swapped. */
function firstTried(column: RawColumn, decimal: '.' | ',' | null): readonly Reading[] {
  if (column.wanted.type === 'text' || column.wanted.type === 'code') return []
  const plausible = plausibleReadings(column.sample, column.wanted, decimal)
  const clean = plausible.filter((reading) =>
    column.sample.every(({ text }) => fitsReading(reading, text) || isMark(column, reading, text)),
  )
  const first = clean[0] ?? plausible[0]
  if (first === undefined) return []
  const rivals =
    first.order === null ? [] : plausible.filter(({ order, type }) => order !== null && type === first.type)
  return [first, ...rivals.filter((rival) => rival !== first)]
}

const isMark = ({ wanted }: RawColumn, { type }: Reading, text: string): boolean =>
  meaningSaid(text, wanted.special, type) !== null

/**
 * Some cells do not fit. Where they are a few known marks, no other reading is asked for; else every reading that can
 * read some of them, and the whole column is counted once for all of these.
 */
async function measureClosely(
  database: Database,
  table: TableName,
  column: RawColumn,
  first: readonly Fit[],
  decimal: '.' | ',' | null,
  work: WorkOptions,
): Promise<readonly Fit[]> {
  const odd = (reading: Reading) => oddTexts(database, table, column, reading, work)
  const best = first.toSorted((a, b) => b.read - a.read)[0]
  const texts = best === undefined ? [] : await odd(best.reading)
  const few = texts.length < ODD_TEXTS
  if (best !== undefined && few && texts.every(({ text }) => isMark(column, best.reading, text))) {
    const equal = first.filter(({ read }) => read === best.read)
    return equal.map((fit) => ({ ...fit, odd: texts }))
  }
  const known = new Set(first.map(({ reading }) => reading))
  const seen = mergeTexts(column.sample, texts)
  const said = column.wanted.type !== undefined
  const tried = (
    said ? allowedReadings(column.wanted, decimal, seen) : plausibleReadings(seen, column.wanted, decimal)
  ).filter((reading) => known.has(reading) || said || fitTexts(reading, texts).read > 0)
  const reads = await countReads(database, table, column, tried, work)
  const most = Math.max(0, ...reads.map(({ read }) => read))
  const fits: Fit[] = []
  for (const { reading, read } of reads) {
    if (read === 0 || read < most) continue
    const filled = best?.filled ?? 0
    fits.push({ reading, filled, read, odd: read === filled ? [] : await odd(reading) })
  }
  return fits
}

function mergeTexts(sample: readonly TextCount[], more: readonly TextCount[]): readonly TextCount[] {
  const known = new Set(sample.map(({ text }) => text))
  return [...sample, ...more.filter(({ text }) => !known.has(text)).map(({ text }) => ({ text, count: 1 }))]
}

async function countReads(
  database: Database,
  table: TableName,
  column: RawColumn,
  tried: readonly Reading[],
  work: WorkOptions,
) {
  if (tried.length === 0) return []
  const c = quoteName(column.name)
  const counts = tried.map(
    (reading, r) => `count(*) filter (where ${strictSql(reading, c, hasBlanks(column.byteUse))}) as r${r}`,
  )
  const [row] = await database.rows(`select ${counts.join(', ')} from ${quoteTable(table)}`, {}, work)
  return tried.map((reading, r) => ({ reading, read: numberAt(row ?? {}, `r${r}`) }))
}

/** Distinct texts that a reading cannot read, most frequent first. */
export async function oddTexts(
  database: Database,
  table: TableName,
  column: Pick<RawColumn, 'name' | 'byteUse'>,
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
