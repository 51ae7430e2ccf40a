import type { Column, Problem } from './data-set'

/** How the values of one column lie. */
export interface ColumnProfile {
  readonly column: Column
  readonly rows: number
  readonly missing: number
  readonly distinct: number
  /** Whether `distinct` is counted or estimated (large tables). */
  readonly distinctExact: boolean
  /** One value everywhere. */
  readonly constant: boolean
  /** Numbers: least, quartiles, greatest, mean, and values beyond three interquartile ranges from the quartiles. */
  readonly numbers: {
    readonly least: number
    readonly q1: number
    readonly median: number
    readonly q3: number
    readonly greatest: number
    readonly mean: number
    readonly outliers: number
    /** Equal bins from least to greatest. */
    readonly bins: readonly { readonly from: number; readonly to: number; readonly count: number }[]
  } | null
  /** Dates and times: first and last as ISO text. */
  readonly range: { readonly first: string; readonly last: string } | null
  /** The most frequent values; none for identifiers and for columns that identify persons. */
  readonly frequent: readonly { readonly value: string; readonly count: number }[]
}

/** What is known of the quality of a data set. */
export interface DataSetProfile {
  readonly dataSet: string
  readonly rows: number
  readonly columns: readonly ColumnProfile[]
  /** Columns that together should name each row, guessed from their roles. */
  readonly key: readonly string[]
  /** Rows whose key another row has as well. */
  readonly duplicates: number
  /** Problems of the import, and those the profile adds (`quality.*`), most serious first. */
  readonly findings: readonly QualityFinding[]
}

export interface QualityFinding {
  readonly severity: 'serious' | 'notable' | 'note'
  readonly problem: Problem
}
