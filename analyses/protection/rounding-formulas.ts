import type { Cell, Row } from '../model/table'

/** How a column is worked out of two others of its row, of rounded numbers as of exact ones. */
export interface Formula {
  readonly from: readonly [string, string]
  readonly of: (a: number, b: number) => number
}

/** What packs work out of counts, shares and means, as far as two numbers of the row are enough for it. */
const known: readonly ((a: number, b: number) => number)[] = [
  (a, b) => a - b,
  (a, b) => a / b,
  (a, b) => a / (a + b),
  (a, b) => (a - b) / a,
  (a, b) => (a - b) / b,
  (a, b) => a + b,
  (a, b) => 100 * (a - b),
  (a, b) => (100 * a) / b,
  (a, b) => (100 * a) / (a + b),
  (a, b) => (100 * (a - b)) / a,
  (a, b) => (100 * (a - b)) / b,
  (a) => a,
  (a) => -a,
]

const isNumber = (cell: Cell | undefined): cell is number => typeof cell === 'number'

/**
 * The formula by which a column follows from others, proven by the exact rows: it must give every number of the column
 * there is, to the last digits. Null: nobody can say how it follows, so it cannot follow the rounded numbers.
 */
export function formulaOf(column: string, sources: readonly string[], rows: readonly Row[]): Formula | null {
  const there = rows.filter((row) => isNumber(row[column]) && row[column] !== 0)
  if (there.length === 0) return null
  const plain = sources.filter((source) => source !== column).toSorted()
  for (const of of known)
    for (const a of plain)
      for (const b of of.length === 1 ? [a] : plain) {
        if (of.length > 1 && a === b) continue
        if (there.every((row) => gives(of, row, a, b, column))) return { from: [a, b], of }
      }
  return null
}

function gives(of: Formula['of'], row: Row, a: string, b: string, column: string): boolean {
  const [one, other, value] = [row[a], row[b], row[column]]
  if (!isNumber(one) || !isNumber(other) || !isNumber(value)) return false
  return Math.abs(of(one, other) - value) <= 1e-9 * Math.max(1e-3, Math.abs(value))
}

/**
 * A mean, an index or an error in steps of at least one part in as many as the persons it rests on: with all its digits
 * a mean of whole numbers says by how many it was divided. What the steps take is less than chance does.
 */
export function coarse(value: number, persons: number): number {
  const least = Math.abs(value) / Math.max(1, persons)
  if (!(least > 0) || !Number.isFinite(least)) return value
  const ten = 10 ** Math.floor(Math.log10(least))
  const step = ten * ([1, 2, 5].find((one) => one * ten >= least * (1 - 1e-12)) ?? 10)
  return Number((Math.round(value / step) * step).toPrecision(12))
}
