import { normalTwoSided } from '../core/distributions/normal'
import { studentTwoSided } from '../core/distributions/student'
import { leastSquares } from '../core/linear/least-squares'
import {
  columnOf,
  crossProduct,
  element,
  type Matrix,
  matrix,
  matrixFromColumns,
} from '../core/linear/matrix'
import { addScaled } from '../core/linear/vectors'
import { studentQuantile } from '../core/student-t'

export interface BetaData {
  /** Level at the beginning and the end, above zero. */
  readonly initial: ArrayLike<number>
  readonly final: ArrayLike<number>
  /** Years between them. */
  readonly years: number
  readonly weights: ArrayLike<number> | null
  readonly controls: readonly { readonly name: string; readonly values: ArrayLike<number> }[]
}

export interface BetaOptions {
  readonly errors: 'iid' | 'hc1'
  readonly confidence: number
}

export interface BetaTerm {
  readonly term: string
  readonly estimate: number
  readonly se: number | null
  /** Errors that allow any spread (HC1). */
  readonly seRobust: number | null
  readonly p: number | null
  readonly low: number | null
  readonly high: number | null
}

export interface Beta {
  readonly terms: readonly BetaTerm[]
  readonly dropped: readonly string[]
  /** Share of the gap to the long-run level that closes each year, -ln(1 + bT) / T. */
  readonly lambda: number | null
  readonly lambdaSe: number | null
  readonly lambdaLow: number | null
  readonly lambdaHigh: number | null
  /** Years until half the gap is closed, ln 2 / lambda. */
  readonly halfLife: number | null
  readonly r2: number | null
  readonly n: number
  readonly status: 'ok' | 'no-convergence' | 'overshooting'
  /** Influence of every territory on the slope, for differences between slopes; by the n / (n - K) of HC1. */
  readonly influence: Float64Array
}

/**
 * Beta convergence: ln(final / initial) / T = a + b ln(initial) + controls. With a slope of annualised growth the
 * speed is lambda = -ln(1 + bT) / T (Barro & Sala-i-Martin 1992); dividing -ln(1 + b) by T, as some software does, is
 * right only for T = 1. The interval of lambda is that of b carried through the formula, its error by the delta
 * method. There is a speed only where b < 0 and 1 + bT > 0.
 */
export function betaConvergence(data: BetaData, options: BetaOptions): Beta | null {
  const logs = Float64Array.from(data.initial, Math.log)
  const growth = logs.map((value, i) => (Math.log(data.final[i] ?? Number.NaN) - value) / data.years)
  const ones = new Float64Array(logs.length).fill(1)
  const x = matrixFromColumns([ones, logs, ...data.controls.map(({ values }) => values)])
  const names = ['intercept', 'initial', ...data.controls.map(({ name }) => name)]
  const fit = leastSquares(x, growth, data.weights ? { weights: data.weights } : {})
  const degrees = logs.length - fit.rank
  if (!fit.kept.includes(1) || degrees < 1) return null
  const influence = influenceOf(x, fit, data.weights)
  const ordinary = scaled(fit.unscaledCovariance, fit.rss / degrees)
  const robust = scaled(crossProduct(influence), logs.length / degrees)
  const chosen = options.errors === 'iid' ? ordinary : robust
  const t = studentQuantile(1 - (1 - options.confidence) / 2, degrees)
  const terms = fit.kept.map((column, k): BetaTerm => {
    const estimate = fit.coefficients[column] ?? 0
    const se = rootOf(element(chosen, k, k))
    return {
      term: names[column] ?? '',
      estimate,
      se,
      seRobust: rootOf(element(robust, k, k)),
      p: se === null ? null : studentTwoSided(estimate / se, degrees),
      low: se === null ? null : estimate - t * se,
      high: se === null ? null : estimate + t * se,
    }
  })
  const slope = terms[fit.kept.indexOf(1)]
  const mean = weightedMean(growth, data.weights)
  const total = growth.reduce((sum, value, i) => sum + (data.weights?.[i] ?? 1) * (value - mean) ** 2, 0)
  return {
    terms,
    dropped: fit.dropped.map((column) => names[column] ?? ''),
    ...speedOf(slope, data.years),
    r2: total > 0 ? 1 - fit.rss / total : null,
    n: logs.length,
    influence: columnOf(influence, fit.kept.indexOf(1)).map(
      (value) => value * Math.sqrt(logs.length / degrees),
    ),
  }
}

