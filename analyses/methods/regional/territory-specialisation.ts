import { anyText, defineMethod, orNone } from '../core/define-method'
import {
  absoluteDifference,
  entropy,
  hachman,
  herfindahl,
  meanShares,
  normalisedHerfindahl,
} from './concentration'
import {
  type Economy,
  type EconomyOptions,
  economyOf,
  exampleRows,
  referenceShares,
  sum,
  territoryShares,
} from './economy'
import { plainGini, weightedGini } from './gini'

export interface TerritorySpecialisation {
  readonly territory: string
  readonly total: number
  /** Activities the territory has at all. */
  readonly activities: number
  /** Sum of |share here - share in the reference|, 0 to 2. */
  readonly krugman: number | null
  /** The same against the unweighted mean of the other territories' shares. */
  readonly krugmanOthers: number | null
  readonly hhi: number | null
  readonly hhiNormalised: number | null
  /** Number of equally large activities that would give the same HHI. */
  readonly equivalents: number | null
  readonly entropy: number | null
  readonly hachman: number | null
  /** Gini of the shares themselves, and the same times n/(n-1). */
  readonly gini: number | null
  readonly giniNormalised: number | null
  /** Gini of the location quotients, each activity counting the same. */
  readonly giniQuotients: number | null
  /** Gini of employment over activities in the order of the location quotient, reference employment as the weight. */
  readonly giniReference: number | null
  readonly status: 'ok' | 'empty-territory' | 'missing-value' | 'incomplete-structure'
}

/**
 * How far the structure of each territory is from the reference (Krugman, Hachman, Gini of quotients) and from
 * an even spread (HHI, entropy, Gini of shares). A missing cell makes the whole territory absent: an index of an
 * incomplete structure would be the index of another territory. So do shares, here or in the reference, that add up to
 * less than 0.98 or more than 1.02 of a given total.
 */
export function territorySpecialisation(economy: Economy): readonly TerritorySpecialisation[] {
  const reference = referenceShares(economy)
  const shares = economy.territories.map((_, row) => territoryShares(economy, row))
  const known = shares.flatMap((row) => (row === null ? [] : [row]))
  const sums = meanShares(known)?.map((mean) => mean * known.length) ?? null
  const width = economy.activities.length
  return economy.territories.map((territory, row) => {
    const own = shares[row] ?? null
    const common = {
      territory,
      total: economy.territoryTotals[row]!,
      activities: own === null ? 0 : own.filter((share) => share > 0).length,
    }
    const gap = economy.missing.subarray(row * width, (row + 1) * width).includes(1)
    if (gap) return { ...common, ...nothing, status: 'missing-value' as const }
    if (own === null) return { ...common, ...nothing, status: 'empty-territory' as const }
    if (!complete(own) || !complete(reference))
      return { ...common, ...nothing, status: 'incomplete-structure' as const }
    const others =
      sums !== null && known.length > 1
        ? sums.map((all, index) => (all - own[index]!) / (known.length - 1))
        : null
    return { ...common, ...indices(own, reference, others), status: 'ok' as const }
  })
}

const nothing = {
  krugman: null,
  krugmanOthers: null,
  hhi: null,
  hhiNormalised: null,
  equivalents: null,
  entropy: null,
  hachman: null,
  gini: null,
  giniNormalised: null,
  giniQuotients: null,
  giniReference: null,
} as const

const complete = (shares: Float64Array): boolean => Math.abs(sum(shares) - 1) <= 0.02

function indices(own: Float64Array, reference: Float64Array, others: Float64Array | null) {
  const hhi = herfindahl(own)
  const gini = plainGini(own)
  const n = own.length
  const quotients = [...own].flatMap((share, index) =>
    reference[index]! > 0 ? [share / reference[index]!] : [],
  )
  return {
    krugman: absoluteDifference(own, reference),
    krugmanOthers: others === null ? null : absoluteDifference(own, others),
    hhi,
    hhiNormalised: normalisedHerfindahl(hhi, n),
    equivalents: sum(own) > 0 ? 1 / hhi : null,
    entropy: entropy(own),
    hachman: hachman(own, reference),
    gini,
    giniNormalised: gini === null || n < 2 ? null : (gini * n) / (n - 1),
    giniQuotients: plainGini(quotients),
    giniReference: weightedGini(own, reference),
  }
}

export const territorySpecialisationMethod = defineMethod({
  id: 'regional/territory-specialisation',
  version: 1,
  cites: ['krugman-1991', 'hachman-1995', 'farhauer-kroell-2014'],
  options: { reference: orNone(anyText()), totalActivity: orNone(anyText()) },
  example: { data: exampleRows, options: { reference: null, totalActivity: null } },
  compute: (rows, options: EconomyOptions) => territorySpecialisation(economyOf(rows, options)),
})
