import { leastSquares } from '../core/linear/least-squares'
import { columnOf, element, type Matrix, matrixFromColumns } from '../core/linear/matrix'
import type { Steps } from '../core/steps'
import { bandedOrder, logDeterminant } from './banded'
import { lagOf, type Weights } from './weights'

export interface SpatialModel {
  readonly model: 'lag' | 'error'
  /** rho of the lag model, lambda of the error model. */
  readonly parameter: number
  readonly parameterSe: number | null
  readonly coefficients: Float64Array
  readonly se: readonly (number | null)[]
  readonly variance: number
  readonly logLikelihood: number
}

/** More work than this for one determinant (multiplications), and a person would wait too long. */
const MOST_WORK = 1e8

/**
 * Maximum likelihood of the spatial lag model y = rho W y + X b + e and the spatial error model y = X b + u,
 * u = lambda W u + e (Ord 1975; Anselin 1988), for row-standardised weights and regressors without collinear columns.
 * The likelihood is concentrated on the one spatial parameter and searched between -1 and 1; the determinant is
 * exact. Standard errors come from the curvature of the likelihood there (observed information; R `spatialreg` takes
 * the expected one). Null where areas are so many and so entangled that the determinant costs too much.
 */
export function* spatialModels(
  y: Float64Array,
  x: Matrix,
  weights: Weights,
): Steps<readonly SpatialModel[] | null> {
  const banded = bandedOrder(weights)
  if (banded.size * banded.band ** 2 > MOST_WORK) return null
  const lagged = matrixFromColumns(
    Array.from({ length: x.columns }, (_, j) => lagOf(weights, columnOf(x, j))),
  )
  const lagY = lagOf(weights, y)
  const determinants = new Map<number, number>()
  const profile = (solve: Profile) => (at: number) => {
    const known = determinants.get(at) ?? logDeterminant(banded, at)
    determinants.set(at, known)
    const n = y.length
    return known - (n / 2) * (Math.log((2 * Math.PI * solve(at).rss) / n) + 1)
  }
  const models: SpatialModel[] = []
  for (const [index, model] of (['lag', 'error'] as const).entries()) {
    const solve: Profile =
      model === 'lag'
        ? (at) => leastSquares(x, minus(y, at, lagY))
        : (at) => leastSquares(minusMatrix(x, at, lagged), minus(y, at, lagY))
    const best = yield* maximum(profile(solve), index / 2, (index + 1) / 2)
    models.push(described(model, best, solve, profile(solve), y.length))
  }
  return models
}

type Profile = (at: number) => {
  readonly rss: number
  readonly coefficients: Float64Array
  readonly unscaledCovariance: Matrix
}

/** Curvature and slopes by central differences of this width; both are smooth and of order one here. */
const WIDTH = 1e-4

function described(
  model: SpatialModel['model'],
  at: number,
  solve: Profile,
  likelihood: (at: number) => number,
  n: number,
): SpatialModel {
  const { rss, coefficients, unscaledCovariance } = solve(at)
  const curve = (likelihood(at + WIDTH) - 2 * likelihood(at) + likelihood(at - WIDTH)) / WIDTH ** 2
  const parameterVariance = curve < 0 ? -1 / curve : null
  const [up, down] = [solve(at + WIDTH).coefficients, solve(at - WIDTH).coefficients]
  return {
    model,
    parameter: at,
    parameterSe: parameterVariance === null ? null : Math.sqrt(parameterVariance),
    coefficients,
    se: Array.from(coefficients, (_, j) => {
      if (parameterVariance === null) return null
      const slope = ((up[j] ?? 0) - (down[j] ?? 0)) / (2 * WIDTH)
      return Math.sqrt((rss / n) * element(unscaledCovariance, j, j) + slope ** 2 * parameterVariance)
    }),
    variance: rss / n,
    logLikelihood: likelihood(at),
  }
}

/** The best of a grid, then golden section around it: the likelihood may have more than one hill. */
function* maximum(of: (at: number) => number, from: number, to: number): Steps<number> {
  const grid = Array.from({ length: 21 }, (_, at) => -0.99 + at * 0.099)
  let best = 0
  const values: number[] = []
  for (const [index, at] of grid.entries()) {
    values.push(of(at))
    if ((values[index] ?? 0) > (values[best] ?? 0)) best = index
    yield from + ((to - from) * 0.4 * index) / grid.length
  }
  let low = best === 0 ? -1 + 1e-9 : (grid[best - 1] ?? -1)
  let high = best === grid.length - 1 ? 1 - 1e-9 : (grid[best + 1] ?? 1)
  const golden = (Math.sqrt(5) - 1) / 2
  let [a, b] = [high - golden * (high - low), low + golden * (high - low)]
  let [atA, atB] = [of(a), of(b)]
  for (let step = 0; high - low > 1e-10 && step < 60; step += 1) {
    if (atA > atB) {
      high = b
      b = a
      atB = atA
      a = high - golden * (high - low)
      atA = of(a)
    } else {
      low = a
      a = b
      atA = atB
      b = low + golden * (high - low)
      atB = of(b)
    }
    yield from + (to - from) * (0.4 + (0.6 * step) / 60)
  }
  return (low + high) / 2
}

const minus = (y: Float64Array, factor: number, lag: Float64Array): Float64Array =>
  y.map((value, at) => value - factor * (lag[at] ?? 0))

const minusMatrix = (x: Matrix, factor: number, lag: Matrix): Matrix => ({
  ...x,
  values: x.values.map((value, at) => value - factor * (lag.values[at] ?? 0)),
})
