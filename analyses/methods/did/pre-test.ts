import { chiSquareUpper } from '../core/distributions/chi-square'
import { leastSquares } from '../core/linear/least-squares'
import { matrixFromColumns } from '../core/linear/matrix'
import type { ClusteredInfluence } from './multiplier-bootstrap'

export interface PreTest {
  readonly statistic: number
  readonly degrees: number
  readonly p: number
}

/**
 * Wald test that all the given effects are nought: b' V^-1 b against chi-square, V = A'A of the clustered influence
 * values A. By QR of A, never forming V: with A = QR, b' V^-1 b is the square of R'^-1 b, which is the norm of the
 * fitted values of any y with A'y = b. Null when V is singular, as with fewer clusters than effects.
 */
export function preTest(effects: readonly number[], influence: ClusteredInfluence): PreTest | null {
  if (effects.length === 0 || influence.clusters <= effects.length) return null
  const a = matrixFromColumns(influence.columns)
  const { unscaledCovariance, rank } = leastSquares(a, new Float64Array(influence.clusters))
  if (rank < effects.length) return null
  let statistic = 0
  for (let i = 0; i < effects.length; i += 1)
    for (let j = 0; j < effects.length; j += 1)
      statistic += (effects[i] ?? 0) * (unscaledCovariance.values[j * rank + i] ?? 0) * (effects[j] ?? 0)
  return { statistic, degrees: effects.length, p: chiSquareUpper(statistic, effects.length) }
}
