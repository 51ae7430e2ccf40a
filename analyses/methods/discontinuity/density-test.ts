import { normalDensity, normalTwoSided } from '../core/distributions/normal'
import { leastSquares } from '../core/linear/least-squares'
import { columnOf, type Matrix, matrix } from '../core/linear/matrix'
import { solveLinear } from '../core/linear/solve'
import { refuseMethod } from '../core/refusal'

export interface DensityTest {
  readonly left: number
  readonly right: number
  readonly difference: number
  readonly se: number
  readonly statistic: number
  readonly p: number
  readonly hLeft: number
  readonly hRight: number
  readonly inLeft: number
  readonly inRight: number
}

/** Order of the density's local polynomial; the test itself uses one more, which takes the bias out. */
const ORDER = 2

/**
 * Whether units bunch on one side of the cut-off: Cattaneo, Jansson and Ma (2020), the local polynomial of the
 * empirical distribution function, unrestricted model, order 2 for the bandwidth and 3 for the test, triangular
 * kernel, jackknife variance, repeated values adjusted, bandwidths `comb` (median of each, difference and sum):
 * the defaults of rddensity. `x` ascends and is measured from the cut-off. Given bandwidths replace the chosen ones.
 */
export function densityTest(x: ArrayLike<number>, given?: readonly [number, number]): DensityTest {
  const values = Array.from(x)
  if (!values.some((value) => value < 0) || !values.some((value) => value >= 0))
    return refuseMethod('discontinuity.one-sided')
  const heights = distribution(values)
  const [hLeft, hRight] = given ?? densityBandwidths(values, heights)
  const inside = values.flatMap((value, i) => (value >= -hLeft && value <= hRight ? [i] : []))
  const fit = densityFit(
    inside.map((i) => values[i] ?? 0),
    inside.map((i) => heights[i] ?? 0),
    values.length,
    {
      hLeft,
      hRight,
      order: ORDER + 1,
    },
  )
  const difference = fit.right - fit.left
  const se = Math.sqrt(fit.varianceDifference)
  return {
    left: fit.left,
    right: fit.right,
    difference,
    se,
    statistic: difference / se,
    p: normalTwoSided(difference / se),
    hLeft,
    hRight,
    inLeft: inside.filter((i) => (values[i] ?? 0) < 0).length,
    inRight: inside.filter((i) => (values[i] ?? 0) >= 0).length,
  }
}

/** (i - 1) / (n - 1), the same at repeated values: that of the last of them. */
function distribution(ascending: readonly number[]): readonly number[] {
  const heights = new Array<number>(ascending.length)
  for (let i = ascending.length - 1; i >= 0; i -= 1)
    heights[i] = ascending[i] === ascending[i + 1] ? (heights[i + 1] ?? 0) : i / (ascending.length - 1)
  return heights
}

interface DensityFitOptions {
  readonly hLeft: number
  readonly hRight: number
  readonly order: number
}

interface DensityFit {
  readonly left: number
  readonly right: number
  readonly varianceLeft: number
  readonly varianceRight: number
  readonly varianceDifference: number
  readonly varianceSum: number
  /** Coefficient of the power just above the bandwidth's own order, on each side. */
  readonly cubicLeft: number
  readonly cubicRight: number
}

