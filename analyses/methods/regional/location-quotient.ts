import { anyText, between, defineMethod, flag, orNone } from '../core/define-method'
import { poissonInterval } from '../core/distributions/poisson'
import { type Economy, type EconomyOptions, economyOf, exampleRows } from './economy'

export interface LocationQuotientOptions {
  readonly confidence: number
  /** Values count people or things one by one; money and weighted estimates do not. */
  readonly counts: boolean
}

export interface LocationQuotient {
  readonly territory: string
  readonly activity: string
  readonly value: number | null
  readonly share: number | null
  readonly referenceShare: number
  /** The value at which the quotient would be 1. */
  readonly expected: number
  readonly lq: number | null
  readonly low: number | null
  readonly high: number | null
  readonly status: 'ok' | 'no-interval' | 'missing-value' | 'empty-territory' | 'empty-activity'
}

/**
 * Location quotient: share of the activity in the territory over its share in the reference,
 * LQ = (x_ta / x_t) / (x_a / x). Interval for counts: exact Poisson limits of x_ta over the expected value
 * x_t * x_a / x, as for a standardised ratio; a count of 0 has the lower limit 0. The reference is taken as known.
 * A fraction among the values makes the interval absent, for then they are not counts.
 * A territory or a reference activity without anything has no quotient (absent, never 0 over 0).
 */
export function locationQuotients(
  economy: Economy,
  { confidence, counts }: LocationQuotientOptions,
): readonly LocationQuotient[] {
  const countable = counts && economy.values.every((value) => Number.isInteger(value))
  return economy.territories.flatMap((territory, row) =>
    economy.activities.map((activity, column): LocationQuotient => {
      const cell = row * economy.activities.length + column
      const value = economy.values[cell]!
      const whole = economy.territoryTotals[row]!
      const referenceShare = economy.activityTotals[column]! / economy.total
      const expected = whole * referenceShare
      const common = { territory, activity, referenceShare, expected }
      const none = { lq: null, low: null, high: null }
      if (economy.missing[cell] === 1)
        return { ...common, ...none, value: null, share: null, status: 'missing-value' }
      if (!(whole > 0)) return { ...common, ...none, value, share: null, status: 'empty-territory' }
      const share = value / whole
      if (!(referenceShare > 0)) return { ...common, ...none, value, share, status: 'empty-activity' }
      const lq = share / referenceShare
      if (!countable) return { ...common, value, share, lq, low: null, high: null, status: 'no-interval' }
      const limits = poissonInterval(value, confidence)
      return {
        ...common,
        value,
        share,
        lq,
        low: limits.low / expected,
        high: limits.high / expected,
        status: 'ok',
      }
    }),
  )
}

export const locationQuotientMethod = defineMethod({
  id: 'regional/location-quotient',
  version: 1,
  cites: ['isserman-1977', 'garwood-1936'],
  options: {
    reference: orNone(anyText()),
    totalActivity: orNone(anyText()),
    confidence: between(0.5, 0.999),
    counts: flag(),
  },
  example: {
    data: exampleRows,
    options: { reference: null, totalActivity: null, confidence: 0.95, counts: true },
  },
  compute: (rows, options: EconomyOptions & LocationQuotientOptions) =>
    locationQuotients(economyOf(rows, options), options),
})
