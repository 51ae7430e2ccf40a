interface Tails {
  readonly lower: number
  readonly upper: number
}

/**
 * The x > 0 at which a continuous distribution on the positive numbers has `probability` below it: bracketed, then
 * halved in logarithms and sharpened by the secant, on whichever tail is the smaller, to the last digits.
 */
export function quantileByTails(probability: number, start: number, tailsAt: (x: number) => Tails): number {
  const excess = (x: number): number => {
    const tails = tailsAt(x)
    return probability <= 0.5
      ? Math.log(tails.lower / probability)
      : Math.log((1 - probability) / tails.upper)
  }
  let low = start > 0 && Number.isFinite(start) ? start : 1
  let high = low
  while (excess(low) > 0 && low > 1e-300) low /= 4
  while (excess(high) < 0 && high < 1e300) high *= 4
  let atLow = excess(low)
  let atHigh = excess(high)
  for (let turn = 0; turn < 200 && high - low > 4e-16 * high; turn += 1) {
    const between = Math.sqrt(low) * Math.sqrt(high)
    const secant = low - (atLow * (high - low)) / (atHigh - atLow)
    const middle = turn % 3 < 2 && secant > low && secant < high ? secant : between
    if (!(middle > low && middle < high)) break
    const value = excess(middle)
    if (value === 0) return middle
    if (value < 0) {
      low = middle
      atLow = value
    } else {
      high = middle
      atHigh = value
    }
  }
  return Math.abs(atLow) < Math.abs(atHigh) ? low : high
}
