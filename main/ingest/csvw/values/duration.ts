/** A duration as XML Schema counts it: months and seconds apart, because a month has no fixed length. */
export interface Duration {
  readonly months: number
  readonly seconds: number
}

const PATTERN = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

/** Undefined when the text is no duration of that type. */
export function parseDuration(text: string, base: string): Duration | undefined {
  const match = PATTERN.exec(text)
  if (match === null || !/\d/.test(text) || text.endsWith('T')) return undefined
  const [, sign, years, months, days, hours, minutes, seconds] = match
  const hasTime = [days, hours, minutes, seconds].some((part) => part !== undefined)
  const hasMonths = years !== undefined || months !== undefined
  if ((base === 'dayTimeDuration' && hasMonths) || (base === 'yearMonthDuration' && hasTime)) return undefined
  const factor = sign === '-' ? -1 : 1
  const number = (part: string | undefined): number => Number(part ?? 0)
  return {
    months: factor * (number(years) * 12 + number(months)),
    seconds: factor * (((number(days) * 24 + number(hours)) * 60 + number(minutes)) * 60 + number(seconds)),
  }
}

/** The instants at which XML Schema (part 2, section 3.3.6.1) tries which of two durations is longer. */
const STARTS = [
  [1696, 8],
  [1697, 1],
  [1903, 2],
  [1903, 6],
] as const

/** Negative or positive when a is shorter or longer from every start, otherwise 0: equal or not comparable. */
export function compareDurations(a: Duration, b: Duration): number {
  const differences = STARTS.map(([year, month]) => ends(a, year, month) - ends(b, year, month))
  if (differences.every((difference) => difference < 0)) return -1
  return differences.every((difference) => difference > 0) ? 1 : 0
}

const ends = ({ months, seconds }: Duration, year: number, month: number): number =>
  Date.UTC(year, month + months, 1) / 1000 + seconds