const rootOf = (variance: number): number | null => (variance > 0 ? Math.sqrt(variance) : null)

const scaled = (m: Matrix, by: number): Matrix => ({ ...m, values: m.values.map((value) => value * by) })

function influenceOf(
  x: Matrix,
  fit: ReturnType<typeof leastSquares>,
  weights: ArrayLike<number> | null,
): Matrix {
  const influence = matrix(x.rows, fit.rank)
  for (let k = 0; k < fit.rank; k += 1) {
    const column = columnOf(influence, k)
    fit.kept.forEach((from, j) => {
      addScaled(column, element(fit.unscaledCovariance, j, k), columnOf(x, from))
    })
    for (let i = 0; i < column.length; i += 1)
      column[i] = (column[i] ?? 0) * (fit.residuals[i] ?? 0) * (weights?.[i] ?? 1)
  }
  return influence
}

function weightedMean(values: Float64Array, weights: ArrayLike<number> | null): number {
  let sum = 0
  let whole = 0
  values.forEach((value, i) => {
    sum += (weights?.[i] ?? 1) * value
    whole += weights?.[i] ?? 1
  })
  return sum / whole
}

/** The yearly speed of an annualised slope; null where the slope is not one of convergence. */
export const speedOfSlope = (slope: number, years: number): number | null =>
  slope < 0 && 1 + slope * years > 0 ? -Math.log1p(slope * years) / years : null

function speedOf(slope: BetaTerm | undefined, years: number) {
  const b = slope?.estimate ?? 0
  const lambda = speedOfSlope(b, years)
  if (lambda === null)
    return {
      lambda,
      lambdaSe: null,
      lambdaLow: null,
      lambdaHigh: null,
      halfLife: null,
      status: b < 0 ? ('overshooting' as const) : ('no-convergence' as const),
    }
  const ends = (end: number | null | undefined) =>
    end !== null && end !== undefined && 1 + end * years > 0 ? -Math.log1p(end * years) / years : null
  return {
    lambda,
    lambdaSe: slope?.se === null || slope?.se === undefined ? null : slope.se / (1 + b * years),
    lambdaLow: ends(slope?.high),
    lambdaHigh: ends(slope?.low),
    halfLife: Math.LN2 / lambda,
    status: 'ok' as const,
  }
}

/**
 * The difference of two slopes over territories that may be the same: each territory's influence on the one is taken
 * from its influence on the other before they are squared, so what both share cancels. Normal distribution.
 */
export function slopeDifference(
  first: { readonly beta: Beta; readonly territories: readonly string[] },
  second: { readonly beta: Beta; readonly territories: readonly string[] },
  confidenceReach: number,
): {
  readonly estimate: number
  readonly se: number | null
  readonly p: number | null
  readonly low: number | null
  readonly high: number | null
} {
  const slope = ({ beta }: typeof first) => beta.terms.find(({ term }) => term === 'initial')?.estimate ?? 0
  const influences = new Map<string, number>()
  const add = (names: readonly string[], values: Float64Array, sign: number) => {
    names.forEach((name, i) => {
      influences.set(name, (influences.get(name) ?? 0) + sign * (values[i] ?? 0))
    })
  }
  add(first.territories, first.beta.influence, 1)
  add(second.territories, second.beta.influence, -1)
  const se = rootOf([...influences.values()].reduce((sum, value) => sum + value * value, 0))
  const estimate = slope(first) - slope(second)
  return se === null
    ? { estimate, se, p: null, low: null, high: null }
    : {
        estimate,
        se,
        p: normalTwoSided(estimate / se),
        low: estimate - confidenceReach * se,
        high: estimate + confidenceReach * se,
      }
}
