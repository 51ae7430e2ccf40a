import { MethodRefusal, refuseMethod } from '../core/refusal'
import type { Steps } from '../core/steps'
import { type Bandwidths, quantileTwo, type Selector, selectBandwidths, selectors } from './bandwidth'
import { type Bin, binnedMeans, type CurvePoint, globalCurve } from './binned-means'
import { type DensityTest, densityTest } from './density-test'
import { type Discontinuity, type Estimate, estimateJump } from './estimate'
import type { Kernel } from './kernel'
import { type PooledRegression, pooledRegression } from './pooled-regression'
import { type Sample, type SampleOptions, sidesOf, takeSample, type Units } from './sample'
import type { Shape, Side } from './side'
import type { Variance } from './variance'

export interface DiscontinuityOptions extends SampleOptions {
  readonly kernel: Kernel
  readonly p: number
  /** A selector, or the bandwidth itself as a number. */
  readonly bandwidth: string
  /** Bandwidth of the bias; null = as the selector says, or that of the estimate when it is a number. */
  readonly bias_bandwidth: number | null
  readonly errors: Variance
  readonly confidence: number
  /** Further bandwidths at which the estimate is tried. */
  readonly bandwidths: readonly string[]
  /** Cut-offs where nothing happened; none = the quartiles of each side. */
  readonly placebo_cutoffs: readonly string[]
  /** Radii around the cut-off that are left out; none = 5, 10 and 20 % of the bandwidth. */
  readonly donuts: readonly string[]
}

/** An estimate that may be impossible: then why. */
export type Tried<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string }

export interface SideNumbers {
  readonly all: number
  readonly places: number
}

export interface Variation {
  readonly bandwidths: Bandwidths
  readonly result: Discontinuity
}

export interface DiscontinuityResult {
  readonly main: Discontinuity
  readonly bandwidths: Bandwidths
  readonly left: SideNumbers
  readonly right: SideNumbers
  readonly density: Tried<DensityTest>
  readonly balance: readonly { readonly covariate: string; readonly tried: Tried<Variation> }[]
  readonly placebo: readonly { readonly cutoff: number; readonly tried: Tried<Variation> }[]
  readonly sensitivity: readonly {
    readonly multiple: number | null
    readonly h: number
    readonly tried: Tried<Variation>
    readonly regression: PooledRegression | null
  }[]
  readonly donut: readonly {
    readonly radius: number
    readonly dropped: number
    readonly tried: Tried<Variation>
  }[]
  readonly bins: readonly Bin[]
  readonly curve: readonly CurvePoint[]
}

/** One and a half, twice, half: how much the answer hangs on the bandwidth. */
const MULTIPLES = [0.5, 0.75, 1, 1.25, 1.5, 2] as const

/**
 * Regression discontinuity with everything a referee asks for: the estimate (`estimate.ts`), its bandwidth
 * (`bandwidth.ts`), bunching at the cut-off (`density-test.ts`), continuity of covariates, cut-offs where nothing
 * happened (each with the units of its own side only), other bandwidths, a hole around the cut-off, binned means.
 */
