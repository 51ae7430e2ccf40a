import { sum } from './economy'

/** Herfindahl-Hirschman index: sum of squared shares, 1/n (even) to 1 (all in one). */
export const herfindahl = (shares: ArrayLike<number>): number =>
  sum(Float64Array.from(shares, (share) => share * share))

/** (H - 1/n) / (1 - 1/n): 0 even, 1 all in one, whatever n. One part only: null. */
export const normalisedHerfindahl = (index: number, parts: number): number | null =>
  parts > 1 ? (index - 1 / parts) / (1 - 1 / parts) : null

/** Shannon's entropy with natural logarithms, 0 ln 0 = 0: 0 all in one, ln n even. */
export const entropy = (shares: ArrayLike<number>): number =>
  sum(Float64Array.from(shares, (share) => (share > 0 ? -share * Math.log(share) : 0)))

/** Sum of absolute differences of shares, 0 to 2 (Krugman); half of it is Hoover's index, 0 to 1. */
export const absoluteDifference = (shares: ArrayLike<number>, others: ArrayLike<number>): number =>
  sum(Float64Array.from(shares, (share, index) => Math.abs(share - others[index]!)))

/** Unweighted mean of the rows: what a territory is compared with when each of the others counts the same. */
export function meanShares(rows: readonly Float64Array[]): Float64Array | null {
  const [first] = rows
  if (first === undefined) return null
  return first.map((_, index) => sum(rows.map((row) => row[index]!)) / rows.length)
}

/**
 * Hachman index, 1 / sum(LQ_a * s_a): 1 the same structure as the reference, towards 0 unlike it.
 * An activity the reference lacks but the territory has makes it 0; the sum is taken where the reference has any.
 */
export function hachman(shares: ArrayLike<number>, reference: ArrayLike<number>): number | null {
  let weighted = 0
  for (let index = 0; index < shares.length; index += 1) {
    const share = shares[index]!
    if (share === 0) continue
    if (!(reference[index]! > 0)) return 0
    weighted += (share / reference[index]!) * share
  }
  return weighted > 0 ? 1 / weighted : null
}
