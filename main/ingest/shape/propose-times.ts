import type { Column } from '../../../analyses/model/data-set'
import type { ShapeStep } from '../../../analyses/model/shape-step'
import { clockSeconds } from './clock-texts'

type JoinTime = Extract<ShapeStep, { kind: 'join-time' }>

/** A column and its cells in the first rows. */
export interface SampledColumn {
  readonly column: Column
  readonly cells: readonly (string | null)[]
}

const word = (words: string): RegExp => new RegExp(`(?:^|_)(?:${words})(?:_|$)`)
const names = {
  year: word('rok|year|jahr|yyyy'),
  month: word('mesic|month|monat|miesiac|mies'),
  day: word('den|day|tag|dzien|dd'),
  hour: word('hodina|hodiny|hod|hour|hours|stunde|godzina|godz|hh'),
  minute: word('minuta|minuty|minute|minutes|min'),
  second: word('sekunda|sekundy|second|seconds|sekunde|sec'),
} as const
type Part = keyof typeof names
const ranges: Readonly<Record<Part, readonly [low: number, high: number]>> = {
  year: [1900, 2100],
  month: [1, 12],
  day: [1, 31],
  hour: [0, 24],
  minute: [0, 59],
  second: [0, 59],
}
const CLOCK_NAME = word('cas|casu|time|zeit|uhrzeit|czas|godzina|godz|hodina|hod|hour')
const COLON = /^\s*\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s?[AaPp]\.?[Mm]\.?)?\s*$/

/** Days and times of day that stand in columns of their own, as steps that would join them. */
export function proposeTimes(columns: readonly SampledColumn[]): readonly JoinTime[] {
  const own = columns.filter(({ column }) => column.derived === undefined)
  const clocks = own.filter(isClock).map(({ column }) => column.name)
  const place = new Map(own.map(({ column }, i) => [column.name, i] as const))
  const dates = own.filter(isDay).map(({ column }) => column.name)
  const part = (kind: Part): string | undefined => own.find((each) => isPart(each, kind))?.column.name
  const [year, month, day, hour] = [part('year'), part('month'), part('day'), part('hour')]
  const ofParts = year === undefined || month === undefined || day === undefined ? null : { year, month, day }
  const times: readonly JoinTime['time'][] =
    clocks.length > 0 || hour === undefined ? clocks : [timeOf(hour, part('minute'), part('second'))]
  return times.flatMap((time) => {
    const at = place.get(typeof time === 'string' ? time : time.hour) ?? 0
    const date = nearest(dates, at, place) ?? ofParts
    if (date === null) return []
    const named = typeof date === 'string' && typeof time === 'string' ? `${date}_${time}` : 'timestamp'
    return [{ kind: 'join-time' as const, date, time, into: named }]
  })
}

const timeOf = (hour: string, minute: string | undefined, second: string | undefined): JoinTime['time'] => ({
  hour,
  ...(minute === undefined ? {} : { minute }),
  ...(minute === undefined || second === undefined ? {} : { second }),
})

/** The day before the time in the table, the nearer the better; else the first after it. */
function nearest(
  dates: readonly string[],
  at: number,
  place: ReadonlyMap<string, number>,
): string | undefined {
  const before = dates.findLast((name) => (place.get(name) ?? 0) < at)
  return before ?? dates[0]
}

const filledOf = ({ cells }: SampledColumn): readonly string[] =>
  cells.flatMap((cell) => (cell === null || cell.trim() === '' ? [] : [cell.trim()]))

/** Most cells are times of day: with a colon, or in another form under a name that says so. */
function isClock(sampled: SampledColumn): boolean {
  const { type, name } = sampled.column
  const filled = filledOf(sampled)
  if (!['text', 'code', 'number'].includes(type) || filled.length === 0) return false
  const times = filled.filter((cell) => clockSeconds(cell) !== null)
  if (times.length < filled.length * 0.9) return mayBeClock(name, filled, times.length)
  return CLOCK_NAME.test(name) || (type === 'text' && filled.every((cell) => COLON.test(cell)))
}

/** Under a name that says so a few cells may be something else. */
const mayBeClock = (name: string, filled: readonly string[], times: number): boolean =>
  CLOCK_NAME.test(name) && times >= 2 && times * 2 >= filled.length

function isDay(sampled: SampledColumn): boolean {
  const { type, name } = sampled.column
  if (type === 'date') return true
  const filled = filledOf(sampled)
  if (filled.length === 0) return false
  if (type === 'timestamp') return filled.every((cell) => /[T ]0?0:00(?::00(?:[.,]0+)?)?$/.test(cell))
  const named = /(?:^|_)(?:date|datum|data|dat|den|day|tag|dzien)(?:_|$)|date$/.test(name)
  return (
    named &&
    (type === 'integer' || type === 'code') &&
    filled.every((cell) => /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(cell))
  )
}

function isPart(sampled: SampledColumn, kind: Part): boolean {
  const { type, name } = sampled.column
  if ((type !== 'integer' && type !== 'code' && type !== 'text') || !names[kind].test(name)) return false
  const [low, high] = ranges[kind]
  const filled = filledOf(sampled)
  return (
    filled.length > 0 &&
    filled.every((cell) => /^\d{1,4}$/.test(cell) && Number(cell) >= low && Number(cell) <= high)
  )
}
