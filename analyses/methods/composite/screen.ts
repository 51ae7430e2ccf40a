export interface ScreenOptions {
  /** Smallest share of indicators a unit must have; compared as three decimals, so that 0.667 means two thirds. */
  readonly availability: number
  /** Smallest share of its numbers that must not be zero. */
  readonly nonZero: number
}

export type Screening = 'kept' | 'low-availability' | 'many-zeros'

/**
 * Which rows have enough data to be scored: the share of indicators that are there, then the share of those that are
 * not zero (a unit of zeros is mostly an empty form). COINr's `Screen`, whose defaults are 2/3 and 0.05.
 */
export function screenRow(values: ArrayLike<number>, options: ScreenOptions): Screening {
  let there = 0
  let zeros = 0
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? Number.NaN
    if (Number.isNaN(value)) continue
    there += 1
    if (value === 0) zeros += 1
  }
  if (there === 0 || Math.round((there / values.length) * 1000) / 1000 < options.availability)
    return 'low-availability'
  return (there - zeros) / there < options.nonZero ? 'many-zeros' : 'kept'
}
