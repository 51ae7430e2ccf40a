import { refuseMethod } from '../core/refusal'

/** How far apart neighbouring periods are. `number` is a plain counter (1, 2, 3): it has no calendar. */
export type Frequency = 'year' | 'half-year' | 'quarter' | 'month' | 'week' | 'day' | 'number'

/** Periods on a line of whole numbers: a missing period leaves a hole, it never moves the others together. */
export interface Clock {
  readonly frequency: Frequency
  /** One for each period given, in their order. */
  readonly indices: readonly number[]
  /** Index of any instant written in a calendar form: the period that contains it. Null when it cannot be read. */
  indexOf(text: string): number | null
  /** The period with this index, written as in the data. */
  labelOf(index: number): string
}

interface Instant {
  readonly kind: Frequency
  readonly year: number
  readonly month: number
  /** Days since 1970-01-01 of its first day; the counter itself for `number`. */
  readonly day: number
}

const DAY = 86_400_000
const dayNumber = (year: number, month: number, day: number): number =>
  Math.round(Date.UTC(year, month - 1, day) / DAY)

/**
 * Reads years (2023), half-years (2023-S1), quarters (2023-Q1), months (2023-01, 2023-M01, 1/2023), ISO weeks
 * (2023-W05), days (2023-01-31) and plain counters. Days that always fall on the first or last day of a month are
 * months (or quarters, or years, by their smallest distance); days always seven apart are weeks.
 * Refuses `series.period-unreadable` and `series.periods-mixed`.
 */
export function readPeriods(periods: readonly string[]): Clock {
  const instants = periods.map((text) => parseInstant(text))
  const bad = instants.indexOf(null)
  if (bad >= 0) return refuseMethod('series.period-unreadable', { period: periods[bad] ?? '' })
  const known = instants.filter((instant) => instant !== null)
  const kinds = new Set(known.map(({ kind }) => kind))
  // Years are counters too when other counters stand beside them (998, 999, 1000, 1001).
  if (kinds.size === 2 && kinds.has('year') && kinds.has('number')) return counterClock(periods)
  if (kinds.size > 1) {
    const other = known.findIndex(({ kind }) => kind !== known[0]?.kind)
    return refuseMethod('series.periods-mixed', { first: periods[0] ?? '', other: periods[other] ?? '' })
  }
  const kind = known[0]?.kind ?? 'number'
  const frequency = kind === 'day' ? coarser(known) : kind
  const indices = known.map((instant) => indexIn(instant, frequency))
  const labels = new Map(indices.map((index, i) => [index, periods[i] ?? '']))
  return {
    frequency,
    indices,
    indexOf: (text) => {
      const instant = parseInstant(text)
      if (instant === null || (instant.kind === 'number') !== (frequency === 'number'))
        return frequency === 'number' && instant?.kind === 'year' ? instant.year : null
      return indexIn(instant, frequency)
    },
    labelOf: (index) => labels.get(index) ?? label(index, frequency),
  }
}

function counterClock(periods: readonly string[]): Clock {
  return {
    frequency: 'number',
    indices: periods.map(Number),
    indexOf: (text) => (/^-?\d+$/.test(text.trim()) ? Number(text) : null),
    labelOf: String,
  }
}

