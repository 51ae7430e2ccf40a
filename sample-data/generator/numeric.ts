/**
 * The language leaves the last digits of Math.exp, Math.sin and Math.hypot to the engine. These use only
 * + - * / and square roots, which IEEE 754 fixes to the bit, so the files do not depend on the engine.
 */
const PI = Math.PI

/** e to the power x, for |x| below 20; relative error below 1e-12. */
export function exponential(x: number): number {
  const reduced = x / 1024
  let term = 1
  let sum = 1
  for (let n = 1; n <= 12; n += 1) {
    term = (term * reduced) / n
    sum += term
  }
  for (let squaring = 0; squaring < 10; squaring += 1) sum *= sum
  return sum
}

/** Sine of an angle given in whole turns (1 = full circle); error below 1e-12. */
export function sineOfTurns(turns: number): number {
  const fraction = turns - Math.round(turns)
  const folded = fraction > 0.25 ? 0.5 - fraction : fraction < -0.25 ? -0.5 - fraction : fraction
  const x = 2 * PI * folded
  let term = x
  let sum = x
  for (let n = 1; n <= 10; n += 1) {
    term = (-term * x * x) / (2 * n * (2 * n + 1))
    sum += term
  }
  return sum
}

export const cosineOfTurns = (turns: number): number => sineOfTurns(turns + 0.25)

export const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value))

export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** Fixed decimals without a negative zero; `toFixed` is defined exactly by the language. */
export function fixed(value: number, decimals: number, mark: '.' | ',' = '.'): string {
  const text = value.toFixed(decimals)
  const unsigned = /^-0(\.0*)?$/.test(text) ? text.slice(1) : text
  return mark === '.' ? unsigned : unsigned.replace('.', mark)
}

/** Whole numbers that add up to `total` in proportion to `weights` (largest remainder, ties to the first). */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = sumOf(weights)
  const exact = weights.map((weight) => (total * weight) / sum)
  const counts = exact.map(Math.floor)
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  const missing = total - sumOf(counts)
  for (const { index } of byRemainder.slice(0, missing)) counts[index] = (counts[index] ?? 0) + 1
  return counts
}
