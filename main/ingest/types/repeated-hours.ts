import type { Column } from '../../../analyses/model/data-set'
import type { Database, WorkOptions } from '../../../analyses/model/database'
import type { Pass, ZoneStretch } from './zones'

export interface LocalTimes {
  /** A table or a query in brackets, as SQL. */
  readonly from: string
  /** SQL of the local timestamp, and of the row's place in the source. */
  readonly value: string
  readonly line: string
  /** SQL of what tells one series from another. */
  readonly keys: readonly string[]
  readonly stretches: readonly ZoneStretch[]
}

/** More runs of lines than this are not in any order worth the name. */
const MOST_RUNS = 2000
/** More series than this are no series. */
const MOST_KEYS = 20_000
const keyRoles: readonly Column['role'][] = ['territory', 'category', 'identifier', 'sex', 'age']

/** Columns that tell one series of readings from another. */
export const seriesKeys = (
  columns: readonly Pick<Column, 'name' | 'role' | 'distinct' | 'derived'>[],
): readonly string[] =>
  columns
    .filter(
      ({ role, distinct, derived }) =>
        derived === undefined && keyRoles.includes(role) && distinct > 1 && distinct <= MOST_KEYS,
    )
    .map(({ name }) => name)

/**
 * Which rows of a repeated hour came first. Known where the rows of a series about that hour stand in order, upwards
 * or downwards, and turn back exactly once: from there on the clock shows the hour again. All else stays open.
 */
export async function repeatedHours(
  database: Database,
  { from, value, line, keys, stretches }: LocalTimes,
  work: WorkOptions,
): Promise<readonly Pass[]> {
  const hours = stretches.flatMap((stretch, i) => {
    const [before, after] = [stretches[i - 1]?.offset, stretches[i + 1]?.offset]
    const end = stretches[i + 1]?.from
    if (stretch.why !== 'twice' || stretch.from === null || end == null) return []
    return before == null || after == null ? [] : [{ start: stretch.from, end, offsets: [before, after] }]
  })
  if (hours.length === 0) return []
  const rows = await database.rows(runsSql({ from, value, line, keys }, hours), {}, work)
  if (rows.length > MOST_RUNS) return []
  return rows.flatMap((row) => {
    const offset = hours[Number(row['i'])]?.offsets[Number(row['pass'])]
    return offset === undefined ? [] : [{ from: Number(row['low']), to: Number(row['high']), offset }]
  })
}

/** Runs of neighbouring rows of one pass, in the order of the source. */
function runsSql(
  { from, value, line, keys }: Omit<LocalTimes, 'stretches'>,
  hours: readonly { readonly start: string; readonly end: string }[],
): string {
  const stamp = (text: string) => `timestamp '${text}'`
  const near = hours.map(
    ({ start, end }, i) =>
      `when t >= ${stamp(start)} - interval 1 day and t < ${stamp(end)} + interval 1 day then ${i}`,
  )
  const inside = hours.map(({ start, end }) => `(t >= ${stamp(start)} and t < ${stamp(end)})`)
  const names = keys.map((_, i) => `k${i}`)
  const series = ['i', ...names].join(', ')
  const both = 'inside and coalesce(was_inside, false)'
  return `with v as (select ${[`${value} as t`, `${line} as line`, ...keys.map((key, i) => `${key} as k${i}`)].join(', ')} from ${from}),
    n as materialized (select *, case ${near.join(' ')} end as i, (${inside.join(' or ')}) as inside from v where ${hours.length > 0 ? `(case ${near.join(' ')} end) is not null` : 'false'}),
    o as (select *, lag(t) over s as p, lag(inside) over s as was_inside from n window s as (partition by ${series} order by line)),
    w as (select *,
      sum(case when ${both} and t <= p then 1 else 0 end) over upto as up_turns, sum(case when ${both} and t >= p then 1 else 0 end) over upto as down_turns,
      sum(case when ${both} and t <= p then 1 else 0 end) over whole as all_up_turns, sum(case when ${both} and t >= p then 1 else 0 end) over whole as all_down_turns,
      sum(case when not (${both}) and t > p then 1 else 0 end) over whole as rises, sum(case when not (${both}) and t < p then 1 else 0 end) over whole as falls
      from o window upto as (partition by ${series} order by line rows unbounded preceding), whole as (partition by ${series})),
    d as (select line, i, case when falls = 0 and rises > 0 and all_up_turns = 1 then up_turns
      when rises = 0 and falls > 0 and all_down_turns = 1 then 1 - down_turns end as pass from w where inside),
    r as (select *, row_number() over (order by line) - row_number() over (partition by i, pass order by line) as run from d)
    select i, pass, min(line) as low, max(line) as high from r where pass is not null group by i, pass, run order by low limit ${MOST_RUNS + 1}`
}