export function* regressionDiscontinuity(
  units: Units,
  options: DiscontinuityOptions,
): Steps<DiscontinuityResult> {
  const sample = takeSample(units, options)
  const shape = shapeOf(sample, options)
  const columns = columnsOf(sample)
  const sides = sidesOf(sample, columns)
  const main = estimated(sides, shape, options)
  yield 0.2
  const { bandwidths } = main
  const density = tried(() => densityTest(sample.everywhere))
  yield 0.25
  const balance: DiscontinuityResult['balance'][number][] = []
  for (const [i, { name, values }] of sample.covariates.entries()) {
    const own = sidesOf(sample, [values], (row) => Number.isFinite(values[row] ?? Number.NaN))
    const plain = { ...shape, fuzzy: false, covariates: 0 }
    balance.push({ covariate: name, tried: tried(() => estimated(own, plain, chosen(options))) })
    yield 0.25 + (0.25 * (i + 1)) / sample.covariates.length
  }
  const placebo: DiscontinuityResult['placebo'][number][] = []
  for (const cutoff of placeboCutoffs(sample, options)) {
    placebo.push({ cutoff, tried: tried(() => atPlacebo(sample, cutoff, shape, options)) })
    yield 0.6
  }
  const widths = [
    ...MULTIPLES.map((multiple) => ({ multiple, h: bandwidths.hLeft * multiple })),
    ...options.bandwidths.map((text) => ({ multiple: null, h: positive(text) })),
  ]
  const sensitivity: DiscontinuityResult['sensitivity'][number][] = []
  for (const { multiple, h } of widths) {
    const width = multiple === null ? allOf(h) : scaled(bandwidths, multiple)
    sensitivity.push({
      multiple,
      h,
      tried: tried(() => ({ bandwidths: width, result: estimateJump(sides, width, shape, orders(options)) })),
      regression: pooledRegression(sides, h, options.p, options.kernel),
    })
    yield 0.8
  }
  const donut: DiscontinuityResult['donut'][number][] = []
  for (const radius of radii(options, bandwidths)) {
    const keep = (i: number): boolean => Math.abs(sample.x[i] ?? 0) >= radius
    const holed = sidesOf(sample, columns, keep)
    donut.push({
      radius,
      dropped: sample.x.length - holed[0].x.length - holed[1].x.length,
      tried: tried(() => ({ bandwidths, result: estimateJump(holed, bandwidths, shape, orders(options)) })),
    })
    yield 0.95
  }
  const shown = sides.map(({ x, columns: [y] }) => ({ x, y: y ?? x }))
  return {
    main: main.result,
    bandwidths,
    left: numbersOf(sides[0]),
    right: numbersOf(sides[1]),
    density,
    balance,
    placebo,
    sensitivity,
    donut,
    bins: binnedMeans(shown, options.confidence),
    curve: shown.flatMap(({ x, y }, s) => globalCurve(x, y, s === 1)),
  }
}

/** The row a reader should use. */
export const robustOf = ({ estimates }: Discontinuity): Estimate => {
  const robust = estimates.find(({ kind }) => kind === 'robust')
  if (robust === undefined) throw new RangeError('no robust estimate')
  return robust
}

const numbersOf = ({ x, places }: Side): SideNumbers => ({ all: x.length, places })

const columnsOf = ({ outcome, treatment, adjusted }: Sample): readonly Float64Array[] => [
  outcome,
  ...(treatment === null ? [] : [treatment]),
  ...adjusted.map(({ values }) => values),
]

const shapeOf = (sample: Sample, { errors }: DiscontinuityOptions): Shape => ({
  fuzzy: sample.treatment !== null,
  covariates: sample.adjusted.length,
  variance: errors,
  matches: 3,
})

const orders = ({ p, kernel, confidence }: DiscontinuityOptions) => ({ p, q: p + 1, kernel, confidence })

function estimated(sides: readonly [Side, Side], shape: Shape, options: DiscontinuityOptions): Variation {
  const bandwidths = bandwidthsOf(sides, shape, options)
  return { bandwidths, result: estimateJump(sides, bandwidths, shape, orders(options)) }
}

/**
 * In a fuzzy design where everybody on one side has the same treatment, the bandwidth is that of the sharp one, as
 * in rdrobust: that side has no first stage of its own.
 */
