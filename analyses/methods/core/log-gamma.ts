const G = 7
/** Coefficients of Lanczos' approximation for g = 7, nine terms (P. Godfrey 2001). */
const COEFFICIENTS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** Natural logarithm of the gamma function for x > 0; relative error below 1e-14. Not a number for x <= 0. */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const z = x - 1
  const [first = 0, ...rest] = COEFFICIENTS
  const series = rest.reduce((sum, coefficient, i) => sum + coefficient / (z + i + 1), first)
  const t = z + G + 0.5
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(series)
}
