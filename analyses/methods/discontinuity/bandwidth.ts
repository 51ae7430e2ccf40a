import { refuseMethod } from '../core/refusal'
import { combined, covariateSlopes, linearised, netWeights } from './blend'
import { type Kernel, pilotConstant } from './kernel'
import { type LocalFit, localFit, residualsOf, sandwich, weighted } from './local-fit'
import type { Shape, Side } from './side'

export const selectors = [
  'mserd',
  'msetwo',
  'msesum',
  'msecomb1',
  'msecomb2',
  'cerrd',
  'certwo',
  'cersum',
  'cercomb1',
  'cercomb2',
] as const
export type Selector = (typeof selectors)[number]

export interface Bandwidths {
  readonly hLeft: number
  readonly hRight: number
  readonly bLeft: number
  readonly bRight: number
}

export interface BandwidthOptions {
  readonly p: number
  readonly q: number
  readonly kernel: Kernel
  readonly regularisation: boolean
}

type Two<T> = readonly [left: T, right: T]

/** Variance, bias and regularisation of one polynomial of one side, as the plug-in formula needs them. */
interface Terms {
  readonly variance: number
  readonly bias: number
  readonly regular: number
}

/**
 * Bandwidths that minimise the asymptotic mean squared error (`mse...`) or the coverage error (`cer...`) of the
 * estimator with order p and of its bias with order q: Calonico, Cattaneo and Titiunik (2014), Calonico, Cattaneo and
 * Farrell (2020), in the three stages of the rdrobust packages (version 2 and later): rule-of-thumb pilot
 * C min(sd, IQR / 1.349) M^(-1/5) with M the different places (mass points adjusted), d for the bias of the bias, b for the bias, h for the
 * estimate; every bandwidth at most the farther end of the data; where a tenth of a side shares places, at least
 * ten places on each side are inside. `rd`: one for the difference; `sum`: one for the sum; `two`: each side its own;
 * `comb1`: the smaller of rd and sum; `comb2`: the median of the three.
 */
export function selectBandwidths(
  sides: Two<Side>,
  selector: Selector,
  shape: Shape,
  options: BandwidthOptions,
): Bandwidths {
  const kind = selector.slice(3)
  const choose = (one: 'rd' | 'sum' | 'two'): Bandwidths => threeStages(sides, one, shape, options)
  const picked =
    kind === 'rd' || kind === 'sum' || kind === 'two'
      ? choose(kind)
      : kind === 'comb1'
        ? join([choose('rd'), choose('sum')], (values) => Math.min(...values))
        : join([choose('rd'), choose('sum'), choose('two')], median)
  if (selector.startsWith('mse')) return picked
  const { p } = options
  const shrink = unitsOf(sides) ** -(p / ((3 + p) * (3 + 2 * p)))
  return { ...picked, hLeft: picked.hLeft * shrink, hRight: picked.hRight * shrink }
}

/** Units, or clusters of both sides where they are given. */
const unitsOf = (sides: Two<Side>): number =>
  sides.reduce((sum, { x, clusters }) => sum + (clusters ? new Set(clusters).size : x.length), 0)

function threeStages(
  sides: Two<Side>,
  kind: 'rd' | 'sum' | 'two',
  shape: Shape,
  { p, q, kernel, regularisation }: BandwidthOptions,
): Bandwidths {
  const limits = limitsOf(sides)
  const pilot = Math.max(Math.min(pilotBandwidth(sides, kernel), limits.most), ...limits.least)
  const reach: Two<number> = [Math.abs(sides[0].x[0] ?? 0), sides[1].x.at(-1) ?? 0]
  const bounded = (values: Two<number>): Two<number> => {
    const bound = (value: number, i: 0 | 1): number =>
      kind === 'two'
        ? Math.max(Math.min(value, limits.ends[i]), limits.least[i])
        : Math.max(Math.min(value, limits.most), ...limits.least)
    return [bound(values[0], 0), bound(values[1], 1)]
  }
  const stage = (order: number, nu: number, biasOrder: number, wide: Two<number>, scale: boolean) => {
    const terms = sides.map((side, i) =>
      termsOf(side, shape, { order, nu, biasOrder, pilot, wide: wide[i] ?? pilot, scale, kernel }),
    )
    return optimal(terms, kind, order, scale)
  }
  const d = bounded(stage(q + 1, q + 1, q + 2, reach, false))
  const b = stage(q, p + 1, q + 1, d, regularisation)
  const capped = cap(b, kind, limits)
  const h = cap(stage(p, 0, q, capped, regularisation), kind, limits)
  return { hLeft: h[0], hRight: h[1], bLeft: capped[0], bRight: capped[1] }
}

interface Limits {
  readonly most: number
  readonly ends: Two<number>
  readonly least: Two<number>
}

function limitsOf(sides: Two<Side>): Limits {
  const ends: Two<number> = [Math.abs(sides[0].x[0] ?? 0), sides[1].x.at(-1) ?? 0]
  const crowded = sides.some(({ x, places }) => 1 - places / x.length >= 0.1)
  return {
    most: Math.max(...ends),
    ends,
    least: crowded ? [tenthPlace(sides[0]), tenthPlace(sides[1])] : [0, 0],
  }
}