function densityFit(
  x: readonly number[],
  heights: readonly number[],
  all: number,
  { hLeft, hRight, order }: DensityFitOptions,
): DensityFit {
  const n = x.length
  const columns = order + 1
  const design = matrix(n, 2 * columns)
  const w = new Float64Array(n)
  x.forEach((value, i) => {
    const left = value < 0
    const h = left ? hLeft : hRight
    const u = value / h
    w[i] = (1 - Math.abs(u)) / h
    for (let j = 0; j < columns; j += 1) design.values[(left ? j : columns + j) * n + i] = u ** j
  })
  const fit = leastSquares(design, heights, { weights: w, tolerance: 1e-13 })
  if (fit.rank < 2 * columns)
    return refuseMethod('discontinuity.too-few-near', {
      units: n,
      order,
      bandwidth: Number(Math.max(hLeft, hRight).toPrecision(4)),
    })
  const variance = jackknife(x, design, w, all, fit.unscaledCovariance)
  const at = (i: number, j: number): number => variance.values[j * variance.rows + i] ?? Number.NaN
  const slopeRight = columns + 1
  return {
    left: (fit.coefficients[1] ?? Number.NaN) / hLeft,
    right: (fit.coefficients[slopeRight] ?? Number.NaN) / hRight,
    varianceLeft: at(1, 1) / hLeft ** 2,
    varianceRight: at(slopeRight, slopeRight) / hRight ** 2,
    varianceDifference:
      at(1, 1) / hLeft ** 2 +
      at(slopeRight, slopeRight) / hRight ** 2 -
      (2 * at(1, slopeRight)) / (hLeft * hRight),
    varianceSum:
      at(1, 1) / hLeft ** 2 +
      at(slopeRight, slopeRight) / hRight ** 2 +
      (2 * at(1, slopeRight)) / (hLeft * hRight),
    cubicLeft: order > ORDER ? (fit.coefficients[ORDER + 1] ?? 0) / hLeft ** (ORDER + 1) : 0,
    cubicRight: order > ORDER ? (fit.coefficients[columns + ORDER + 1] ?? 0) / hRight ** (ORDER + 1) : 0,
  }
}

/** S^-1 (sum of L_i L_i') S^-1, L_i the weighted design summed over the units above i, over n - 1. */
function jackknife(
  x: readonly number[],
  design: Matrix,
  w: Float64Array,
  all: number,
  inverse: Matrix,
): Matrix {
  const n = x.length
  const k = design.columns
  const above = matrix(n, k)
  for (let j = 0; j < k; j += 1) {
    const column = columnOf(design, j)
    let sum = 0
    for (let i = n - 1; i >= 0; i -= 1) {
      above.values[j * n + i] = sum / (all - 1)
      sum += (column[i] ?? 0) * (w[i] ?? 0)
    }
    // Units at the same place share the sum of the first of them.
    for (let i = 1; i < n; i += 1)
      if (x[i] === x[i - 1]) above.values[j * n + i] = above.values[j * n + i - 1] ?? 0
  }
  const reach = matrix(n, k)
  for (let j = 0; j < k; j += 1)
    for (let m = 0; m < k; m += 1) {
      const share = inverse.values[j * k + m] ?? 0
      if (share === 0) continue
      for (let i = 0; i < n; i += 1) reach.values[j * n + i]! += share * (above.values[m * n + i] ?? 0)
    }
  const made = matrix(k, k)
  for (let a = 0; a < k; a += 1)
    for (let b = 0; b < k; b += 1)
      made.values[b * k + a] = columnOf(reach, a).reduce(
        (sum, value, i) => sum + value * (reach.values[b * n + i] ?? 0),
        0,
      )
  return made
}

/** Pilot constants of rddensity for order 2: (kernel moments of the uniform kernel), derivative and density. */
const PILOT_DERIVATIVE = 3430865.455123618
const PILOT_DENSITY = 548.5714285715546

