import { logGamma } from '../log-gamma'

/**
 * Regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 - P, each without cancellation where it is small:
 * the series of positive terms (DLMF 8.7.1) for x < a + 1, the continued fraction (DLMF 8.9.2) beyond.
 */
export function incompleteGamma(a: number, x: number): { readonly lower: number; readonly upper: number } {
  if (!(a > 0) || Number.isNaN(x)) return { lower: Number.NaN, upper: Number.NaN }
  if (x <= 0) return { lower: 0, upper: 1 }
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 }
  const front = Math.exp(logFront(a, x))
  if (x < a + 1) {
    const lower = Math.min(1, front * series(a, x))
    return { lower, upper: 1 - lower }
  }
  const upper = Math.min(1, front * fraction(a, x))
  return { lower: 1 - upper, upper }
}

/** log(x^a e^-x / gamma(a)); for large a by Stirling's series around x = a, where the plain terms cancel. */
function logFront(a: number, x: number): number {
  if (a < 20) return a * Math.log(x) - x - logGamma(a)
  const ratio = (x - a) / a
  const excess = Math.abs(ratio) < 0.1 ? log1pMinus(ratio) : Math.log1p(ratio) - ratio
  const correction = 1 / (12 * a) - 1 / (360 * a ** 3) + 1 / (1260 * a ** 5) - 1 / (1680 * a ** 7)
  return a * excess + 0.5 * Math.log(a / (2 * Math.PI)) - correction
}

/** log(1 + u) - u for small u, by its own series. */
function log1pMinus(u: number): number {
  let power = -u
  let sum = 0
  for (let k = 2; k < 60; k += 1) {
    power *= -u
    sum -= power / k
    if (Math.abs(power) < 1e-20) break
  }
  return sum
}

function series(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let n = 1; n < 100_000 && term > sum * 1e-17; n += 1) {
    term *= x / (a + n)
    sum += term
  }
  return sum
}

/** Modified Lentz evaluation. */
function fraction(a: number, x: number): number {
  const tiny = 1e-300
  let b = x + 1 - a
  let c = 1 / tiny
  let d = 1 / b
  let result = d
  for (let i = 1; i < 100_000; i += 1) {
    const numerator = -i * (i - a)
    b += 2
    const below = numerator * d + b
    d = 1 / (Math.abs(below) < tiny ? tiny : below)
    c = b + numerator / c
    if (Math.abs(c) < tiny) c = tiny
    result *= c * d
    if (Math.abs(c * d - 1) < 4e-16) break
  }
  return result
}
