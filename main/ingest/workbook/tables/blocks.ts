import type { Columns } from './row-shapes'

/** A table within a sheet: which of its rows are what. Rows are indexes of the grid, unless said otherwise. */
export interface Block extends Columns {
  /** Rows of the header block, with a row of column numbers. */
  readonly header: readonly number[]
  /** The rows of it that make the names. */
  readonly names: readonly number[]
  /** Titles and notes above the records. */
  readonly preamble: readonly number[]
  /** The records lie from here … */
  readonly from: number
  /** … to here, excluded. */
  readonly to: number
  /** Rows in between that are no records: the header again. */
  readonly repeated: readonly number[]
  readonly footer: readonly number[]
  readonly records: number
  /** Records that hold one text only, between full ones: names of groups. */
  readonly groups: readonly number[]
  /** Name of the section, where one sheet's table was split by them. */
  readonly section: string | null
}
