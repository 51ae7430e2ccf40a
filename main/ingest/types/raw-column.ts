import { type Database, quoteTable, type TableName, type WorkOptions } from '../../../analyses/model/database'
import type { Row } from '../../../analyses/model/table'
import type { ByteUse } from '../csv/delimited-rows'
import type { TextCount, Wanted } from './choose-reading'
import { type Reading, strictSql, valueSql } from './readings'

/** A column of the raw table about to get its type. */
export interface RawColumn {
  readonly name: string
  readonly label: string
  readonly wanted: Wanted
  /** Texts of the first rows: which readings are worth a look. */
  readonly sample: readonly TextCount[]
  readonly byteUse: ByteUse | null
  /** All texts of the column, where they were counted while it was loaded. */
  readonly seen: readonly TextCount[] | null
}

/** Fewer than 40 columns of the first query have. */
const EXPRESSIONS_AT_ONCE = 200

/** Asks the raw table for the values of many expressions. */
export type Ask = (expressions: readonly string[]) => Promise<readonly (number | null)[]>

/** Space, tab, or the bytes of a no-break space; what is not known is so. */
export const hasBlanks = (byteUse: ByteUse | null): boolean =>
  byteUse === null || [0x20, 0x09, 0xa0].some((byte) => byteUse[byte] === 1)

/** Whether the bytes of the column allow nothing that the cast would read and the pattern would not. */
function isSafe(reading: Reading, byteUse: ByteUse | null): boolean {
  if (reading.safeBytes === null || byteUse === null) return false
  const used = Array.from(byteUse.keys()).filter((byte) => byteUse[byte] === 1)
  return reading.safeBytes.test(String.fromCharCode(...used))
}

/** SQL truth: the cell is read; without the pattern where the bytes of the column make it needless. */
export const isReadSql = (reading: Reading, c: string, byteUse: ByteUse | null): string =>
  isSafe(reading, byteUse)
    ? `(${reading.sql(c, hasBlanks(byteUse))}) is not null`
    : strictSql(reading, c, hasBlanks(byteUse))

/** SQL value where the cell is read, null elsewhere. */
export const readSql = (reading: Reading, c: string, byteUse: ByteUse | null): string =>
  valueSql(reading, c, !isSafe(reading, byteUse), hasBlanks(byteUse))

export const numberAt = (row: Row, key: string): number => Number(row[key] ?? 0)

/**
 * Values of many expressions over the whole table, in as few statements as the planner bears: each statement has to
 * bind every column of the table, so that one per column would take a time quadratic in the columns.
 */
export const askTable =
  (database: Database, table: TableName, work: WorkOptions): Ask =>
  async (expressions) => {
    const found: (number | null)[] = []
    for (let at = 0; at < expressions.length; at += EXPRESSIONS_AT_ONCE) {
      const some = expressions.slice(at, at + EXPRESSIONS_AT_ONCE)
      const list = some.map((expression, i) => `${expression} as v${i}`)
      const [row] = await database.rows(`select ${list.join(', ')} from ${quoteTable(table)}`, {}, work)
      for (const i of some.keys()) found.push(row?.[`v${i}`] == null ? null : Number(row[`v${i}`]))
    }
    return found
  }
