import { nelderMead } from '../core/optimise/nelder-mead'
import { type Columns, simplexLeastSquares } from '../core/optimise/simplex-least-squares'
import type { Steps } from '../core/steps'

/** Characteristics of the treated unit and of the donors, each row already divided by its spread. */
export interface Characteristics {
  readonly treated: Float64Array
  readonly donors: Columns
}

/** The outcome in the periods whose fit counts. */
export interface FitSeries {
  readonly treated: Float64Array
  readonly donors: Columns
}

export interface NestedFit {
  /** Importance of each characteristic; sum one. */
  readonly importance: Float64Array
  readonly weights: Float64Array
  /** Mean squared gap of the fit periods. */
  readonly mspe: number
}

export interface SearchOptions {
  /** Local searches from the best starting points. */
  readonly starts: number
  /** Inner problems solved in one local search. */
  readonly evaluations: number
}

export const usualSearch: SearchOptions = { starts: 16, evaluations: 250 }

/** Below this share of the largest, a characteristic counts for nothing. */
const LOWEST_LOG = -16

/** Donor weights for given importances: the exact minimum of (x1 - X0 w)' V (x1 - X0 w) on the simplex. */
export function weightsFor(
  characteristics: Characteristics,
  importance: ArrayLike<number>,
  start: ArrayLike<number> | null = null,
): Float64Array {
  const { treated, donors } = characteristics
  const { rows, columns } = donors
  const root = Float64Array.from({ length: rows }, (_, k) => Math.sqrt(importance[k] ?? 0))
  const values = new Float64Array(rows * columns)
  for (let j = 0; j < columns; j += 1)
    for (let k = 0; k < rows; k += 1)
      values[j * rows + k] = (root[k] ?? 0) * (donors.values[j * rows + k] ?? 0)
  const target = treated.map((value, k) => (root[k] ?? 0) * value)
  return simplexLeastSquares({ rows, columns, values }, target, { start }).weights
}

export function meanSquaredGap(series: FitSeries, weights: ArrayLike<number>): number {
  const { rows, columns, values } = series.donors
  let total = 0
  for (let t = 0; t < rows; t += 1) {
    let gap = series.treated[t] ?? 0
    for (let j = 0; j < columns; j += 1) {
      const weight = weights[j] ?? 0
      if (weight !== 0) gap -= weight * (values[j * rows + t] ?? 0)
    }
    total += gap * gap
  }
  return total / rows
}

/**
 * The importances of the characteristics for which the donor weights they imply reproduce the outcome best
 * (Abadie, Diamond and Hainmueller 2010, section 2.3): a search over diagonal V around an exact inner problem.
 * The function has flat parts and many local minima. The search begins at equal importances, at the squared
 * correlations of the characteristics with the outcome, at each characteristic alone and at points spread evenly over
 * the simplex; the first ones and the best of them are improved by Nelder-Mead in logarithms, the best of these again,
 * the very best until nothing is gained. Of importances that serve equally well the most even ones are taken: the
 * mean squared gap is raised by a millionth of itself times their relative entropy. No chance is involved: the same
 * data give the same answer. An importance below 1e-7 of the largest is as good as none: smaller ones would leave the
 * inner problem to rounding.
 */
export function* nestedWeights(
  characteristics: Characteristics,
  fit: FitSeries,
  search: SearchOptions,
): Steps<NestedFit> {
  const size = characteristics.treated.length
  let nearby: Float64Array | null = null
  const evaluate = (logs: ArrayLike<number>): number => {
    const importance = shares(logs)
    nearby = weightsFor(characteristics, importance, nearby)
    return meanSquaredGap(fit, nearby) * (1 + EVENNESS * unevenness(importance))
  }
  const finished = (logs: ArrayLike<number>): NestedFit => {
    const importance = shares(logs)
    const weights = weightsFor(characteristics, importance)
    return { importance, weights, mspe: meanSquaredGap(fit, weights) }
  }
  if (size === 1) return finished([0])
  const { starts, evaluations } = search
  const points = startingPoints(characteristics, fit).map((at) => ({ at, value: evaluate(at) }))
  const best = points.toSorted(byValue).slice(0, Math.ceil(starts / 2))
  const even = points.filter((point) => !best.includes(point)).slice(0, Math.floor(starts / 2))
  const pieces = starts + KEPT + 1
  const improve = (at: Float64Array, step: number, tolerance: number) =>
    nelderMead(evaluate, at, { step, evaluations, tolerance })
  let found: { at: Float64Array; value: number }[] = []
  for (const { at } of [...best, ...even]) {
    found.push(improve(at, 1.5, 1e-6))
    yield found.length / pieces
  }
  found = found.toSorted(byValue)
  for (const [index, { at }] of found.slice(0, KEPT).entries()) {
    found[index] = improve(improve(at, -1, 1e-7).at, 0.7, 1e-8)
    yield (starts + index + 1) / pieces
  }
  let last = found.toSorted(byValue)[0] ?? { at: new Float64Array(size), value: Number.POSITIVE_INFINITY }
  for (let again = 0; again < 8; again += 1) {
    const next = improve(last.at, again % 2 === 0 ? 0.4 : -0.8, 1e-10)
    const gained = last.value - next.value
    if (next.value < last.value) last = next
    if (gained <= 1e-7 * last.value) break
  }
  return finished(last.at)
}

