import { symmetricEigen } from '../core/linear/eigen'
import { element } from '../core/linear/matrix'
import { correlationMatrix } from './correlation-matrix'
import { correlation } from './moments'

export const weightings = ['structure', 'equal', 'pca', 'optimised'] as const
export type Weighting = (typeof weightings)[number]

export interface ChosenWeights {
  readonly weights: readonly number[]
  /** What a reader must know: members whose loading was negative, or targets that could not be met. */
  readonly status: 'ok' | 'negative-loading' | 'not-reached' | 'no-variation'
}

/**
 * Loadings of the first principal component of the correlation matrix as weights. A member with a negative loading
 * runs against the others and gets 0. The weights follow how correlated the members are, not how much they matter:
 * OECD/JRC (2008) ch. 6 warn of it, and so does the pack.
 */
export function pcaWeights(members: readonly Float64Array[]): ChosenWeights {
  const correlations = correlationMatrix(members)
  if (correlations.values.some(Number.isNaN)) return { weights: members.map(() => 1), status: 'no-variation' }
  const { vectors } = symmetricEigen(correlations)
  const loadings = members.map((_, i) => element(vectors, i, 0))
  const sign = loadings.reduce((sum, loading) => sum + loading, 0) < 0 ? -1 : 1
  const turned = loadings.map((loading) => (Math.abs(loading) < 1e-12 ? 0 : sign * loading))
  return {
    weights: turned.map((loading) => Math.max(0, loading)),
    status: turned.some((loading) => loading < 0) ? 'negative-loading' : 'ok',
  }
}

const mostSteps = 500

/**
 * Weights whose correlations with the node's score stand in the ratio of the target importances (the structure's
 * weights), after Becker, Saisana, Paruolo & Vandecasteele (2017): each weight is moved by the root of target over
 * achieved importance until they agree; the best set met is kept. Negative correlations cannot be mended by a
 * positive weight: then the status says that the target was not reached.
 */
export function optimisedWeights(
  members: readonly Float64Array[],
  targets: readonly number[],
  score: (weights: readonly number[]) => Float64Array,
): ChosenWeights {
  const wanted = shares(targets)
  let weights = wanted
  let best = { weights, miss: Number.POSITIVE_INFINITY }
  for (let step = 0; step < mostSteps; step += 1) {
    const node = score(weights)
    const reached = members.map((member) => correlation(member, node).value)
    if (reached.some(Number.isNaN)) return { weights: wanted, status: 'no-variation' }
    const importance = shares(reached.map((value) => Math.max(1e-6, value)))
    const miss = Math.max(...importance.map((value, i) => Math.abs(value - (wanted[i] ?? 0))))
    if (miss < best.miss) best = { weights, miss }
    if (miss < 1e-8) break
    weights = shares(
      weights.map((weight, i) => weight * Math.sqrt((wanted[i] ?? 0) / Math.max(1e-9, importance[i] ?? 1))),
    )
  }
  return { weights: best.weights, status: best.miss < 1e-3 ? 'ok' : 'not-reached' }
}

const shares = (values: readonly number[]): readonly number[] => {
  const sum = values.reduce((total, value) => total + value, 0)
  return values.map((value) => value / sum)
}
