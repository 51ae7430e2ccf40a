import { normalCdf } from '../core/distributions/normal'
import { crossProduct, matrixFromColumns } from '../core/linear/matrix'
import { normalQuantile } from '../core/normal-quantile'
import { clusteredInfluence } from './multiplier-bootstrap'
import type { Panel } from './panel'

type Clusters = Pick<Panel, 'cluster' | 'clusters'>

/** Effect at one event time. */
export interface EventEffect {
  readonly event: number
  readonly att: number
  readonly influence: Float64Array
}

export interface SensitivityRow {
  readonly kind: 'relative-magnitude' | 'smoothness'
  readonly target: 'first' | 'average'
  readonly m: number
  /** What the data allow if the estimates were exact. */
  readonly boundLow: number
  readonly boundHigh: number
  readonly low: number
  readonly high: number
}

export interface SensitivityOptions {
  readonly confidence: number
  readonly anticipation: number
  readonly base: 'varying' | 'universal'
  /** Largest change of the trend's slope from a period to the next, in units of the outcome. */
  readonly smoothness: number | null
}

export interface Sensitivity {
  readonly rows: readonly SensitivityRow[]
  /** Largest relative magnitude at which the interval of the target leaves out zero; null when none does. */
  readonly breakdown: Readonly<Record<'first' | 'average', number | null>>
}

const magnitudes = [0, 0.5, 1, 1.5, 2] as const

/**
 * What is left of the effect when the trends were not parallel (Rambachan & Roth 2023, restrictions RM and SD).
 *
 * Relative magnitude m: after the treatment the difference of the trends moves, from a period to the next, at most m
 * times as much as it ever moved before. An effect reached after k steps is then off by at most k m max|d|, d the
 * changes before. The interval is the union, over every change before and both its signs, of the intervals of
 * effect - k m d and effect + k m d, each at the full confidence: it covers whichever change is the largest, and is
 * never shorter than it must be. It is simpler and somewhat wider than the conditional interval of R `HonestDiD`.
 *
 * Smoothness m: the slope of the difference changes by at most m from a period to the next (0: the line goes on).
 * The effect minus its continuation by the mean of the last k changes before is off by at most
 * m (j (j + 1) + j (k - 1)) / 2 after j steps; k is the one whose interval of fixed length (Armstrong & Kolesár 2018)
 * is shortest, which depends on the errors only.
 *
 * Null unless event times follow each other by one period and there is a change before the treatment.
 */
export function sensitivity(
  panel: Clusters,
  effects: readonly EventEffect[],
  options: SensitivityOptions,
): Sensitivity | null {
  const changes = changesBefore(effects, options)
  const after = effects.filter(({ event }) => event >= 0)
  if (changes.length === 0 || after.length === 0 || !consecutive(after)) return null
  const spread = spreadOf(panel, effects)
  const targets = {
    first: targetOf(effects, after.slice(0, 1), options.anticipation),
    average: targetOf(effects, after, options.anticipation),
  }
  const z = normalQuantile(1 - (1 - options.confidence) / 2)
  const bounded = (target: Target, m: number) => relativeInterval(target, changes, m, z, spread)
  const kinds = ['first', 'average'] as const
  return {
    rows: kinds.flatMap((name) => [
      ...magnitudes.map((m) => ({
        kind: 'relative-magnitude' as const,
        target: name,
        m,
        ...bounded(targets[name], m),
      })),
      ...[...new Set([0, options.smoothness ?? 0])].map((m) => ({
        kind: 'smoothness' as const,
        target: name,
        m,
        ...smoothInterval(targets[name], changes, m, options.confidence, spread),
      })),
    ]),
    breakdown: {
      first: breakdown((m) => bounded(targets.first, m)),
      average: breakdown((m) => bounded(targets.average, m)),
    },
  }
}

/** A linear sum of the effects. */
interface Change {
  readonly size: number
  /** One for each effect. */
  readonly weights: Float64Array
}

interface Target extends Change {
  /** Mean number of steps since the last period before. */
  readonly steps: number
  /** Mean of j (j + 1) / 2 over the steps j. */
  readonly bends: number
}

type Spread = (weights: Float64Array) => number

/** Standard error of a linear sum of the effects. */
function spreadOf(panel: Clusters, effects: readonly EventEffect[]): Spread {
  const { columns } = clusteredInfluence(
    effects.map(({ influence }) => influence),
    panel.cluster,
    panel.clusters,
  )
  const covariance = crossProduct(matrixFromColumns(columns)).values
  const n = effects.length
  return (weights) => {
    let variance = 0
    for (let i = 0; i < n; i += 1)
      for (let j = 0; j < n; j += 1)
        variance += (weights[i] ?? 0) * (covariance[j * n + i] ?? 0) * (weights[j] ?? 0)
    return Math.sqrt(Math.max(0, variance))
  }
}

