export interface Rules {
  /** A count from 1 to one less than this is sensitive; null: not asked. */
  readonly threshold: number | null
  readonly zeros: boolean
  /** p of the p% rule. */
  readonly p: number | null
  /** q of the (p, q) rule: how well others are known before publication; 100 makes it the p% rule. */
  readonly q: number
  /** (n, k): the n largest are more than k per cent of the cell. n is 1, 2 or 3. */
  readonly n: number | null
  readonly k: number | null
  /** Whether exactly k per cent is sensitive too. */
  readonly atLeast: boolean
}

export interface Contributions {
  readonly value: number
  /** Number of contributors; the value itself in a table of counts. NaN where it is not known. */
  readonly count: number
  readonly largest: number
  readonly second: number
  /** Needed for dominance of three only. */
  readonly third?: number
}

export interface Sensitivity {
  readonly sensitive: boolean
  readonly rules: readonly ('threshold' | 'p-percent' | 'dominance')[]
  readonly shareOfLargest: number | null
  readonly shareOfTwo: number | null
  /** How much above the value an attacker must be left to think of. */
  readonly above: number
}

/**
 * Rules of primary suppression (Handbook on SDC, chapter 4). Threshold: 0 < n < threshold. p%: X - x1 - x2 <
 * (p/q) x1, so the second largest could not estimate the largest within p per cent. Dominance (n, k): the n largest
 * make up more than k per cent. Magnitude rules need values that are nowhere negative.
 */
export function sensitivity(
  { value, count, largest, second, third }: Contributions,
  rules: Rules,
): Sensitivity {
  const found: Sensitivity['rules'][number][] = []
  const few =
    rules.threshold !== null && count < rules.threshold && (count > 0 || (rules.zeros && count === 0))
  if (few) found.push('threshold')
  const known = !Number.isNaN(largest) && value > 0
  const two = largest + (Number.isNaN(second) ? 0 : second)
  const needed = known && rules.p !== null ? (rules.p / rules.q) * largest - (value - two) : 0
  // Sums of cents are not exact: what is equal to the last digits is no breach.
  const tiny = 1e-9 * Math.abs(value)
  if (needed > tiny) found.push('p-percent')
  if (known && rules.n !== null && rules.k !== null) {
    const three = two + (third === undefined || Number.isNaN(third) ? 0 : third)
    const part = rules.n === 1 ? largest : rules.n === 2 ? two : three
    const over = part - (rules.k / 100) * value
    if (over > tiny || (rules.atLeast && over >= -tiny)) found.push('dominance')
  }
  return {
    sensitive: found.length > 0,
    rules: found,
    shareOfLargest: known ? largest / value : null,
    shareOfTwo: known ? two / value : null,
    above: Math.max(0, needed),
  }
}
