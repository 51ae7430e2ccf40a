/** Central European time by the rule of the EU directive, without the machine's time zone data. */
const HOUR = 3_600_000

/** UTC milliseconds of a calendar instant. */
export const utc = (year: number, month: number, day: number, hour = 0): number =>
  Date.UTC(year, month - 1, day, hour)

/** The hours of one local year in UTC milliseconds: from local midnight to local midnight. */
export function hoursOfLocalYear(year: number): number[] {
  const start = utc(year, 1, 1) - HOUR
  const end = utc(year + 1, 1, 1) - HOUR
  return Array.from({ length: (end - start) / HOUR }, (_, index) => start + index * HOUR)
}

export interface LocalTime {
  readonly day: number
  readonly month: number
  readonly year: number
  readonly hour: number
  /** 0 is Sunday. */
  readonly weekday: number
}

/** Wall clock in Prague, an hour (March to October: two) ahead of UTC. */
export function pragueTime(instant: number): LocalTime {
  const year = new Date(instant).getUTCFullYear()
  const summer = instant >= lastSunday(year, 3) + HOUR && instant < lastSunday(year, 10) + HOUR
  const wall = new Date(instant + (summer ? 2 : 1) * HOUR)
  return {
    day: wall.getUTCDate(),
    month: wall.getUTCMonth() + 1,
    year: wall.getUTCFullYear(),
    hour: wall.getUTCHours(),
    weekday: wall.getUTCDay(),
  }
}

function lastSunday(year: number, month: number): number {
  const last = utc(year, month, 31)
  return last - new Date(last).getUTCDay() * 24 * HOUR
}

const two = (value: number): string => String(value).padStart(2, '0')

/** `26.03.2023 03:00`, as Czech stations write it. */
export function czechStamp(instant: number): string {
  const { day, month, year, hour } = pragueTime(instant)
  return `${two(day)}.${two(month)}.${year} ${two(hour)}:00`
}
