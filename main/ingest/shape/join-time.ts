import type { Column } from '../../../analyses/model/data-set'
import { type Database, quoteName, type WorkOptions } from '../../../analyses/model/database'
import type { ShapeStep } from '../../../analyses/model/shape-step'
import { problem } from '../problem'
import { repeatedHours, seriesKeys } from '../types/repeated-hours'
import { timeFacts } from '../types/time-facts'
import { checkZone, stretchSql, toUtcSql, zoneStretches } from '../types/zones'
import { clockSql, daySecondsSql } from './clock-texts'
import { plainColumn, type Shaped } from './wide-to-long'

type Step = Extract<ShapeStep, { kind: 'join-time' }>

/** The columns a step joins, in its own order. */
export const joinedColumns = ({ date, time }: Step): readonly string[] => [
  ...(typeof date === 'string' ? [date] : [date.year, date.month, date.day]),
  ...(typeof time === 'string'
    ? [time]
    : [time.hour, time.minute, time.second].flatMap((name) => (name === undefined ? [] : [name]))),
]

export const utcName = ({ into }: Step): string => `${into}_utc`

/**
 * A timestamp from a day and a time of day, beside the columns it is made of. 24:00 is the next day's midnight.
 * Cells that are no day or no time of day give no timestamp and are counted. Refuses with `import.unknown-zone`.
 */
