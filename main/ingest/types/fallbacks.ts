import { type Database, quoteTable, type TableName, type WorkOptions } from '../../../analyses/model/database'
import { guessRole } from '../roles/roles'
import type { TextCount, Wanted } from './choose-reading'
import { numberAt } from './raw-column'
import type { TypedColumn } from './typed-column'
import { cellValueSql } from './view-columns'

interface Named {
  readonly wanted: Wanted
  readonly sample: readonly TextCount[]
}

/**
 * Columns whose empty cells stand for a text the format names: the view reads that text there, the raw table keeps the
 * empty cell. Their facts are counted anew.
 */
export async function withFallbacks(
  database: Database,
  raw: TableName,
  typed: readonly TypedColumn[],
  named: readonly Named[],
  rows: number,
  work: WorkOptions,
): Promise<readonly TypedColumn[]> {
  const meant = typed.map((each, i) => {
    const { fallback } = named[i]?.wanted ?? {}
    return fallback === undefined ? each : { ...each, column: { ...each.column, fallback } }
  })
  const counts = meant.flatMap((each, i) => {
    if (each.column.fallback === undefined) return []
    const value = cellValueSql(each)
    return [`count(*) - count(${value}) as m${i}`, `count(distinct ${value}) as d${i}`]
  })
  if (counts.length === 0) return typed
  const [row = {}] = await database.rows(`select ${counts.join(', ')} from ${quoteTable(raw)}`, {}, work)
  return meant.map((each, i) => {
    if (each.column.fallback === undefined) return each
    const { name, type } = each.column
    const [missing, distinct] = [numberAt(row, `m${i}`), numberAt(row, `d${i}`)]
    const texts = (named[i]?.sample ?? []).map(({ text }) => text)
    const role = named[i]?.wanted.role ?? guessRole({ name, type, texts, distinct, filled: rows - missing })
    const problems = each.problems.filter(({ code }) => code !== 'column.empty' || missing === rows)
    return { ...each, column: { ...each.column, missing, distinct, role }, problems }
  })
}
