import { cholesky } from '../core/linear/cholesky'
import { element, matrix } from '../core/linear/matrix'
import { type CovariateColumn, moments } from './covariates'

export type Metric = 'propensity' | 'logit' | 'mahalanobis'

/** Each row as a point; the squared distance of two rows is the sum of squared differences. */
export interface Points {
  readonly dimensions: number
  /** Row by row. */
  readonly values: Float64Array
}

/**
 * Points whose squared Euclidean distance is the chosen one: the propensity score, its logit, or the covariates by
 * Mahalanobis, all divided by the spread over all rows (n - 1), as R Matching scales them. A collinear covariate adds
 * nothing and is left out.
 */
export function pointsOf(
  metric: Metric,
  scores: ArrayLike<number>,
  columns: readonly CovariateColumn[],
): Points {
  if (metric === 'mahalanobis') return whitened(columns, scores.length)
  const values = Float64Array.from(scores, (score) =>
    metric === 'logit' ? Math.log(score / (1 - score)) : score,
  )
  const { mean, variance } = moments(
    values,
    Array.from(values, (_, i) => i),
  )
  const spread = Math.sqrt(variance)
  return { dimensions: 1, values: values.map((value) => (spread > 0 ? (value - mean) / spread : 0)) }
}

/** L^-1 (x - mean) with LL' the covariance of the covariates: sphered one covariate after the other. */
function whitened(columns: readonly CovariateColumn[], size: number): Points {
  const every = Array.from({ length: size }, (_, i) => i)
  const scaled = columns
    .filter(({ base }) => !base)
    .map(({ values }) => {
      const { mean, variance } = moments(values, every)
      return values.map((value) => (variance > 0 ? (value - mean) / Math.sqrt(variance) : 0))
    })
  const kept: Float64Array[] = []
  for (const column of scaled) {
    if (!column.some((value) => value !== 0)) continue
    if (cholesky(correlations([...kept, column], size)) !== null) kept.push(column)
  }
  const k = kept.length
  const factor = k === 0 ? null : cholesky(correlations(kept, size))
  const values = new Float64Array(size * k)
  if (factor !== null)
    for (let i = 0; i < size; i++)
      for (let j = 0; j < k; j++) {
        let rest = kept[j]?.[i] ?? 0
        for (let m = 0; m < j; m++) rest -= element(factor, j, m) * (values[i * k + m] ?? 0)
        values[i * k + j] = rest / element(factor, j, j)
      }
  return { dimensions: k, values }
}

function correlations(columns: readonly Float64Array[], size: number) {
  const k = columns.length
  const result = matrix(k, k)
  for (let a = 0; a < k; a++)
    for (let b = 0; b <= a; b++) {
      let sum = 0
      for (let i = 0; i < size; i++) sum += (columns[a]?.[i] ?? 0) * (columns[b]?.[i] ?? 0)
      result.values[a * k + b] = sum / (size - 1)
      result.values[b * k + a] = sum / (size - 1)
    }
  return result
}

/** Squared distance of two rows. */
export function squaredDistance({ dimensions, values }: Points, a: number, b: number): number {
  let sum = 0
  for (let j = 0; j < dimensions; j++)
    sum += ((values[a * dimensions + j] ?? 0) - (values[b * dimensions + j] ?? 0)) ** 2
  return sum
}