export async function joinTime(
  database: Database,
  { columns, select, line, problems = [] }: Shaped,
  step: Step,
  work: WorkOptions,
): Promise<Shaped> {
  const typeOf = (name: string) => columns.find((column) => column.name === name)?.type ?? 'text'
  const packed = typeof step.time === 'string' && (await isPacked(database, select, step.time, typeOf, work))
  const seconds = secondsSql(step.time, typeOf, packed)
  const value = `(${daySql(step.date, typeOf)} + to_microseconds(cast(round((${seconds}) * 1000000) as bigint)))`
  const names = columns.map(({ name }) => quoteName(name))
  const into = quoteName(step.into)
  const carried = line === undefined ? [] : [line]
  const joined = `select ${[...names, ...carried, `${value} as ${into}`].join(', ')} from (${select})`
  const parts = joinedColumns(step)
  const [row] = await database.rows(
    `select count(*) filter (where ${into} is null and coalesce(${parts.map((name) => `cast(${quoteName(name)} as varchar)`).join(', ')}) is not null) as bad,
      min(${into})::varchar as first, max(${into})::varchar as last from (${joined})`,
    {},
    work,
  )
  const [bad, first, last] = [Number(row?.['bad'] ?? 0), textOf(row?.['first']), textOf(row?.['last'])]
  const zone = step.zone ?? null
  const facts = await timeFacts(
    database,
    `(${joined})`,
    { value: into, first, last, zone, interval: undefined },
    work,
  )
  const column: Column = {
    ...plainColumn(step.into, 'timestamp', 'period'),
    ...(facts === null ? {} : { time: facts }),
  }
  const found = [...problems, ...(bad === 0 ? [] : [problem('shape.time-unreadable', bad, null, step.into)])]
  const at = Math.max(...parts.map((name) => columns.findIndex((each) => each.name === name))) + 1
  const put = (made: readonly Column[]): readonly Column[] => [
    ...columns.slice(0, at),
    ...made,
    ...columns.slice(at),
  ]
  const listed = (made: readonly Column[]): string =>
    [...put(made).map(({ name }) => quoteName(name)), ...carried].join(', ')
  const kept = line === undefined ? {} : { line }
  if (zone === null) {
    const ask = facts === null ? [] : [problem('column.time-without-zone', 1, null, step.into)]
    return {
      ...kept,
      columns: put([column]),
      select: `select ${listed([column])} from (${joined})`,
      problems: [...found, ...ask],
    }
  }
  const utc = await inUtc(database, { columns, joined, line }, { step, zone, first, last }, work)
  const beside: Column = {
    ...plainColumn(utcName(step), 'timestamp', 'period'),
    ...(facts === null ? {} : { time: { ...facts, zone: 'UTC', first: null, last: null } }),
    derived: { from: step.into, as: 'utc' },
  }
  const made = [column, beside]
  return {
    ...kept,
    columns: put(made),
    select: `select ${listed(made)} from (select *, ${utc.sql} as ${quoteName(beside.name)} from (${joined}))`,
    problems: [...found, ...utc.problems],
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

async function inUtc(
  database: Database,
  { columns, joined, line }: { columns: readonly Column[]; joined: string; line: string | undefined },
  { step, zone, first, last }: { step: Step; zone: string; first: string | null; last: string | null },
  work: WorkOptions,
) {
  const year = (text: string | null): number =>
    Math.min(2100, Math.max(1900, Number(text?.slice(0, 4) ?? 2000) || 2000))
  const stretches = zoneStretches(checkZone(zone, step.into), year(first), year(last))
  const value = quoteName(step.into)
  const from = `(${joined})`
  const parts = new Set(joinedColumns(step))
  const keys = seriesKeys(columns.filter(({ name }) => !parts.has(name))).map(quoteName)
  const passes =
    line === undefined ? [] : await repeatedHours(database, { from, value, line, keys, stretches }, work)
  const sql = toUtcSql(value, stretches, line === undefined ? null : { line, passes })
  const [twice, skipped] = (['twice', 'skipped'] as const).map((why) => stretchSql(value, stretches, why))
  const [row] = await database.rows(
    `select count(*) filter (where ${twice ?? 'false'} and (${sql}) is null) as twice,
      count(*) filter (where ${twice ?? 'false'} and (${sql}) is not null) as told,
      count(*) filter (where ${skipped ?? 'false'}) as skipped from ${from}`,
    {},
    work,
  )
  const codes = {
    twice: 'column.hour-twice',
    told: 'column.hour-twice-in-order',
    skipped: 'column.hour-skipped',
  } as const
  const problems = (['twice', 'told', 'skipped'] as const).flatMap((key) => {
    const count = Number(row?.[key] ?? 0)
    return count === 0 ? [] : [problem(codes[key], count, null, step.into, zone)]
  })
  return { sql, problems }
}

/** Whole numbers of which some are beyond 24 are hours and minutes in one. */
async function isPacked(
  database: Database,
  select: string,
  time: string,
  typeOf: (name: string) => Column['type'],
  work: WorkOptions,
): Promise<boolean> {
  if (typeOf(time) !== 'integer') return false
  const [row] = await database.rows(`select max(${quoteName(time)}) as m from (${select})`, {}, work)
  return Number(row?.['m'] ?? 0) > 24
}

const whole = (name: string | undefined): string =>
  name === undefined ? '0' : `try_cast(${quoteName(name)} as double)`

function daySql(date: Step['date'], typeOf: (name: string) => Column['type']): string {
  if (typeof date !== 'string') {
    const [y, m, d] = [date.year, date.month, date.day].map(
      (name) => `try_cast(${quoteName(name)} as integer)`,
    )
    // Years of two digits as POSIX strptime has them.
    const year = `(case when ${y} between 0 and 68 then ${y} + 2000 when ${y} between 69 and 99 then ${y} + 1900 else ${y} end)`
    return `cast(try_cast(printf('%04d-%02d-%02d', ${year}, ${m}, ${d}) as date) as timestamp)`
  }
  const c = quoteName(date)
  const type = typeOf(date)
  if (type === 'date') return `cast(${c} as timestamp)`
  if (type === 'timestamp') return `date_trunc('day', ${c})`
  return `date_trunc('day', try_strptime(trim(cast(${c} as varchar)), ['%Y%m%d', '%Y-%m-%d', '%d.%m.%Y', '%Y/%m/%d']))`
}

function secondsSql(time: Step['time'], typeOf: (name: string) => Column['type'], packed: boolean): string {
  if (typeof time === 'string') return clockSql(quoteName(time), typeOf(time), { packed })
  return daySecondsSql(whole(time.hour), whole(time.minute), whole(time.second))
}
