import {
  type Database,
  quoteName,
  quoteTable,
  type TableName,
  type WorkOptions,
} from '../../../analyses/model/database'
import type { Measured } from './measure'
import { hasBlanks, numberAt } from './raw-column'
import { type Reading, valueSql } from './readings'

/** A number that may stand for "no value": proposed, and only taken for such when a person says so. */
export interface Sentinel {
  readonly token: string
  readonly count: number
  readonly line: number | null
}

/** -999, 9999, 99999.9, -888 and the limits of number types; -9 and 99 are too often what they say. */
const LOOKS_LIKE_ONE =
  /^(?:-?(?:9{3,9}|8{3,9}|7{3,9}|6{4,9})(?:\.(?:9{1,4}|8{1,4}|0+|25))?|-9{2}(?:\.9{1,4})?|-?99\.99|-?2147483647|-2147483648|-32768|32767|-1e\+?30|1e\+?30|-1|-9)$/

const LEAST_VALUES = 5
/** More than this would be asked over and over. */
const MOST_SENTINELS = 4

/**
 * Looks for sentinels at the ends of a column: an outermost value of the usual look that lies farther from all others
 * than they lie from each other, or the only negative one. Days: the year 9999, and 1900-01-01 before all others.
 */
export async function findSentinels(
  database: Database,
  table: TableName,
  { raw, low, high }: Pick<Measured, 'raw' | 'low' | 'high'>,
  reading: Reading,
  strict: boolean,
  work: WorkOptions,
): Promise<readonly Sentinel[]> {
  const found: Sentinel[] = []
  const values: string[] = []
  const ends: (number | string | null)[] = [low, high]
  const c = quoteName(raw.name)
  const value = valueSql(reading, c, strict, hasBlanks(raw.byteUse))
  for (let end = ends.pop(); end !== undefined && found.length < MOST_SENTINELS; end = ends.pop()) {
    if (!isSuspect(end)) continue
    const known = [...values, String(end)].map(asLiteral)
    const others = `v not in (${known.join(', ')})`
    const [row] = await database.rows(
      `select count(*) filter (where v = ${asLiteral(String(end))}) as n, min(_line) filter (where v = ${asLiteral(String(end))}) as line,
        min(t) filter (where v = ${asLiteral(String(end))}) as token,
        count(*) filter (where ${others}) as others, ${shown('min', others, end)} as low, ${shown('max', others, end)} as high
       from (select ${value} as v, trim(${c}) as t, _line from ${quoteTable(table)}) where v is not null`,
      {},
      work,
    )
    if (row === undefined) break
    const [least, most] = [bound(row['low']), bound(row['high'])]
    if (typeof end === 'number' && numberAt(row, 'others') < LEAST_VALUES) continue
    if (!isFar(end, least, most)) continue
    values.push(String(end))
    const line = row['line'] == null ? null : Number(row['line'])
    found.push({ token: String(row['token']), count: numberAt(row, 'n'), line })
    ends.push(...(isBelow(end, least) ? [least] : [most]))
  }
  return found
}

const shown = (what: 'min' | 'max', where: string, end: number | string | null): string =>
  `(${what}(v) filter (where ${where}))::${typeof end === 'number' ? 'double' : 'varchar'}`

const asLiteral = (token: string): string =>
  /^-?[\d.e+]+$/.test(token) ? token : `'${token.replaceAll("'", '')}'`
const bound = (value: unknown): number | string | null =>
  typeof value === 'number' || typeof value === 'string' ? value : null

function isSuspect(end: number | string | null): end is number | string {
  if (end === null) return false
  return typeof end === 'number'
    ? LOOKS_LIKE_ONE.test(String(end))
    : /^9999-|^1900-01-01|^1899-12-3|^0001-/.test(end)
}

const isBelow = (end: number | string, least: number | string | null): boolean =>
  least !== null && typeof end === typeof least && end < least

function isFar(end: number | string, least: number | string | null, most: number | string | null): boolean {
  // The year 9999 is nowhere a day that was meant, even where a column holds nothing else.
  if (typeof end === 'string') {
    if (typeof least !== 'string' || typeof most !== 'string') return end.startsWith('9999-')
    return end < least || end > most
  }
  if (typeof least !== 'number' || typeof most !== 'number') return false
  const range = most - least
  const small = end === -1 || end === -9
  if (end < least) return small ? least >= 0 && range >= 1 : least - end > range || (least >= 0 && end < -90)
  return !small && end - most > range && end > 10 * Math.max(1, Math.abs(most))
}
