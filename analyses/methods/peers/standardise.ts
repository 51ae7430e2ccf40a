/** A column of one indicator over all territories; NaN where there is no value. */
export interface Indicator {
  readonly name: string
  readonly values: Float64Array
}

export type Scale = 'z' | 'robust'

export interface Standardised {
  readonly name: string
  readonly values: Float64Array
  readonly centre: number
  readonly spread: number
}

/** Quantile as R's type 7, of values in order; NaN of none. */
export function quantileOf(sorted: ArrayLike<number>, share: number): number {
  const n = sorted.length
  if (n === 0) return Number.NaN
  const at = (n - 1) * share
  const [low, high] = [Math.floor(at), Math.ceil(at)]
  const [a, b] = [sorted[low] ?? 0, sorted[high] ?? 0]
  return a + (at - low) * (b - a)
}

export const known = (values: Float64Array): Float64Array =>
  values.filter((value) => !Number.isNaN(value)).sort()

/**
 * z: minus the mean, over the standard deviation (n - 1). Robust: minus the median, over 1.4826 times the median
 * absolute deviation; where more than half of the values are the same, over the quartile range / 1.349 instead.
 * Null where nothing varies: such an indicator tells no two territories apart.
 */
export function standardise({ name, values }: Indicator, scale: Scale): Standardised | null {
  const sorted = known(values)
  const { centre, spread } = scale === 'z' ? ordinary(sorted) : robust(sorted)
  const size = Math.max(Math.abs(sorted[0] ?? 0), Math.abs(sorted.at(-1) ?? 0))
  if (!(spread > 1e-12 * size)) return null
  return { name, centre, spread, values: values.map((value) => (value - centre) / spread) }
}

function ordinary(sorted: Float64Array) {
  const n = sorted.length
  const centre = sorted.reduce((sum, value) => sum + value, 0) / n
  const squares = sorted.reduce((sum, value) => sum + (value - centre) ** 2, 0)
  return { centre, spread: n < 2 ? 0 : Math.sqrt(squares / (n - 1)) }
}

function robust(sorted: Float64Array) {
  const centre = quantileOf(sorted, 0.5)
  const apart = sorted.map((value) => Math.abs(value - centre)).sort()
  const spread = 1.4826 * quantileOf(apart, 0.5)
  const quartiles = (quantileOf(sorted, 0.75) - quantileOf(sorted, 0.25)) / 1.349
  return { centre, spread: spread > 0 ? spread : quartiles }
}
