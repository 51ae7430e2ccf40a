import {
  type Database,
  quoteName,
  quoteTable,
  type TableName,
  type WorkOptions,
} from '../../../analyses/model/database'
import { numberAt } from './raw-column'

/** The first rows tell a meter's reading from an amount; where they do, more rows are asked. */
const FIRST_LOOK = 10_000
const SECOND_LOOK = 100_000
const LEAST_RISES = 20

export interface SeriesColumns {
  /** SQL of the time. */
  readonly time: string
  /** Columns that tell one series from another. */
  readonly keys: readonly string[]
  /** Columns to judge, each with the SQL of its value. */
  readonly measures: readonly (readonly [name: string, sql: string])[]
}

/**
 * Columns that never fall within a series but for resets: what a meter shows, not what flowed. A reset falls to a
 * tenth or less; a series of many falls is none. Names of the columns.
 */
export async function cumulativeColumns(
  database: Database,
  table: TableName,
  series: SeriesColumns,
  work: WorkOptions,
): Promise<readonly string[]> {
  const first = await risingColumns(database, table, series, FIRST_LOOK, work)
  const measures = series.measures.filter(([name]) => first.includes(name))
  return risingColumns(database, table, { ...series, measures }, SECOND_LOOK, work)
}

async function risingColumns(
  database: Database,
  table: TableName,
  { time, keys, measures }: SeriesColumns,
  rows: number,
  work: WorkOptions,
): Promise<readonly string[]> {
  if (measures.length === 0) return []
  const key = keys.map((name, i) => `${quoteName(name)} as k${i}`)
  const values = measures.map(([, sql], i) => `${sql} as v${i}`)
  const by = keys.map((_, i) => `k${i}`)
  const over = `over (${by.length === 0 ? '' : `partition by ${by.join(', ')} `}order by t)`
  const lagged = measures.map((_, i) => `v${i}, lag(v${i}) ${over} as p${i}`)
  const counts = measures.flatMap((_, i) => [
    `count(*) filter (where v${i} > p${i}) as up${i}`,
    `count(*) filter (where v${i} < p${i}) as down${i}`,
    `count(*) filter (where v${i} < p${i} and v${i} <= p${i} / 10) as reset${i}`,
    `min(v${i}) as low${i}`,
  ])
  const [row] = await database.rows(
    `with s as (select ${[`${time} as t`, ...key, ...values].join(', ')} from ${quoteTable(table)} limit ${rows}),
      l as (select ${lagged.join(', ')} from s where t is not null)
     select ${counts.join(', ')} from l`,
    {},
    work,
  )
  const at = (key: string) => numberAt(row ?? {}, key)
  return measures.flatMap(([name], i) => {
    const [up, down, reset] = [at(`up${i}`), at(`down${i}`), at(`reset${i}`)]
    return up >= LEAST_RISES && at(`low${i}`) >= 0 && down === reset && down <= up * 0.02 ? [name] : []
  })
}
