import { leastSquares } from '../core/linear/least-squares'
import { columnOf, matrix } from '../core/linear/matrix'
import { type Kernel, kernelWeight } from './kernel'
import type { Side } from './side'

export interface PooledRegression {
  readonly value: number
  /** HC1: squared residuals, times n / (n - k) with k both sides' coefficients. */
  readonly se: number
  readonly n: number
}

/**
 * The conventional estimate as any regression program gives it: one weighted least squares with a polynomial of its
 * own on each side and the error HC1, units with |x| < h. The value is that of the local polynomial; the
 * error differs from rdrobust's, which judges each side apart. Null where the polynomial cannot be carried.
 */
export function pooledRegression(
  sides: readonly Side[],
  h: number,
  order: number,
  kernel: Kernel,
): PooledRegression | null {
  const rows = sides.flatMap((side, s) =>
    Array.from(side.x.keys()).flatMap((i) => {
      const u = (side.x[i] ?? 0) / h
      const weight = kernelWeight(u, kernel) * (side.weights?.[i] ?? 1)
      return weight > 0 ? [{ u, weight, y: side.columns[0]?.[i] ?? Number.NaN, right: s }] : []
    }),
  )
  const n = rows.length
  const k = 2 * (order + 1)
  if (n <= k) return null
  const x = matrix(n, k)
  rows.forEach(({ u, right }, i) => {
    for (let j = 0; j <= order; j += 1) {
      x.values[j * n + i] = u ** j
      x.values[(order + 1 + j) * n + i] = right * u ** j
    }
  })
  const weights = Float64Array.from(rows, ({ weight }) => weight)
  const fit = leastSquares(
    x,
    rows.map(({ y }) => y),
    { weights },
  )
  if (fit.rank < k) return null
  const jump = order + 1
  let variance = 0
  for (let i = 0; i < n; i += 1) {
    let reach = 0
    for (let j = 0; j < k; j += 1)
      reach += (fit.unscaledCovariance.values[j * k + jump] ?? 0) * (columnOf(x, j)[i] ?? 0)
    variance += (reach * (weights[i] ?? 0) * (fit.residuals[i] ?? 0)) ** 2
  }
  return { value: fit.coefficients[jump] ?? Number.NaN, se: Math.sqrt((variance * n) / (n - k)), n }
}
