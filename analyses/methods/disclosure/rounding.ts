import { defineMethod, flag, oneOf, orNone, wholeBetween } from '../core/define-method'
import { seededRandom } from '../core/random'
import { finish, type Steps } from '../core/steps'
import { bestPattern, type Choice } from './rounding-search'

export interface RoundingOptions {
  /** Small counts only, or every cell to a multiple (controlled rounding). */
  readonly how?: string
  readonly base: number
  /** Cells behind a published number of 1 to this are rounded; null: one less than the base. */
  readonly upTo: number | null
  /** Whether inner cells are published, or their sums alone. */
  readonly inner: boolean
  /** Starts of the search where the cells are too many to try every pattern. */
  readonly starts: number
  readonly seed: number
}

export interface RoundingData {
  /** Inner cells: whole numbers from 0. */
  readonly values: ArrayLike<number>
  /** Published sums, by the inner cells they are made of. */
  readonly sums: readonly (readonly number[])[]
}

export interface Rounding {
  readonly rounded: Float64Array
  /** Inner cells that had to be rounded. */
  readonly chosen: readonly number[]
  /** Greatest difference in a sum, and the sum of their squares. */
  readonly greatest: number
  readonly squares: number
  /** Whether every pattern was looked at, so that none is closer. */
  readonly optimal: boolean
  /** Patterns as close as this one; null where not all were looked at. */
  readonly equal: number | null
}

/**
 * Small count rounding (Langsrud & Heldal 2018): inner cells that make up a small published number are rounded down or
 * up to a multiple of the base, all sums are added up anew. So the table stays additive, no published number is 1 to
 * base - 1, and nothing can be worked out by subtraction. Which go up: the pattern with the least greatest difference
 * in the sums, of those the one with the least sum of squares, of those one drawn by the seed. Up to 16 cells all
 * patterns are tried; beyond, a search from several starts makes the sum of squares small. Where rounding leaves a sum
 * of 1 to base - 1, the cells behind it are rounded too. Zeros stay.
 */
export function* smallCountRounding(data: RoundingData, options: RoundingOptions): Steps<Rounding> {
  const { base } = options
  const limit = options.upTo ?? base - 1
  const values = Float64Array.from(data.values)
  const published = options.inner ? [...Array.from(values, (_, cell) => [cell]), ...data.sums] : data.sums
  const random = seededRandom(options.seed)
  const chosen = new Set(smallBehind(published, values, values, base, limit))
  for (;;) {
    const cells = [...chosen].sort((a, b) => a - b)
    const found = yield* bestPattern(choicesOf(cells, values, data.sums, base), options.starts, random)
    const rounded = values.slice()
    cells.forEach((cell, at) => {
      rounded[cell] = (values[cell] ?? 0) + (found.changes[at] ?? 0)
    })
    const more = smallBehind(published, rounded, values, base, base - 1).filter((cell) => !chosen.has(cell))
    if (more.length === 0) {
      const { greatest, squares, optimal, equal } = found
      return { rounded, chosen: cells, greatest, squares, optimal, equal }
    }
    for (const cell of more) chosen.add(cell)
  }
}

/** Inner cells between two multiples of the base that are part of a published number from 1 to the limit. */
function smallBehind(
  published: readonly (readonly number[])[],
  now: Float64Array,
  values: Float64Array,
  base: number,
  limit: number,
): readonly number[] {
  return published.flatMap((cells) => {
    const sum = cells.reduce((whole, cell) => whole + (now[cell] ?? 0), 0)
    return sum > 0 && sum <= limit ? cells.filter((cell) => (values[cell] ?? 0) % base !== 0) : []
  })
}

/** Each cell's two ways out and the sums it is part of. */
function choicesOf(
  cells: readonly number[],
  values: Float64Array,
  sums: RoundingData['sums'],
  base: number,
): { readonly choices: readonly Choice[]; readonly sums: number } {
  const inSums = new Map(cells.map((cell) => [cell, [] as number[]]))
  sums.forEach((members, sum) => {
    for (const cell of members) inSums.get(cell)?.push(sum)
  })
  return {
    sums: sums.length,
    choices: cells.map((cell) => {
      const down = -((values[cell] ?? 0) % base)
      return { down, up: down + base, sums: inSums.get(cell) ?? [] }
    }),
  }
}

export const roundingMethod = defineMethod<
  { readonly values: readonly number[]; readonly sums: readonly (readonly number[])[] },
  RoundingOptions
>({
  id: 'disclosure/small-count-rounding',
  version: 1,
  cites: ['langsrud-heldal-2018', 'sdc-handbook'],
  options: {
    how: oneOf('small', 'controlled'),
    base: wholeBetween(2, 100),
    upTo: orNone(wholeBetween(1, 1000)),
    inner: flag(),
    starts: wholeBetween(1, 100),
    seed: wholeBetween(0, 2_147_483_647),
  },
  example: {
    data: {
      values: [4, 1, 12, 0, 2, 2],
      sums: [
        [0, 1, 2],
        [3, 4, 5],
        [0, 1, 2, 3, 4, 5],
      ],
    },
    options: { how: 'small', base: 3, upTo: null, inner: true, starts: 2, seed: 1 },
  },
  compute: (data, options) => {
    const { rounded, ...rest } = finish(smallCountRounding(data, options))
    return { rounded: [...rounded], ...rest }
  },
})