const consecutive = (effects: readonly EventEffect[]): boolean =>
  effects.every(({ event }, i) => i === 0 || event === (effects[i - 1]?.event ?? 0) + 1)

/** Last change first. With a varying base the effects before are changes already. */
function changesBefore(
  effects: readonly EventEffect[],
  { base, anticipation }: SensitivityOptions,
): readonly Change[] {
  const before = effects.flatMap((effect, place) => (effect.event < -anticipation ? [{ effect, place }] : []))
  if (!consecutive(before.map(({ effect }) => effect))) return []
  const single = (place: number, previous: number | null) =>
    Float64Array.from(effects, (_, i) => (i === place ? 1 : i === previous ? -1 : 0))
  const changes =
    base === 'varying'
      ? before.map(({ effect, place }) => ({ size: effect.att, weights: single(place, null) }))
      : before.slice(1).map(({ effect, place }) => ({
          size: effect.att - (effects[place - 1]?.att ?? 0),
          weights: single(place, place - 1),
        }))
  return changes.reverse()
}

function targetOf(
  effects: readonly EventEffect[],
  used: readonly EventEffect[],
  anticipation: number,
): Target {
  const share = 1 / used.length
  const steps = used.map(({ event }) => event + 1 + anticipation)
  return {
    size: used.reduce((sum, { att }) => sum + share * att, 0),
    weights: Float64Array.from(effects, (effect) => (used.includes(effect) ? share : 0)),
    steps: steps.reduce((sum, j) => sum + share * j, 0),
    bends: steps.reduce((sum, j) => sum + (share * j * (j + 1)) / 2, 0),
  }
}

type Limits = Pick<SensitivityRow, 'boundLow' | 'boundHigh' | 'low' | 'high'>

function relativeInterval(
  target: Target,
  changes: readonly Change[],
  m: number,
  z: number,
  spread: Spread,
): Limits {
  const scale = m * target.steps
  const ends = changes.flatMap((change) =>
    [-scale, scale].map((by) => ({
      at: target.size + by * change.size,
      error: z * spread(target.weights.map((value, i) => value + by * (change.weights[i] ?? 0))),
    })),
  )
  return {
    boundLow: Math.min(...ends.map(({ at }) => at)),
    boundHigh: Math.max(...ends.map(({ at }) => at)),
    low: Math.min(...ends.map(({ at, error }) => at - error)),
    high: Math.max(...ends.map(({ at, error }) => at + error)),
  }
}

function smoothInterval(
  target: Target,
  changes: readonly Change[],
  m: number,
  confidence: number,
  spread: Spread,
): Limits {
  const candidates = changes.map((_, last) => {
    const used = changes.slice(0, last + 1)
    const by = -target.steps / used.length
    const weights = target.weights.map((value, i) =>
      used.reduce((sum, change) => sum + by * (change.weights[i] ?? 0), value),
    )
    const bias = m * (target.bends + (target.steps * last) / 2)
    const error = spread(weights)
    return {
      at: used.reduce((sum, { size }) => sum + by * size, target.size),
      bias,
      half: error * foldedQuantile(bias / error, confidence),
    }
  })
  const best = candidates.reduce((shortest, one) => (one.half < shortest.half ? one : shortest))
  return {
    boundLow: best.at - best.bias,
    boundHigh: best.at + best.bias,
    low: best.at - best.half,
    high: best.at + best.half,
  }
}

/** Quantile of |N(bias, 1)|. */
function foldedQuantile(bias: number, confidence: number): number {
  let low = 0
  let high = bias + 10
  for (let turn = 0; turn < 100; turn += 1) {
    const middle = (low + high) / 2
    if (normalCdf(middle - bias) - normalCdf(-middle - bias) < confidence) low = middle
    else high = middle
  }
  return high
}

const LARGEST = 20

function breakdown(interval: (m: number) => Limits): number | null {
  const clear = (m: number) => {
    const { low, high } = interval(m)
    return low > 0 || high < 0
  }
  if (!clear(0)) return null
  if (clear(LARGEST)) return LARGEST
  let low = 0
  let high = LARGEST
  for (let turn = 0; turn < 40; turn += 1) {
    const middle = (low + high) / 2
    if (clear(middle)) low = middle
    else high = middle
  }
  return low
}
