import type { TimeFacts } from '../../../analyses/model/column-facts'
import {
  type Database,
  quoteName,
  quoteTable,
  type TableName,
  type WorkOptions,
} from '../../../analyses/model/database'
import { cumulativeColumns } from './cumulative'
import type { Finding } from './findings'
import { severalOffsets, withMixedZones } from './mixed-zones'
import { oldMidnights } from './old-midnights'
import { type Ask, askTable } from './raw-column'
import { repeatedHours, seriesKeys } from './repeated-hours'
import { timeFacts } from './time-facts'
import type { Finished } from './typed-column'
import { cellValueSql, stretchesOf } from './view-columns'
import { stretchSql } from './zones'

/** Facts about the times of a table: zone, step, interval, clock changes; and which measures are meters' readings. */
export async function withTimes(
  database: Database,
  table: TableName,
  columns: readonly Finished[],
  work: WorkOptions,
): Promise<readonly Finished[]> {
  const done: Finished[] = []
  const keys = seriesKeys(columns.map(({ column }) => column)).map(quoteName)
  for (const column of columns) done.push(await withTime(database, table, column, keys, work))
  return withCumulative(database, table, done, work)
}

async function withTime(
  database: Database,
  table: TableName,
  column: Finished,
  keys: readonly string[],
  work: WorkOptions,
): Promise<Finished> {
  const { measured, choice } = column
  if (column.column.type !== 'timestamp' || choice.reading === null)
    return withMixedZones(epochProposed(column), askTable(database, table, work))
  const { low, high, raw } = measured
  const isUtc = choice.reading.clock === 'utc'
  const zone = isUtc ? 'UTC' : column.zone
  const value = cellValueSql(column)
  const facts = await timeFacts(
    database,
    quoteTable(table),
    { value, first: text(low), last: text(high), zone, interval: raw.wanted.interval },
    work,
  )
  if (facts === null) return { ...column, zone: null }
  const timed = { ...column, zone: isUtc ? null : column.zone, column: { ...column.column, time: facts } }
  const passes = await passesOf(database, table, timed, value, keys, work)
  const hours = await oddHours({ ...timed, passes }, value, askTable(database, table, work))
  const offsets = await severalOffsets(database, table, column, work)
  const old = await oldMidnights(database, table, value, keys, facts.step, work)
  const findings = [...column.findings, ...findingsOf(column, facts), ...offsets, ...old, ...hours]
  return { ...timed, passes, findings }
}

/** Where the rows of a repeated hour stand in order, they tell which pass of it they are in. */
async function passesOf(
  database: Database,
  table: TableName,
  { column, zone }: Finished,
  value: string,
  keys: readonly string[],
  work: WorkOptions,
) {
  if (zone === null) return []
  const stretches = stretchesOf(zone, column)
  return repeatedHours(database, { from: quoteTable(table), value, line: '_line', keys, stretches }, work)
}

const text = (value: number | string | null): string | null => (typeof value === 'string' ? value : null)

function findingsOf({ measured }: Finished, facts: TimeFacts): readonly Finding[] {
  const count = measured.facts.filled
  const found: Finding[] = []
  if (facts.zone === null) {
    const codes = { local: 'column.time-local-clock', fixed: 'column.time-fixed-clock' } as const
    found.push({
      code: facts.clock === null ? 'column.time-without-zone' : codes[facts.clock],
      count,
      where: null,
    })
  }
  if (facts.interval === 'end' && !facts.intervalSaid) {
    const minutes = facts.step === null ? '' : `${facts.step / 60}`
    found.push({ code: 'column.interval-end', count, where: null, subject: minutes })
  }
  return found
}

/** Times in hours that the zone's clock shows twice or not at all: their moment is unknown, or told by their order. */
async function oddHours(
  { column, zone, passes = [] }: Finished,
  value: string,
  ask: Ask,
): Promise<readonly Finding[]> {
  if (zone === null) return []
  const stretches = stretchesOf(zone, column)
  const [twice, skipped] = (['twice', 'skipped'] as const).map((why) => stretchSql(value, stretches, why))
  const told = passes.map(({ from, to }) => `_line between ${from} and ${to}`).join(' or ')
  const kinds = [
    { code: 'column.hour-twice', where: and(twice, told === '' ? null : `not (${told})`) },
    { code: 'column.hour-twice-in-order', where: told === '' ? null : and(twice, `(${told})`) },
    { code: 'column.hour-skipped', where: skipped ?? null },
  ] as const
  const asked = kinds.flatMap(({ code, where }) => (where === null ? [] : [{ code, where, subject: zone }]))
  const counts = await ask(asked.map(({ where }) => `count(*) filter (where ${where})`))
  return asked.map((kind, i) => ({ ...kind, count: counts[i] ?? 0 })).filter(({ count }) => count > 0)
}

const and = (a: string | null | undefined, b: string | null): string | null =>
  a == null ? null : b === null ? a : `(${a} and ${b})`

const TIME_NAME =
  /(?:^|_)(?:time|ts|timestamp|epoch|unix|cas|czas|zeit|datetime|date|datum|data|dat|den|created|updated)(?:_|$)|time$/

/** Whole numbers that would be moments between 2001 and 2038, or days such as 20240131, in a column called so. */
function epochProposed(column: Finished): Finished {
  const { low, high, facts } = column.measured
  const { name, type } = column.column
  if ((type !== 'integer' && type !== 'code') || typeof low !== 'number' || typeof high !== 'number')
    return column
  if (!TIME_NAME.test(name)) return column
  const within = (factor: number): boolean => low >= 978_307_200 * factor && high < 2_147_483_648 * factor
  if (low >= 19_000_101 && high <= 21_001_231 && facts.shortest === 8 && facts.longest === 8) {
    const compact = { code: 'column.compact-dates', count: facts.filled, where: null } as const
    return { ...column, findings: [...column.findings, compact] }
  }
  const unit = within(1) ? 's' : within(1000) ? 'ms' : null
  if (unit === null) return column
  const finding = { code: 'column.epoch-proposed', count: facts.filled, where: null, subject: unit } as const
  return { ...column, findings: [...column.findings, finding] }
}

async function withCumulative(
  database: Database,
  table: TableName,
  columns: readonly Finished[],
  work: WorkOptions,
): Promise<readonly Finished[]> {
  const time = columns.find(({ column }) => column.type === 'timestamp' && column.time?.step != null)
  if (time === undefined) return columns
  const isMeasure = ({ column }: Finished): boolean =>
    column.role === 'measure' && (column.type === 'integer' || column.type === 'number')
  const keys = seriesKeys(columns.map(({ column }) => column))
  const names = await cumulativeColumns(
    database,
    table,
    {
      time: cellValueSql(time),
      keys,
      measures: columns
        .filter(isMeasure)
        .map((column) => [column.column.name, cellValueSql(column)] as const),
    },
    work,
  )
  return columns.map((column) => {
    if (!names.includes(column.column.name)) return column
    const finding = { code: 'column.cumulative', count: column.measured.facts.filled, where: null } as const
    return {
      ...column,
      column: { ...column.column, cumulative: true },
      findings: [...column.findings, finding],
    }
  })
}