function bandwidthsOf(sides: readonly [Side, Side], shape: Shape, options: DiscontinuityOptions): Bandwidths {
  const { bandwidth, bias_bandwidth, p, kernel } = options
  const selector = selectors.find((name) => name === bandwidth)
  if (selector === undefined) {
    const h = positive(bandwidth)
    return { ...allOf(h), bLeft: bias_bandwidth ?? h, bRight: bias_bandwidth ?? h }
  }
  const constant = (side: Side): boolean =>
    side.columns[1]?.every((value, _, all) => value === all[0]) ?? true
  const sharp = shape.fuzzy && sides.some(constant)
  const used: readonly [Side, Side] = sharp ? [withoutTreatment(sides[0]), withoutTreatment(sides[1])] : sides
  const picked = selectBandwidths(used, selector, sharp ? { ...shape, fuzzy: false } : shape, {
    p,
    q: p + 1,
    kernel,
    regularisation: true,
  })
  return bias_bandwidth === null ? picked : { ...picked, bLeft: bias_bandwidth, bRight: bias_bandwidth }
}

const withoutTreatment = (side: Side): Side => ({
  ...side,
  columns: side.columns.filter((_, column) => column !== 1),
})

/** Checks choose their own bandwidth, by the main estimate's selector or by mserd where that was given as a number. */
const chosen = (options: DiscontinuityOptions): DiscontinuityOptions => ({
  ...options,
  bandwidth: (selectors as readonly string[]).includes(options.bandwidth)
    ? options.bandwidth
    : ('mserd' satisfies Selector),
  bias_bandwidth: null,
})

function atPlacebo(sample: Sample, cutoff: number, shape: Shape, options: DiscontinuityOptions): Variation {
  const shift = (options.treated === 'above' ? 1 : -1) * (cutoff - options.cutoff)
  const keep = (i: number): boolean => (sample.x[i] ?? 0) >= 0 === shift >= 0
  const plain = { ...shape, fuzzy: false }
  const columns = [sample.outcome, ...sample.adjusted.map(({ values }) => values)]
  const sides = sidesOf(sample, columns, keep, shift)
  const least = Math.min(sides[0].x.length, sides[1].x.length)
  if (least < 10) return refuseMethod('discontinuity.too-few', { units: least, least: 10 })
  return estimated(sides, plain, chosen(options))
}

function placeboCutoffs(
  sample: Sample,
  { placebo_cutoffs, cutoff, treated }: DiscontinuityOptions,
): readonly number[] {
  if (placebo_cutoffs.length > 0)
    return placebo_cutoffs.map((text) => {
      const value = Number(text)
      return Number.isFinite(value) && value !== cutoff
        ? value
        : refuseMethod('discontinuity.placebo-unusable', { value: text })
    })
  const sign = treated === 'above' ? 1 : -1
  const left = Array.from(sample.x.filter((x) => x < 0))
  const right = Array.from(sample.x.filter((x) => x >= 0))
  return [left, right]
    .flatMap((side) => [0.25, 0.5, 0.75].map((share) => cutoff + sign * quantileTwo(side, share)))
    .filter((value, i, all) => value !== cutoff && all.indexOf(value) === i)
    .sort((a, b) => a - b)
}

const radii = ({ donuts }: DiscontinuityOptions, { hLeft, hRight }: Bandwidths): readonly number[] =>
  donuts.length > 0 ? donuts.map(positive) : [0.05, 0.1, 0.2].map((share) => share * Math.min(hLeft, hRight))

function positive(text: string): number {
  const value = Number(text)
  return text.trim() !== '' && Number.isFinite(value) && value > 0
    ? value
    : refuseMethod('discontinuity.bandwidth-unknown', { value: text, known: selectors.join(', ') })
}

const allOf = (h: number): Bandwidths => ({ hLeft: h, hRight: h, bLeft: h, bRight: h })

const scaled = ({ hLeft, hRight, bLeft, bRight }: Bandwidths, factor: number): Bandwidths => ({
  hLeft: hLeft * factor,
  hRight: hRight * factor,
  bLeft: bLeft * factor,
  bRight: bRight * factor,
})

/** A check that cannot be done says why and does not stop the answer. */
function tried<T>(work: () => T): Tried<T> {
  try {
    return { ok: true, value: work() }
  } catch (error) {
    if (error instanceof MethodRefusal) return { ok: false, reason: error.code }
    throw error
  }
}
