import { refuseMethod } from '../core/refusal'
import type { Frequency } from './period-index'

/** Seasonal regressors: their names, and their values at a period. */
export interface Season {
  readonly names: readonly string[]
  valuesAt(index: number): readonly number[]
}

const DAY = 86_400_000
const MONTHS = 12

/**
 * `none`; `harmonic:K`, K pairs sin_k, cos_k of 2 pi k times the position in the cycle (month/12, quarter/4, half/2,
 * day of the year/365.25 for weeks and days; with `length`, index/length); `month`, one dummy for each calendar
 * season but the first (months, quarters, halves; days and weeks by the month they lie in).
 * Plain counters have no calendar: without `length` they are taken as months, 1 as January (the pack says so).
 * A sine that is zero everywhere (the last pair of an even cycle) is left out.
 * Refuses `series.season-unknown`, `series.no-season` (years have no cycle of their own) and
 * `series.season-too-fine` (more pairs than half the cycle).
 */
export function seasonColumns(season: string, given: number | null, frequency: Frequency): Season {
  const length = given ?? (frequency === 'number' ? MONTHS : null)
  if (season === 'none') return { names: [], valuesAt: () => [] }
  const pairs = /^harmonic:(\d{1,2})$/.exec(season)
  if (pairs) return harmonics(Number(pairs[1]), length, frequency)
  if (season !== 'month') return refuseMethod('series.season-unknown', { season })
  return dummies(length, frequency)
}

function harmonics(pairs: number, length: number | null, frequency: Frequency): Season {
  const cycle = length ?? cycleOf(frequency)
  if (cycle === null) return refuseMethod('series.no-season', {})
  if (pairs < 1 || pairs * 2 > cycle)
    return refuseMethod('series.season-too-fine', { pairs, most: Math.floor(cycle / 2) })
  const orders = Array.from({ length: pairs }, (_, k) => k + 1)
  const withSine = (k: number): boolean => k * 2 < cycle
  return {
    names: orders.flatMap((k) => (withSine(k) ? [`sin_${k}`, `cos_${k}`] : [`cos_${k}`])),
    valuesAt: (index) => {
      const turn = 2 * Math.PI * (length === null ? position(index, frequency) : index / length)
      return orders.flatMap((k) =>
        withSine(k) ? [Math.sin(k * turn), Math.cos(k * turn)] : [Math.cos(k * turn)],
      )
    },
  }
}

function dummies(length: number | null, frequency: Frequency): Season {
  const seasons = length ?? calendarSeasons(frequency)
  if (seasons === null || !Number.isInteger(seasons) || seasons < 2)
    return refuseMethod('series.no-season', {})
  const months = frequency === 'number' && length === MONTHS
  const word = length === null || months ? dummyWord(frequency) : 'season'
  const rest = Array.from({ length: seasons - 1 }, (_, j) => j + 2)
  // Counters begin at one, the calendar's own indices at nought.
  const first = frequency === 'number' ? 1 : 0
  const seasonAt = (index: number): number =>
    length === null
      ? calendarSeason(index, frequency)
      : ((((index - first) % seasons) + seasons) % seasons) + 1
  return {
    names: rest.map((season) => `${word}_${String(season).padStart(2, '0')}`),
    valuesAt: (index) => rest.map((season) => (seasonAt(index) === season ? 1 : 0)),
  }
}

function cycleOf(frequency: Frequency): number | null {
  const cycles: Partial<Record<Frequency, number>> = {
    'half-year': 2,
    quarter: 4,
    month: 12,
    week: 52,
    day: 365,
  }
  return cycles[frequency] ?? null
}

/** Share of the year that has passed with the end of the period. */
function position(index: number, frequency: Frequency): number {
  if (frequency === 'month') return ((index % 12) + 1) / 12
  if (frequency === 'quarter') return ((index % 4) + 1) / 4
  if (frequency === 'half-year') return ((index % 2) + 1) / 2
  const date = dateOf(index, frequency)
  return ((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY + 1) / 365.25
}

/** The day itself, or the Thursday of the week, which decides the week's year and month. */
const dateOf = (index: number, frequency: Frequency): Date =>
  new Date((frequency === 'week' ? index * 7 : index) * DAY)

const calendarSeasons = (frequency: Frequency): number | null => {
  const count = cycleOf(frequency)
  return count === null ? null : Math.min(count, 12)
}

const dummyWord = (frequency: Frequency): string =>
  frequency === 'quarter' ? 'quarter' : frequency === 'half-year' ? 'half' : 'month'

function calendarSeason(index: number, frequency: Frequency): number {
  if (frequency === 'month') return (index % 12) + 1
  if (frequency === 'quarter') return (index % 4) + 1
  if (frequency === 'half-year') return (index % 2) + 1
  return dateOf(index, frequency).getUTCMonth() + 1
}
