import { between, defineMethod, orNone } from '../core/define-method'

/** A value as it may be shown: itself, or that it is at least the limit. */
export interface TopCoded {
  readonly value: number
  readonly atLeast: boolean
}

/** Values above the limit are shown as "at least the limit", so that the largest is nobody's own. */
export const topCoding = (values: readonly number[], limit: number): readonly TopCoded[] =>
  values.map((value) => (value > limit ? { value: limit, atLeast: true } : { value, atLeast: false }))

/**
 * The lowest limit that leaves at least so many contributors above it (Handbook on SDC, chapter 3), from values of single
 * persons or firms; null where there are not so many.
 */
export function topLimit(values: readonly number[], most: number): number | null {
  const sorted = values.toSorted((a, b) => b - a)
  return sorted[most] ?? null
}

export const topCodingMethod = defineMethod<readonly number[], { readonly limit: number | null }>({
  id: 'disclosure/top-coding',
  version: 1,
  cites: ['sdc-handbook'],
  options: { limit: orNone(between(0, 1e12)) },
  example: { data: [3, 12, 250], options: { limit: 100 } },
  compute: (values, { limit }) => ({ cells: topCoding(values, limit ?? Number.POSITIVE_INFINITY) }),
})
