import { logGamma } from '../log-gamma'

/**
 * Regularised incomplete beta function I_x(a, b) by its continued fraction (DLMF 8.17.22), turned round beyond the
 * mean so that it always converges fast. 0 for x <= 0, 1 for x >= 1.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  return betaTails(x, 1 - x, a, b).lower
}

/** I_x(a, b) and 1 - I_x(a, b), each without cancellation; `y` is 1 - x as exactly as the caller has it. */
export function betaTails(
  x: number,
  y: number,
  a: number,
  b: number,
): { readonly lower: number; readonly upper: number } {
  if (!(a > 0 && b > 0) || Number.isNaN(x)) return { lower: Number.NaN, upper: Number.NaN }
  if (x <= 0) return { lower: 0, upper: 1 }
  if (y <= 0) return { lower: 1, upper: 0 }
  if (x < (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, (front(x, y, a, b) * fraction(x, a, b)) / a)
    return { lower, upper: 1 - lower }
  }
  const upper = Math.min(1, (front(y, x, b, a) * fraction(y, b, a)) / b)
  return { lower: 1 - upper, upper }
}

/** x^a y^b / B(a, b). */
function front(x: number, y: number, a: number, b: number): number {
  return Math.exp(a * logOf(x, y) + b * logOf(y, x) - logBeta(a, b))
}

/** log x; through its complement where x is near 1. */
const logOf = (x: number, y: number): number => (x > 0.5 ? Math.log1p(-y) : Math.log(x))

/** log B(a, b); the difference of two large gammas by Stirling's series, which keeps their digits. */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b)
  const large = Math.max(a, b)
  if (large < 20) return logGamma(small) + logGamma(large) - logGamma(small + large)
  const sum = small + large
  const ratio = (large - 0.5) * Math.log1p(small / large) + small * Math.log(sum) - small
  const difference = -(ratio + stirling(sum) - stirling(large))
  return logGamma(small) + difference
}

/** log gamma(z) - ((z - 1/2) log z - z + log(2 pi)/2), DLMF 5.11.1. */
function stirling(z: number): number {
  const w = 1 / (z * z)
  return (1 / 12 - w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w / 1188)))) / z
}

/** Modified Lentz evaluation. */
function fraction(x: number, a: number, b: number): number {
  const guard = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value)
  let c = 1
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1))
  let result = d
  for (let m = 1; m <= 20_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / guard(1 + even * d)
    c = guard(1 + even / c)
    result *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / guard(1 + odd * d)
    c = guard(1 + odd / c)
    result *= d * c
    if (Math.abs(d * c - 1) < 4e-16) break
  }
  return result
}
