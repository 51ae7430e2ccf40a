import type { TimeFacts } from '../../../analyses/model/column-facts'
import type { Database, WorkOptions } from '../../../analyses/model/database'
import { numberAt } from './raw-column'
import { zoneStretches } from './zones'

/** Rows looked at for the step between times: the first ones of the file. */
const STEP_ROWS = 100_000
const DAY = 86_400
/** Clock changes looked at, the latest first. */
const MOST_CHANGES = 6
/** European rules are asked for evidence where no zone is known: the last Sundays of March and October. */
const EUROPE = 'Europe/Prague'

export interface TimeColumn {
  /** SQL of the timestamp. */
  readonly value: string
  readonly first: string | null
  readonly last: string | null
  readonly zone: string | null
  readonly interval: 'start' | 'end' | undefined
}

/** What the times of a column show: their step, what they mark, and how their clock goes through the year. */
export async function timeFacts(
  database: Database,
  /** A table or a query in brackets, as SQL. */
  table: string,
  column: TimeColumn,
  work: WorkOptions,
): Promise<TimeFacts | null> {
  const { first, last, zone, value } = column
  const steps = await findStep(database, table, value, work)
  // Days written as midnights: there is no time of day to speak of.
  if (steps.times > 0 && steps.midnights === steps.times) return null
  const { step } = steps
  const found = step === null || first === null || last === null ? null : intervalOf(first, last, step)
  const interval = column.interval ?? found
  const shift = interval === 'end' && step !== null ? ` - to_seconds(${step})` : ''
  const changes =
    step === null || step > 3600 || first === null || last === null || zone === 'UTC'
      ? []
      : await clockChanges(
          database,
          table,
          `(${value}${shift})`,
          changeDays(zone ?? EUROPE, first, last),
          work,
        )
  const said = column.interval !== undefined
  return { zone, step, first, last, interval, intervalSaid: said, clock: clockOf(changes), changes }
}

async function findStep(database: Database, table: string, value: string, work: WorkOptions) {
  const [row] = await database.rows(
    `with v as materialized (select distinct t from (select ${value} as t from ${table} limit ${STEP_ROWS}) where t is not null),
      g as materialized (select t, epoch(t - lag(t) over (order by t)) as gap from v),
      m as (select mode(gap) as step from g)
     select count(*) as times, count(*) filter (where t = date_trunc('day', t)) as midnights, any_value(step) as step,
      count(*) filter (where gap = step) as equal, count(gap) as gaps from g, m`,
    {},
    work,
  )
  const counts = row ?? {}
  const step = numberAt(counts, 'step')
  const regular =
    numberAt(counts, 'gaps') >= 20 && numberAt(counts, 'equal') >= numberAt(counts, 'gaps') * 0.8
  return {
    times: numberAt(counts, 'times'),
    midnights: numberAt(counts, 'midnights'),
    step: regular && step >= 1 && step <= DAY ? step : null,
  }
}

/**
 * A meter that marks ends begins its first day one step after midnight and ends at midnight; one that marks starts
 * begins at midnight. The beginning counts more: exports often break off before their end. A file that begins and
 * ends in the middle of days tells nothing.
 */
export function intervalOf(first: string, last: string, step: number): 'start' | 'end' | null {
  if (step >= DAY) return null
  const [from, to] = [secondOfDay(first), secondOfDay(last)]
  if (from === step) return 'end'
  if (from === 0) return to === 0 ? null : 'start'
  return to === 0 ? 'end' : to === DAY - step ? 'start' : null
}

function secondOfDay(text: string): number {
  const [, hour = '0', minute = '0', second = '0'] = /[T ](\d{2}):(\d{2})(?::(\d{2}))?/.exec(text) ?? []
  return Number(hour) * 3600 + Number(minute) * 60 + Number(second)
}

interface ChangeDay {
  readonly day: string
  /** The same weekday, a week before or after. */
  readonly usual: string
}

const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY * 1000).toISOString().slice(0, 10)

/** Days within the column's range on which the clocks of the zone change. */
export function changeDays(zone: string, first: string, last: string): readonly ChangeDay[] {
  const [from, to] = [first.slice(0, 10), last.slice(0, 10)]
  const years = [Number(from.slice(0, 4)), Number(to.slice(0, 4))] as const
  if (!(years[0] >= 1900 && years[1] <= 2200)) return []
  return zoneStretches(zone, Math.max(years[0], years[1] - 5), years[1])
    .flatMap((stretch) =>
      stretch.why === 'usual' || stretch.from === null ? [] : [stretch.from.slice(0, 10)],
    )
    .filter((day) => day > from && day < to)
    .map((day) => ({ day, usual: plusDays(day, -7) > from ? plusDays(day, -7) : plusDays(day, 7) }))
    .filter(({ usual }) => usual > from && usual < to)
    .slice(-MOST_CHANGES)
}

async function clockChanges(
  database: Database,
  table: string,
  value: string,
  days: readonly ChangeDay[],
  work: WorkOptions,
): Promise<TimeFacts['changes']> {
  if (days.length === 0) return []
  const wanted = [...new Set(days.flatMap(({ day, usual }) => [day, usual]))].map((day) => `date '${day}'`)
  const rows = await database.rows(
    // Materialised, or the filter would make every time a second time.
    `with v as materialized (select ${value} as t from ${table})
     select t::date::varchar as day, count(*) as n, count(distinct t) as times
     from v where t::date in (${wanted.join(', ')}) group by 1`,
    {},
    work,
  )
  const byDay = new Map(rows.map((row) => [String(row['day']), row]))
  return days.flatMap(({ day, usual }) => {
    const [on, other] = [byDay.get(day), byDay.get(usual)]
    if (on === undefined || other === undefined) return []
    return [{ day, times: numberAt(on, 'times'), rows: numberAt(on, 'n'), usual: numberAt(other, 'n') }]
  })
}

/** A local clock has 23/24 of the usual rows in spring and 25/24 in autumn; a fixed one has as many as ever. */
export function clockOf(changes: TimeFacts['changes']): 'local' | 'fixed' | null {
  const seen = new Set(
    changes.map(({ rows, usual }) => {
      const share = usual === 0 ? 0 : rows / usual
      if (share > 0.94 && share < 0.975) return 'local'
      if (share > 1.025 && share < 1.06) return 'local'
      return share > 0.99 && share < 1.01 ? 'fixed' : 'unclear'
    }),
  )
  if (seen.has('local')) return seen.has('fixed') ? null : 'local'
  return seen.has('fixed') ? 'fixed' : null
}
