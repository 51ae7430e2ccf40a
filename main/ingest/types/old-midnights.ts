import { type Database, quoteTable, type TableName, type WorkOptions } from '../../../analyses/model/database'
import type { Finding } from './findings'
import { numberAt } from './raw-column'

/** Rows looked at: the first ones of the file. */
const FIRST_ROWS = 100_000
const DAY = 86_400

/**
 * Midnights that bear the day they end: 18.8. 23:45 is followed by 18.8. 00:00. As read they lie a day too early. Told
 * where at least half of the midnights stand so in the order of rows.
 */
export async function oldMidnights(
  database: Database,
  table: TableName,
  value: string,
  keys: readonly string[],
  step: number | null,
  work: WorkOptions,
): Promise<readonly Finding[]> {
  if (step === null || step >= DAY) return []
  const names = keys.map((_, i) => `k${i}`)
  const cells = [`${value} as t`, '_line', ...keys.map((key, i) => `${key} as k${i}`)]
  const series = names.length === 0 ? '' : `partition by ${names.join(', ')} `
  const isOld = `p = t + to_seconds(${DAY - step})`
  const [row = {}] = await database.rows(
    `with v as (select ${cells.join(', ')} from ${quoteTable(table)} order by _line limit ${FIRST_ROWS}),
      o as (select t, _line, lag(t) over (${series}order by _line) as p from v where t is not null)
     select count(*) filter (where t = date_trunc('day', t) and p is not null) as midnights,
      count(*) filter (where t = date_trunc('day', t) and ${isOld}) as old,
      min(_line) filter (where t = date_trunc('day', t) and ${isOld}) as line from o`,
    {},
    work,
  )
  const [midnights, old] = [numberAt(row, 'midnights'), numberAt(row, 'old')]
  if (old === 0 || old * 2 < midnights) return []
  return [{ code: 'column.midnight-of-old-day', count: old, where: null, line: numberAt(row, 'line') }]
}