/** Distance of the tenth different place from the cut-off (or the last), a hair more so that it is inside. */
function tenthPlace({ x, places }: Side): number {
  const distances = [...new Set(x.map(Math.abs))].sort((a, b) => a - b)
  return (distances[Math.min(10, places) - 1] ?? 0) + 1e-8
}

const cap = (values: Two<number>, kind: string, limits: Limits): Two<number> =>
  kind === 'two'
    ? [Math.min(values[0], limits.ends[0]), Math.min(values[1], limits.ends[1])]
    : [Math.min(values[0], limits.most), Math.min(values[1], limits.most)]

function optimal(terms: readonly Terms[], kind: string, order: number, scale: boolean): Two<number> {
  const [left, right] = terms
  if (left === undefined || right === undefined) throw new RangeError('a cut-off has two sides')
  const rate = 1 / (2 * order + 3)
  const width = (variance: number, bias: number, regular: number): number => {
    const value = (variance / (bias ** 2 + (scale ? regular : 0))) ** rate
    return Number.isFinite(value) && value > 0 ? value : refuseMethod('discontinuity.no-bandwidth')
  }
  if (kind === 'two')
    return [width(left.variance, left.bias, left.regular), width(right.variance, right.bias, right.regular)]
  const one = width(
    left.variance + right.variance,
    kind === 'rd' ? right.bias - left.bias : right.bias + left.bias,
    left.regular + right.regular,
  )
  return [one, one]
}

interface Stage {
  readonly order: number
  /** Derivative that is estimated. */
  readonly nu: number
  readonly biasOrder: number
  readonly pilot: number
  readonly wide: number
  readonly scale: boolean
  readonly kernel: Kernel
}

function termsOf(
  side: Side,
  shape: Shape,
  { order, nu, biasOrder, pilot, wide, scale, kernel }: Stage,
): Terms {
  const near = localFit(side, pilot, order, kernel)
  const blend = blendOf(near, shape, nu)
  const clusters = near.side.clusters
  const unit = sandwich(
    weighted(near.powers, near.w),
    residualsOf(near, shape),
    blend,
    near.inverse,
    clusters,
    nu,
  )
  const constant = biasConstant(near, nu)
  const far = localFit(side, wide, biasOrder, kernel)
  const derivative = combined(
    blend,
    far.coefficients.map((beta) => (beta[order + 1] ?? Number.NaN) / far.h ** (order + 1)),
  )
  const factor = 2 * (order + 1 - nu)
  const spread = scale
    ? sandwich(
        weighted(far.powers, far.w),
        residualsOf(far, shape),
        blend,
        far.inverse,
        far.side.clusters,
        order + 1,
      ) /
      far.h ** (2 * (order + 1))
    : 0
  return {
    variance: (2 * nu + 1) * near.h * unit,
    bias: Math.sqrt(factor) * constant * derivative,
    regular: factor * 3 * constant ** 2 * spread,
  }
}

/** Columns' weights on this side alone, as rdrobust takes them. */
function blendOf(fit: LocalFit, shape: Shape, nu: number): readonly number[] {
  const net = netWeights(covariateSlopes([fit], shape), shape)
  const factorial = Array.from({ length: nu }, (_, k) => k + 1).reduce((product, k) => product * k, 1)
  const at = fit.coefficients.map((beta) => (factorial * (beta[nu] ?? Number.NaN)) / fit.h ** nu)
  return linearised(net, combined(net[0] ?? [], at), combined(net[1] ?? [], at))
}

/** nu-th element of (R'WR)^-1 R'W u^(order + 1). */
function biasConstant({ powers, inverse, w, u, order }: LocalFit, nu: number): number {
  let constant = 0
  for (let j = 0; j <= order; j += 1) {
    let sum = 0
    for (let i = 0; i < u.length; i += 1)
      sum += (powers.values[j * powers.rows + i] ?? 0) * (w[i] ?? 0) * (u[i] ?? 0) ** (order + 1)
    constant += (inverse.values[j * inverse.rows + nu] ?? 0) * sum
  }
  return constant
}

function pilotBandwidth([left, right]: Two<Side>, kernel: Kernel): number {
  const x = [...left.x, ...right.x]
  const mean = x.reduce((sum, value) => sum + value, 0) / x.length
  const sd = Math.sqrt(x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (x.length - 1))
  const range = quantileTwo(x, 0.75) - quantileTwo(x, 0.25)
  return pilotConstant[kernel] * Math.min(sd, range / 1.349) * (left.places + right.places) ** -0.2
}

/** R's type 2: the inverse of the distribution function, averaged where it is flat. Ascending values. */
export function quantileTwo(ascending: readonly number[], probability: number): number {
  const place = ascending.length * probability
  const k = Math.floor(place + 4 * Number.EPSILON * ascending.length)
  const above = ascending[Math.min(k, ascending.length - 1)] ?? Number.NaN
  return Math.abs(place - k) < 1e-9 ? ((ascending[Math.max(k - 1, 0)] ?? Number.NaN) + above) / 2 : above
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

const join = (all: readonly Bandwidths[], pick: (values: readonly number[]) => number): Bandwidths => ({
  hLeft: pick(all.map(({ hLeft }) => hLeft)),
  hRight: pick(all.map(({ hRight }) => hRight)),
  bLeft: pick(all.map(({ bLeft }) => bLeft)),
  bRight: pick(all.map(({ bRight }) => bRight)),
})
