import { normalQuantile } from './normal-quantile'

/**
 * Upper tail P(T > t) of Student's t for t >= 0 and any real degrees of freedom > 0.
 * Regularised incomplete beta function: near the mean by its series of positive terms (DLMF 8.17.8), in the
 * tail by its continued fraction (DLMF 8.17.22); the gamma ratio by its asymptotic series (DLMF 5.11.13),
 * so that large degrees of freedom lose no digits.
 */
export function studentTail(t: number, degrees: number): number {
  const square = t * t
  const x = square / (degrees + square)
  const half = degrees / 2
  const front = frontFactor(t, degrees)
  // With many degrees of freedom the fraction would start from 1 - x and lose the digits of a small x.
  return x < 1.5 / (half + 2.5) || (degrees > 100 && t < 4)
    ? 0.5 - front * series(x, half)
    : (front / (2 * half)) * continuedFraction(degrees / (degrees + square), half, 0.5)
}

/**
 * Quantile of Student's t, for a probability strictly between 0 and 1. Newton's method kept inside a bracket,
 * started at the normal quantile; relative accuracy about 1e-13 for degrees >= 1 (compared with mpmath).
 */
export function studentQuantile(probability: number, degrees: number): number {
  if (!(probability > 0 && probability < 1) || !(degrees > 0))
    throw new RangeError(`no t quantile of ${probability} with ${degrees} degrees of freedom`)
  if (probability === 0.5) return 0
  if (probability < 0.5) return -studentQuantile(1 - probability, degrees)
  const tail = 1 - probability
  let low = 0
  let high = Math.max(1, normalQuantile(probability))
  while (studentTail(high, degrees) > tail) {
    low = high
    high *= 2
  }
  let t = (low + high) / 2
  for (let step = 0; step < 200; step += 1) {
    const excess = studentTail(t, degrees) - tail
    if (excess > 0) low = t
    else high = t
    const newton = t + excess / studentDensity(t, degrees)
    const next = newton > low && newton < high ? newton : (low + high) / 2
    if (Math.abs(next - t) <= 1e-15 * t) return next
    t = next
  }
  return t
}

const studentDensity = (t: number, degrees: number): number =>
  (gammaRatio(degrees / 2) / Math.sqrt(degrees * Math.PI)) *
  Math.exp(-((degrees + 1) / 2) * Math.log1p((t * t) / degrees))

/** x^(1/2) (1 - x)^(degrees/2) / B(1/2, degrees/2), written in t to keep its digits. */
function frontFactor(t: number, degrees: number): number {
  const half = degrees / 2
  const body = Math.exp(-half * Math.log1p((t * t) / degrees))
  return (body * (Math.abs(t) / Math.sqrt(degrees + t * t)) * gammaRatio(half)) / Math.sqrt(Math.PI)
}

/** Sum of (half + 1/2)_n / (3/2)_n x^n. */
function series(x: number, half: number): number {
  let term = 1
  let sum = 1
  for (let n = 0; term > sum * 1e-17 && n < 10_000; n += 1) {
    term *= ((half + 0.5 + n) / (1.5 + n)) * x
    sum += term
  }
  return sum
}

/** Modified Lentz evaluation of DLMF 8.17.22. */
function continuedFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300
  const guard = (value: number) => (Math.abs(value) < tiny ? tiny : value)
  let c = 1
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1))
  let result = d
  for (let m = 1; m <= 5000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / guard(1 + even * d)
    c = guard(1 + even / c)
    result *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / guard(1 + odd * d)
    c = guard(1 + odd / c)
    result *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return result
}

/** gamma(x + 1/2) / gamma(x): raised by recurrence until the series is exact to rounding. */
function gammaRatio(x: number): number {
  let factor = 1
  let y = x
  while (y < 20) {
    factor *= y / (y + 0.5)
    y += 1
  }
  const i = 1 / y
  const i2 = i * i
  const series =
    -i / 8 + (i * i2) / 192 - (i * i2 * i2) / 640 + (17 * i * i2 ** 3) / 14336 - (31 * i * i2 ** 4) / 18432
  return factor * Math.sqrt(y) * Math.exp(series)
}