function densityBandwidths(x: readonly number[], heights: readonly number[]): readonly [number, number] {
  const n = x.length
  const p = ORDER
  const mean = x.reduce((sum, value) => sum + value, 0) / n
  const sd = Math.sqrt(x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1))
  const z = mean / sd
  const curvature = (hermite: number): number => 1 / (hermite ** 2 * normalDensity(z))
  const wide =
    ((((2 * p + 1) / 4) * curvature(z ** 4 - 6 * z ** 2 + 3) * PILOT_DERIVATIVE) / n) ** (1 / (2 * p + 5)) *
    sd
  const narrow = (((1 / (2 * p)) * curvature(z ** 2 - 1) * PILOT_DENSITY) / n) ** (1 / (2 * p + 1)) * sd
  const reach = reachOf(x)
  const pilotWide = Math.max(Math.min(wide, reach.most), reach.holding(20 + p + 2 + 1))
  const pilotNarrow = Math.max(Math.min(narrow, reach.most), reach.holding(20 + p + 1))
  const fitWithin = (h: number, order: number): DensityFit => {
    const inside = x.flatMap((value, i) => (Math.abs(value) <= h ? [i] : []))
    return densityFit(
      inside.map((i) => x[i] ?? 0),
      inside.map((i) => heights[i] ?? 0),
      n,
      {
        hLeft: h,
        hRight: h,
        order,
      },
    )
  }
  const far = fitWithin(pilotWide, p + 2)
  const near = fitWithin(pilotNarrow, p)
  return combine(far, near, pilotNarrow, reach)
}

interface Reach {
  readonly most: number
  /** Distance within which there are at least so many different values on each side, if there are so many. */
  holding(count: number): number
  readonly leftEnd: number
  readonly rightEnd: number
  onSide(count: number, right: boolean): number
}

function reachOf(x: readonly number[]): Reach {
  const unique = [...new Set(x)]
  const left = unique
    .filter((value) => value < 0)
    .map((value) => -value)
    .sort((a, b) => a - b)
  const right = unique.filter((value) => value >= 0).sort((a, b) => a - b)
  const at = (side: readonly number[], count: number): number => side[Math.min(count, side.length) - 1] ?? 0
  return {
    leftEnd: left.at(-1) ?? 0,
    rightEnd: right.at(-1) ?? 0,
    most: Math.max(left.at(-1) ?? 0, right.at(-1) ?? 0),
    holding: (count) => Math.max(at(left, count), at(right, count)),
    onSide: (count, isRight) => at(isRight ? right : left, count),
  }
}

/** Bandwidth of each side, of the difference and of the sum; for each side the median of the three. */
function combine(far: DensityFit, near: DensityFit, pilot: number, reach: Reach): readonly [number, number] {
  const p = ORDER
  const bias = biasConstant(p)
  const biasLeft = far.cubicLeft * bias * (-1) ** p
  const biasRight = far.cubicRight * bias
  const width = (variance: number, one: number): number => {
    const value = ((pilot * variance) / (2 * p * one ** 2)) ** (1 / (2 * p + 1))
    return Number.isFinite(value) && variance >= 0 ? value : 0
  }
  const onLeft = reach.onSide(20 + p + 1, false)
  const onRight = reach.onSide(20 + p + 1, true)
  const both = (value: number): number => Math.max(Math.min(value, reach.most), onLeft, onRight)
  const left = Math.max(Math.min(width(near.varianceLeft, biasLeft), reach.leftEnd), onLeft)
  const right = Math.max(Math.min(width(near.varianceRight, biasRight), reach.rightEnd), onRight)
  const difference = both(width(near.varianceDifference, biasRight - biasLeft))
  const sum = both(width(near.varianceSum, biasRight + biasLeft))
  const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[1] ?? Number.NaN
  return [median([left, difference, sum]), median([right, difference, sum])]
}

/** Slope's element of S^-1 c: moments of the triangular kernel on [0, 1], integral of u^m (1 - u). */
function biasConstant(p: number): number {
  const moment = (m: number): number => 1 / (m + 1) - 1 / (m + 2)
  const s = matrix(p + 1, p + 1)
  for (let i = 0; i <= p; i += 1) for (let j = 0; j <= p; j += 1) s.values[j * (p + 1) + i] = moment(i + j)
  const c = Float64Array.from({ length: p + 1 }, (_, i) => moment(i + p + 1))
  return solveLinear(s, c)?.[1] ?? Number.NaN
}
