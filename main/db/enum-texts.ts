import { quoteName } from '../../analyses/model/database'
import { readOnlySelect } from './guard-select'

/** The same query with its enumerations as text. Only for queries: a write must not run twice. */
export function withTexts(sql: string, columns: readonly string[]): string {
  const texts = columns.map((name) => `CAST(${quoteName(name)} AS VARCHAR) AS ${quoteName(name)}`)
  return `SELECT * REPLACE (${texts.join(', ')}) FROM (\n${readOnlySelect(sql)}\n)`
}
