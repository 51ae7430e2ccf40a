export interface Bounds {
  readonly low: number
  readonly high: number
  /** False: the attacker's range is at least this wide; working it out to the end would take too long. */
  readonly exact: boolean
}

/**
 * How uncertain an attacker must be left about one cell (protection levels of Fischetti & Salazar 2000). The range he
 * can work out must reach `above` over the value and `below` under it, and be `width` wide (sliding: wherever it
 * lies). With `outside` it must not lie within 1..outside-1 alone: it takes in 0 or `outside` itself, so nobody can be
 * sure that the cell is small.
 */
export interface Level {
  readonly width: number
  readonly above: number
  readonly below?: number
  readonly outside?: number | null
}

/** Rounding errors of solvers, as a share of the numbers they worked with. */
const SLACK = 1e-7

/** Whether a range is wide enough. Never when it holds a single value. */
export function met({ width, above, below, outside }: Level, value: number, { low, high }: Bounds): boolean {
  const slack = SLACK * Math.max(1, Math.abs(value))
  return (
    high - low > slack &&
    high - low >= width - slack &&
    high - value >= above - slack &&
    value - low >= (below ?? 0) - slack &&
    (outside === undefined || outside === null || low <= slack || high >= outside - slack)
  )
}

/**
 * For a count: a range of at least one person and of the share (per cent) of the count, which must not lie among the
 * small numbers alone. The Handbook on SDC (chapter 4) asks for a safety range as a percentage set by the user.
 */
export const countLevel = (
  value: number,
  rule: { readonly threshold: number | null; readonly protection: number },
): Level => ({
  width: Math.max(1, (value * rule.protection) / 100),
  above: 0,
  outside: rule.threshold !== null && value > 0 && value < rule.threshold ? rule.threshold : null,
})

/** For a sum: what the p% rule asks above it, and a range as wide as the share (per cent) of its value. */
export const sumLevel = (value: number, above: number, protection: number): Level => ({
  width: (value * protection) / 100,
  above,
})

/** What an attacker knows of cells before he sees any table. */
export interface Limits {
  readonly low: Float64Array
  readonly high: Float64Array
}

/** Nothing is below zero; more nobody knows. */
export const openLimits = (cells: number): Limits => ({
  low: new Float64Array(cells),
  high: new Float64Array(cells).fill(Number.POSITIVE_INFINITY),
})

/**
 * What the marks say where a reader sees the reason of each: a cell marked small lies in 1..threshold-1 (from 0 where
 * empty cells are hidden with them), any other hidden count is not below the threshold.
 */
export function smallLimits(
  values: ArrayLike<number>,
  small: ReadonlySet<number>,
  threshold: number,
  zeros = false,
): Limits {
  const { low, high } = openLimits(values.length)
  for (let cell = 0; cell < values.length; cell += 1) {
    const value = values[cell] ?? 0
    if (small.has(cell) && value < threshold) {
      low[cell] = zeros ? 0 : Math.min(1, value)
      high[cell] = threshold - 1
    } else if (value >= threshold) low[cell] = threshold
  }
  return { low, high }
}

/** Cells with a single contributor, who knows the own value: each of them attacks from inside. */
export const insidersOf = (counts: ArrayLike<number>): readonly number[] =>
  Array.from(counts).flatMap((count, cell) => (count === 1 ? [cell] : []))
