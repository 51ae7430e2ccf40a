import { defineMethod, wholeBetween } from '../core/define-method'

/** What a published cell would let a reader count; `null` where the data do not say. */
export interface Cell {
  /** People with the property, and all of whom they are a part. */
  readonly count: number | null
  readonly population: number | null
  /** People asked, where the cell is a mean. */
  readonly n: number | null
}

/** One table row split by sex; a cell that is not in the data is `null`. */
export interface SexRow {
  readonly women: Cell | null
  readonly men: Cell | null
  readonly total: Cell | null
}

/** `primary`: too few people in the cell itself; `secondary`: hidden because total minus it would show the other sex. */
export type Hiding = 'shown' | 'primary' | 'secondary'

export interface SuppressSmallOptions {
  /** A positive number of people below this is too few. */
  readonly limit: number
}

export interface HiddenRow {
  readonly women: Hiding
  readonly men: Hiding
  readonly total: Hiding
}

/**
 * Primary suppression by the threshold rule, and the other sex with it where the total would give it away.
 * Unsafe: 0 < count < limit, 0 < population < limit, 0 < population - count < limit, or 0 < n < limit.
 * Zero is shown: that nobody is there identifies nobody by itself (group disclosure is for the output check).
 * One row is looked at alone: differences between overlapping rows (age bands and their sum, a region and
 * its districts) are not audited here. Handbook on Statistical Disclosure Control, chapter 4.
 */
export function suppressSmall(row: SexRow, { limit }: SuppressSmallOptions): HiddenRow {
  const unsafe = (cell: Cell | null): boolean => cell !== null && tooFew(cell, limit)
  const women = unsafe(row.women)
  const men = unsafe(row.men)
  const total = unsafe(row.total)
  const totalShown = row.total !== null && !total
  const hiding = (own: boolean, other: boolean): Hiding =>
    own ? 'primary' : other && totalShown ? 'secondary' : 'shown'
  return { women: hiding(women, men), men: hiding(men, women), total: total ? 'primary' : 'shown' }
}

function tooFew({ count, population, n }: Cell, limit: number): boolean {
  const small = (people: number | null) => people !== null && people > 0 && people < limit
  const others = count !== null && population !== null ? population - count : null
  return small(count) || small(population) || small(others) || small(n)
}

export const suppressSmallMethod = defineMethod({
  id: 'disclosure/suppress-small',
  version: 1,
  cites: ['sdc-handbook'],
  options: { limit: wholeBetween(2, 1000) },
  example: {
    data: {
      women: { count: 4, population: 60, n: null },
      men: { count: 30, population: 70, n: null },
      total: { count: 34, population: 130, n: null },
    },
    options: { limit: 10 },
  },
  compute: (data: SexRow, options: SuppressSmallOptions) => suppressSmall(data, options),
})