function parseInstant(given: string): Instant | null {
  const text = given.trim()
  const at = (kind: Frequency, year: number, month = 1, day = 1): Instant | null =>
    month >= 1 && month <= 12 ? { kind, year, month, day: dayNumber(year, month, day) } : null
  const year = /^(1\d{3}|2\d{3})$/.exec(text)
  if (year) return at('year', Number(text))
  const half = /^(\d{4})[-. ]?[SH]([12])$/i.exec(text)
  if (half) return at('half-year', Number(half[1]), Number(half[2]) * 6 - 5)
  const quarter = /^(\d{4})[-. /]?Q([1-4])$/i.exec(text) ?? flipped(/^Q([1-4])[-. /](\d{4})$/i.exec(text))
  if (quarter) return at('quarter', Number(quarter[1]), Number(quarter[2]) * 3 - 2)
  const month =
    /^(\d{4})[-./ ]?M?(\d{2})$/i.exec(text) ??
    /^(\d{4})[-./ ]M?(\d)$/i.exec(text) ??
    flipped(/^(\d{1,2})[./-](\d{4})$/.exec(text))
  if (month) return at('month', Number(month[1]), Number(month[2]))
  const week = /^(\d{4})-?W(\d{1,2})$/i.exec(text)
  if (week) return weekInstant(Number(week[1]), Number(week[2]))
  const day = /^(\d{4})-(\d{2})-(\d{2})([T ][\d:.]*Z?)?$/.exec(text)
  if (day) return at('day', Number(day[1]), Number(day[2]), Number(day[3]))
  return /^-?\d{1,9}$/.test(text) ? { kind: 'number', year: 0, month: 1, day: Number(text) } : null
}

const flipped = (match: RegExpExecArray | null): readonly string[] | null =>
  match && [match[0], match[2] ?? '', match[1] ?? '']

/** ISO 8601: week 1 holds 4 January; weeks begin on Monday. */
function weekInstant(year: number, week: number): Instant | null {
  if (week < 1 || week > 53) return null
  const fourth = dayNumber(year, 1, 4)
  const monday = fourth - ((fourth + 3) % 7)
  return { kind: 'week', year, month: 1, day: monday + (week - 1) * 7 }
}

/** Day numbers from 1970-01-01, a Thursday: Monday of the week is day - ((day + 3) mod 7). */
const weekIndex = (day: number): number => Math.floor((day + 3) / 7)

function indexIn({ kind, year, month, day }: Instant, frequency: Frequency): number {
  switch (frequency) {
    case 'year':
      return year
    case 'half-year':
      return year * 2 + Math.floor((month - 1) / 6)
    case 'quarter':
      return year * 4 + Math.floor((month - 1) / 3)
    case 'month':
      return year * 12 + month - 1
    case 'week':
      return weekIndex(kind === 'year' ? dayNumber(year, 1, 4) : day)
    case 'day':
    case 'number':
      return day
  }
}

/** What days really are, when they stand for longer periods. */
function coarser(days: readonly Instant[]): Frequency {
  const dates = days.map(({ day }) => new Date(day * DAY))
  const first = dates.every((date) => date.getUTCDate() === 1)
  const last = dates.every((date) => new Date(date.getTime() + DAY).getUTCDate() === 1)
  if (days.length > 1 && (first || last)) {
    const months = commonStep(days.map(({ year, month }) => year * 12 + month))
    return months % 12 === 0 ? 'year' : months % 3 === 0 ? 'quarter' : 'month'
  }
  return days.length > 1 && commonStep(days.map(({ day }) => day)) % 7 === 0 ? 'week' : 'day'
}

/** Greatest common divisor of the distances; 0 when all are the same. */
function commonStep(values: readonly number[]): number {
  const base = values[0] ?? 0
  const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))
  return values.reduce((step, value) => gcd(step, Math.abs(value - base)), 0)
}

const two = (value: number): string => String(value).padStart(2, '0')

function label(index: number, frequency: Frequency): string {
  switch (frequency) {
    case 'half-year':
      return `${Math.floor(index / 2)}-S${(index % 2) + 1}`
    case 'quarter':
      return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`
    case 'month':
      return `${Math.floor(index / 12)}-${two((index % 12) + 1)}`
    case 'week': {
      const thursday = new Date((index * 7 - 3 + 3) * DAY)
      const year = thursday.getUTCFullYear()
      const week = Math.floor((thursday.getTime() / DAY - dayNumber(year, 1, 1)) / 7) + 1
      return `${year}-W${two(week)}`
    }
    case 'day':
      return new Date(index * DAY).toISOString().slice(0, 10)
    default:
      return String(index)
  }
}
