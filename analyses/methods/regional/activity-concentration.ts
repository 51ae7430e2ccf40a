import { anyText, defineMethod, orNone } from '../core/define-method'
import { absoluteDifference, herfindahl, meanShares, normalisedHerfindahl } from './concentration'
import {
  activityShares,
  type Economy,
  type EconomyOptions,
  economyOf,
  exampleRows,
  territoryWeights,
} from './economy'
import { plainGini, weightedGini } from './gini'

export interface ActivityConcentration {
  readonly activity: string
  readonly total: number
  /** Territories that have any of it. */
  readonly territories: number
  /** Twice the area under the diagonal, territories in the order of the location quotient: 0 to 1. */
  readonly locationalGini: number | null
  /** The area itself, 0 to 0.5, as Krugman (1991) gives it. */
  readonly locationalGiniArea: number | null
  /** Gini of the location quotients, each territory counting the same. */
  readonly giniQuotients: number | null
  /** Half the sum of |share of the activity - share of everything| over territories, 0 to 1. */
  readonly hoover: number | null
  /** Sum of the same differences against the unweighted mean of the other activities, 0 to 2. */
  readonly krugmanOthers: number | null
  readonly hhi: number | null
  readonly hhiNormalised: number | null
  /** Gini of the shares themselves, each territory counting the same, and the same times n/(n-1). */
  readonly gini: number | null
  readonly giniNormalised: number | null
  readonly status: 'ok' | 'empty-activity' | 'missing-value'
}

/**
 * How far each activity is gathered in few territories, compared with where everything is (locational Gini, Hoover,
 * Gini of quotients) or with an even spread (HHI, Gini of shares). Territories are those compared, so the weights are
 * their totals even when a reference territory is given. An activity with a missing cell is absent.
 */
export function activityConcentration(economy: Economy): readonly ActivityConcentration[] {
  const weights = territoryWeights(economy)
  const shares = economy.activities.map((_, column) => activityShares(economy, column))
  const known = shares.flatMap((row) => (row === null ? [] : [row]))
  const sums = meanShares(known)?.map((mean) => mean * known.length) ?? null
  const width = economy.activities.length
  return economy.activities.map((activity, column) => {
    const own = shares[column] ?? null
    const cells = economy.territories.map((_, row) => row * width + column)
    const common = {
      activity,
      total: cells.reduce((total, cell) => total + economy.values[cell]!, 0),
      territories: cells.filter((cell) => economy.values[cell]! > 0).length,
    }
    if (cells.some((cell) => economy.missing[cell] === 1))
      return { ...common, ...nothing, status: 'missing-value' as const }
    if (own === null) return { ...common, ...nothing, status: 'empty-activity' as const }
    const others =
      sums !== null && known.length > 1
        ? sums.map((all, index) => (all - own[index]!) / (known.length - 1))
        : null
    return { ...common, ...indices(own, weights, others), status: 'ok' as const }
  })
}

const nothing = {
  locationalGini: null,
  locationalGiniArea: null,
  giniQuotients: null,
  hoover: null,
  krugmanOthers: null,
  hhi: null,
  hhiNormalised: null,
  gini: null,
  giniNormalised: null,
} as const

function indices(own: Float64Array, weights: Float64Array, others: Float64Array | null) {
  const hhi = herfindahl(own)
  const gini = plainGini(own)
  const locational = weightedGini(own, weights)
  const quotients = [...own].flatMap((share, index) => (weights[index]! > 0 ? [share / weights[index]!] : []))
  const n = own.length
  return {
    locationalGini: locational,
    locationalGiniArea: locational === null ? null : locational / 2,
    giniQuotients: plainGini(quotients),
    hoover: absoluteDifference(own, weights) / 2,
    krugmanOthers: others === null ? null : absoluteDifference(own, others),
    hhi,
    hhiNormalised: normalisedHerfindahl(hhi, n),
    gini,
    giniNormalised: gini === null || n < 2 ? null : (gini * n) / (n - 1),
  }
}

export const activityConcentrationMethod = defineMethod({
  id: 'regional/activity-concentration',
  version: 1,
  cites: ['krugman-1991', 'hoover-1936', 'farhauer-kroell-2014'],
  options: { reference: orNone(anyText()), totalActivity: orNone(anyText()) },
  example: { data: exampleRows, options: { reference: null, totalActivity: null } },
  compute: (rows, options: EconomyOptions) => activityConcentration(economyOf(rows, options)),
})