const byValue = (one: { readonly value: number }, other: { readonly value: number }): number =>
  one.value - other.value

/** Local searches that are carried on. */
const KEPT = 3
const EVENNESS = 1e-6

/** Relative entropy of equal shares from these: 0 when they are equal. */
function unevenness(importance: Float64Array): number {
  let sum = 0
  for (const value of importance) sum -= Math.log(value * importance.length) / importance.length
  return sum
}

/** Logarithms to shares that sum to one. */
function shares(logs: ArrayLike<number>): Float64Array {
  let highest = Number.NEGATIVE_INFINITY
  for (let k = 0; k < logs.length; k += 1) highest = Math.max(highest, logs[k] ?? 0)
  const out = Float64Array.from({ length: logs.length }, (_, k) =>
    Math.exp(Math.max((logs[k] ?? 0) - highest, LOWEST_LOG)),
  )
  let sum = 0
  for (const value of out) sum += value
  return out.map((value) => value / sum)
}

function startingPoints(characteristics: Characteristics, fit: FitSeries): readonly Float64Array[] {
  const size = characteristics.treated.length
  const logs = (values: ArrayLike<number>) => {
    let highest = 0
    for (let k = 0; k < size; k += 1) highest = Math.max(highest, values[k] ?? 0)
    return Float64Array.from({ length: size }, (_, k) =>
      Math.log(Math.max((values[k] ?? 0) / (highest || 1), 1e-6)),
    )
  }
  const equal = new Float64Array(size)
  const alone = Array.from({ length: size }, (_, k) =>
    Float64Array.from({ length: size }, (_, other) => (other === k ? 0 : -4)),
  )
  const spread = Array.from({ length: 12 * size }, (_, index) =>
    Float64Array.from({ length: size }, (_, k) => 3 * Math.log(1e-9 - Math.log(halton(index + 1, k)))),
  )
  return [equal, logs(regressionImportance(characteristics, fit)), ...alone, ...spread]
}

const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71]

/** Evenly spread numbers between 0 and 1; far dimensions turn the near ones round. */
function halton(index: number, dimension: number): number {
  const base = PRIMES[dimension % PRIMES.length] ?? 2
  let value = 0
  let part = 1 / base
  for (
    let rest = index + Math.floor(dimension / PRIMES.length) * 17;
    rest > 0;
    rest = Math.floor(rest / base)
  ) {
    value += (rest % base) * part
    part /= base
  }
  return value
}

/** Sum over the fit periods of the squared simple correlations of each characteristic with the outcome. */
function regressionImportance(characteristics: Characteristics, fit: FitSeries): Float64Array {
  const { rows: size, columns, values } = characteristics.donors
  const importance = new Float64Array(size)
  for (let k = 0; k < size; k += 1) {
    const x = Float64Array.from({ length: columns }, (_, j) => values[j * size + k] ?? 0)
    for (let t = 0; t < fit.donors.rows; t += 1) {
      const y = Float64Array.from(
        { length: columns },
        (_, j) => fit.donors.values[j * fit.donors.rows + t] ?? 0,
      )
      importance[k] = (importance[k] ?? 0) + squaredCorrelation(x, y)
    }
  }
  return importance
}

function squaredCorrelation(x: Float64Array, y: Float64Array): number {
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length
  const mx = mean(x)
  const my = mean(y)
  let xx = 0
  let yy = 0
  let xy = 0
  for (let j = 0; j < x.length; j += 1) {
    const dx = (x[j] ?? 0) - mx
    const dy = (y[j] ?? 0) - my
    xx += dx * dx
    yy += dy * dy
    xy += dx * dy
  }
  return xx > 0 && yy > 0 ? (xy * xy) / (xx * yy) : 0
}
