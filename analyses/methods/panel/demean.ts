import type { Steps } from '../core/steps'
import type { Codes } from './codes'

/** The fixed effects of a sample with the weights of its rows. */
export interface Absorber {
  readonly effects: readonly Codes[]
  readonly weights: Float64Array | null
}

/** Left of a column's length by the last turn; what follows is rounding. */
export const finest = 1e-13
const mostTurns = 10_000

/**
 * What is left of a column when every fixed effect is taken out of it: the residual of its (weighted) regression on
 * the dummies of all levels. One effect: group means. Several: conjugate gradients on I - T, where T takes the means
 * of one effect after the other and back (symmetric Kaczmarz), as in Correia's reghdfe; in the inner product of the
 * weights that operator is symmetric, so the method converges, and fast even where plain alternation crawls.
 * Null when it does not converge (never seen in connected data). Correia (2017); Guimarães & Portugal (2010).
 */
export function* demean(
  column: ArrayLike<number>,
  absorber: Absorber,
  tolerance = finest,
): Steps<Float64Array | null> {
  const values = Float64Array.from(column)
  const { effects } = absorber
  if (effects.length === 0) return values
  const first = effects[0]
  if (effects.length === 1 && first) {
    takeMeans(values, first, absorber.weights)
    takeMeans(values, first, absorber.weights)
    return values
  }
  const product = innerProduct(absorber.weights)
  const scale = product(values, values)
  const rest = removedBy(values, absorber)
  let square = product(rest, rest)
  let direction = rest.slice()
  for (let turn = 0; turn < mostTurns; turn += 1) {
    if (!(square > tolerance ** 2 * scale)) {
      for (const effect of effects) takeMeans(values, effect, absorber.weights)
      return values
    }
    const image = removedBy(direction, absorber)
    const step = square / product(direction, image)
    if (!Number.isFinite(step)) return values
    let next = 0
    for (let i = 0; i < values.length; i += 1) {
      values[i] = (values[i] ?? 0) - step * (direction[i] ?? 0)
      rest[i] = (rest[i] ?? 0) - step * (image[i] ?? 0)
    }
    next = product(rest, rest)
    const share = next / square
    direction = direction.map((value, i) => (rest[i] ?? 0) + share * value)
    square = next
    yield Math.min(0.99, turn / 100)
  }
  return null
}

/** v - T v. */
function removedBy(v: Float64Array, { effects, weights }: Absorber): Float64Array {
  const swept = v.slice()
  for (const effect of effects) takeMeans(swept, effect, weights)
  for (let k = effects.length - 2; k >= 0; k -= 1) {
    const effect = effects[k]
    if (effect) takeMeans(swept, effect, weights)
  }
  return swept.map((value, i) => (v[i] ?? 0) - value)
}

/** Subtracts the (weighted) mean of every level, in place. */
function takeMeans(values: Float64Array, { of, labels }: Codes, weights: Float64Array | null): void {
  const sums = new Float64Array(labels.length)
  const sizes = new Float64Array(labels.length)
  for (let i = 0; i < values.length; i += 1) {
    const code = of[i] ?? 0
    const weight = weights ? (weights[i] ?? 0) : 1
    sums[code] = (sums[code] ?? 0) + weight * (values[i] ?? 0)
    sizes[code] = (sizes[code] ?? 0) + weight
  }
  for (let code = 0; code < sums.length; code += 1) {
    const size = sizes[code] ?? 0
    sums[code] = size > 0 ? (sums[code] ?? 0) / size : 0
  }
  for (let i = 0; i < values.length; i += 1) values[i] = (values[i] ?? 0) - (sums[of[i] ?? 0] ?? 0)
}

const innerProduct =
  (weights: Float64Array | null) =>
  (a: Float64Array, b: Float64Array): number => {
    let sum = 0
    for (let i = 0; i < a.length; i += 1) sum += (weights ? (weights[i] ?? 0) : 1) * (a[i] ?? 0) * (b[i] ?? 0)
    return sum
  }
