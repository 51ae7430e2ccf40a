import type { ColumnType } from './data-set'

/** What a column would lose under another type. */
export interface TriedType {
  readonly type: ColumnType
  /** How the texts would be read; null when no way reads any of them. */
  readonly reading: string | null
  /** Filled cells of the column, and those that would have a value. */
  readonly filled: number
  readonly read: number
  /** Cells with a mark known for "no value", or named as such by the person: they would have a status. */
  readonly marks: number
  /** Cells that would have no value and no reason for it. */
  readonly failing: number
  /** Some of these as they stand in the source, most frequent first, with the first line of each. */
  readonly examples: readonly { readonly text: string; readonly count: number; readonly line: number }[]
  /** Day and month can be read in both orders, and nothing was said: choose `dateOrder`. */
  readonly ambiguousDate: boolean
}
