import type { Random } from '../core/random'
import type { Steps } from '../core/steps'
import { lagOf, rowSums, type Weights } from './weights'

/** What is to be shown: neighbours alike (`positive`), unlike (`negative`), or either. */
export type Alternative = 'two-sided' | 'positive' | 'negative'

/**
 * Share of orders at least as extreme as the one observed, which counts among them. Two-sided: beyond both
 * symmetric percentiles, as `esda` does for `two-sided`, not folded round the expectation; the observed order counts
 * on both sides, so that the smallest p is 2 / (R + 1) and the test never says more than it may.
 */
export function permutationP(above: number, below: number, draws: number, alternative: Alternative): number {
  if (alternative === 'positive') return (above + 1) / (draws + 1)
  if (alternative === 'negative') return (below + 1) / (draws + 1)
  return Math.min(1, (2 * (Math.min(above, below) + 1)) / (draws + 1))
}

export interface GlobalDraws {
  /** One value for each random order. */
  readonly moran: Float64Array
  readonly geary: Float64Array
  /** Empty where general G is not defined. */
  readonly getisOrd: Float64Array
}

/** `z` are the deviations Moran and Geary look at; `x`, where given, the values general G looks at. */
export interface GlobalData {
  readonly z: Float64Array
  readonly squares: number
  readonly x: Float64Array | null
  readonly weights: Weights
  readonly plain: Weights
  readonly s0: number
}

/** The three global statistics with the values in random order, all three for the same order. */
export function* globalDraws(data: GlobalData, draws: number, random: Random): Steps<GlobalDraws> {
  const { x, weights, plain, s0, squares } = data
  const n = data.z.length
  const order = Int32Array.from({ length: n }, (_, at) => at)
  const [z, values] = [new Float64Array(n), new Float64Array(n)]
  const both = rowSums(weights)
  weights.targets.forEach((to, at) => {
    both[to] = (both[to] ?? 0) + (weights.values[at] ?? 0)
  })
  const pairs = x === null ? 0 : total(x) ** 2 - x.reduce((sum, value) => sum + value * value, 0)
  const result: GlobalDraws = {
    moran: new Float64Array(draws),
    geary: new Float64Array(draws),
    getisOrd: new Float64Array(x === null ? 0 : draws),
  }
  for (let draw = 0; draw < draws; draw += 1) {
    shuffle(order, random)
    for (let at = 0; at < n; at += 1) z[at] = data.z[order[at] ?? 0] ?? 0
    const cross = crossed(z, weights)
    const own = z.reduce((sum, value, at) => sum + (both[at] ?? 0) * value * value, 0)
    result.moran[draw] = ((n / s0) * cross) / squares
    result.geary[draw] = (((n - 1) / (2 * s0)) * (own - 2 * cross)) / squares
    if (x !== null) {
      for (let at = 0; at < n; at += 1) values[at] = x[order[at] ?? 0] ?? 0
      result.getisOrd[draw] = crossed(values, plain) / pairs
    }
    if ((draw + 1) * n > 100_000 || draw % 64 === 63) yield (draw + 1) / draws
  }
  return result
}

const total = (x: Float64Array): number => x.reduce((sum, value) => sum + value, 0)

function crossed(x: Float64Array, { size, starts, targets, values }: Weights): number {
  let cross = 0
  for (let row = 0; row < size; row += 1) {
    let lag = 0
    const end = starts[row + 1] ?? 0
    for (let at = starts[row] ?? 0; at < end; at += 1) lag += values[at]! * x[targets[at]!]!
    cross += lag * x[row]!
  }
  return cross
}

function shuffle(order: Int32Array, random: Random): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1)
    const held = order[at]!
    order[at] = order[other]!
    order[other] = held
  }
}

/** How many draws were at least, and at most, what was observed; ties count on both sides. */
export function beside(
  draws: Float64Array,
  value: number,
): { readonly above: number; readonly below: number } {
  const tie = 1e-12 * Math.max(1, Math.abs(value))
  let [above, below] = [0, 0]
  for (const draw of draws) {
    if (draw >= value - tie) above += 1
    if (draw <= value + tie) below += 1
  }
  return { above, below }
}

export interface LocalDraws {
  /** For each area: draws whose neighbourhood sum was at least, and at most, the real one. */
  readonly above: Int32Array
  readonly below: Int32Array
}

/**
 * Conditional permutation: each area keeps its value, its neighbours are drawn from all the others. As in `esda`,
 * one set of draws serves every area (shifted past the area itself).
 */
export function* localDraws(
  z: Float64Array,
  weights: Weights,
  draws: number,
  random: Random,
): Steps<LocalDraws> {
  const n = weights.size
  let most = 0
  for (let row = 0; row < n; row += 1)
    most = Math.max(most, (weights.starts[row + 1] ?? 0) - (weights.starts[row] ?? 0))
  const chosen = yield* drawOthers(n - 1, most, draws, random)
  const lag = lagOf(weights, z)
  const result = { above: new Int32Array(n), below: new Int32Array(n) }
  const others = new Float64Array(n - 1)
  for (let row = 0; row < n; row += 1) {
    others.set(z.subarray(0, row))
    others.set(z.subarray(row + 1), row)
    const from = weights.starts[row] ?? 0
    const size = (weights.starts[row + 1] ?? 0) - from
    const value = lag[row] ?? 0
    const tie = 1e-12 * Math.max(1, Math.abs(value))
    let [above, below] = [0, 0]
    for (let draw = 0; draw < draws; draw += 1) {
      let sum = 0
      for (let k = 0; k < size; k += 1) sum += weights.values[from + k]! * others[chosen[draw * most + k]!]!
      if (sum >= value - tie) above += 1
      if (sum <= value + tie) below += 1
    }
    result.above[row] = above
    result.below[row] = below
    if (row % 16 === 15) yield 0.2 + (0.8 * (row + 1)) / n
  }
  return result
}

/** For every draw the first `most` of a random order of 0 to `count` - 1. */
function* drawOthers(count: number, most: number, draws: number, random: Random): Steps<Int32Array> {
  const chosen = new Int32Array(draws * most)
  const order = Int32Array.from({ length: count }, (_, at) => at)
  for (let draw = 0; draw < draws; draw += 1) {
    for (let k = 0; k < most; k += 1) {
      const other = k + random.below(count - k)
      const held = order[k]!
      order[k] = order[other]!
      order[other] = held
      chosen[draw * most + k] = order[k]!
    }
    if (draw % 256 === 255) yield (0.2 * (draw + 1)) / draws
  }
  return chosen
}
