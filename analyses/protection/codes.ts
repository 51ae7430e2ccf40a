/** What names a group of persons or firms: dimension -> code. A dimension at its whole is not in it. */
export type Codes = Readonly<Record<string, string>>

/**
 * How codes of a dimension may add up. `time`: never, a person is counted anew in each period. `sex`, `territory` and
 * `age` identify somebody, what the others say (`quality`) may be what is to be protected.
 */
export type DimensionKind = 'sex' | 'territory' | 'age' | 'time' | 'quality'

/** The difference of women and men is a row of tables, but no group of persons. */
export const sexDifference = 'F-M'

/** One text for one set of codes, whatever the order they were found in. */
export function keyOf(codes: Codes): string {
  return Object.keys(codes)
    .sort()
    .map((dimension) => `${dimension}\u0001${codes[dimension]}`)
    .join('\u0002')
}

export function without(codes: Codes, dimensions: ReadonlySet<string>): Codes {
  return Object.fromEntries(Object.entries(codes).filter(([dimension]) => !dimensions.has(dimension)))
}
