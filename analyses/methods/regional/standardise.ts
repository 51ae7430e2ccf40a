import { sum } from './economy'

/** (x - mean) / sd with n - 1; fewer than two values, or all the same: null. */
export function standardised(values: ArrayLike<number>): Float64Array | null {
  const n = values.length
  if (n < 2) return null
  const all = Float64Array.from(values)
  const mean = sum(all) / n
  const apart = all.map((value) => value - mean)
  const sd = Math.sqrt(sum(apart.map((value) => value * value)) / (n - 1))
  const size = Math.max(...all.map(Math.abs))
  if (!(sd > 1e-13 * size)) return null
  return apart.map((value) => value / sd)
}

/** Pearson's correlation; 0 where one of the two does not vary. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const first = standardised(a)
  const second = standardised(b)
  if (first === null || second === null) return 0
  return sum(first.map((value, index) => value * second[index]!)) / (first.length - 1)
}
