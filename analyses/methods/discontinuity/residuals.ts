import type { Side } from './side'
import type { Variance } from './variance'

/**
 * Residuals by nearest neighbours (Abadie and Imbens 2006; rdrobust `vce = "nn"`): sqrt(J / (J + 1)) times the value
 * minus the mean of the J nearest units of the same side; units at the same place, and places equally far on both
 * sides, come together, so J can exceed the matches asked for. One column of residuals for each column.
 */
export function neighbourResiduals({ x, columns, ties, turn }: Side, matches: number): Float64Array[] {
  const n = x.length
  const wanted = Math.min(matches, n - 1)
  const residuals = columns.map(() => new Float64Array(n))
  const sums = columns.map((column) => cumulated(column))
  for (let at = 0; at < n; at += 1) {
    let right = (ties[at] ?? 1) - (turn[at] ?? 1)
    let left = (turn[at] ?? 1) - 1
    while (left + right < wanted) {
      const below = at - left - 1
      const above = at + right + 1
      const toLeft = below < 0 ? Number.POSITIVE_INFINITY : (x[at] ?? 0) - (x[below] ?? 0)
      const toRight = above >= n ? Number.POSITIVE_INFINITY : (x[above] ?? 0) - (x[at] ?? 0)
      // Distances that differ by rounding only are equal.
      const same = Math.abs(toLeft - toRight) <= Math.min(toLeft, toRight) * 1.4901161193847656e-8
      if (toRight < toLeft || same) right += ties[above] ?? 1
      if (toLeft < toRight || same) left += ties[below] ?? 1
    }
    const from = at - left
    const to = at + right
    const others = to - from
    if (others === 0) continue
    columns.forEach((column, c) => {
      const own = (column[at] ?? Number.NaN) - (column[0] ?? 0)
      const sum = (sums[c]?.[to + 1] ?? 0) - (sums[c]?.[from] ?? 0) - own
      residuals[c]![at] = Math.sqrt(others / (others + 1)) * (own - sum / others)
    })
  }
  return residuals
}

/** Running sums of what is above the first value (residuals do not feel the level), one longer than the column. */
function cumulated(column: Float64Array): Float64Array {
  const sums = new Float64Array(column.length + 1)
  column.forEach((value, i) => {
    sums[i + 1] = (sums[i] ?? 0) + (value - (column[0] ?? 0))
  })
  return sums
}

/**
 * Plug-in residuals: value minus fit, times 1 (hc0), sqrt(n / (n - k)) (hc1; 1 with clusters, which have a factor of
 * their own), 1 / sqrt(1 - h) (hc2) or 1 / (1 - h) (hc3), h the leverage.
 */
export function plugInResiduals(
  columns: readonly Float64Array[],
  fitted: readonly Float64Array[],
  leverage: Float64Array,
  parameters: number,
  variance: Exclude<Variance, 'nn'>,
  clustered: boolean,
): Float64Array[] {
  return columns.map((column, c) =>
    column.map((value, i) => {
      const residual = value - (fitted[c]?.[i] ?? Number.NaN)
      const rest = Math.max(1 - (leverage[i] ?? 0), 1e-8)
      if (variance === 'hc2') return residual / Math.sqrt(rest)
      if (variance === 'hc3') return residual / rest
      const n = column.length
      return variance === 'hc1' && !clustered ? residual * Math.sqrt(n / (n - parameters)) : residual
    }),
  )
}
