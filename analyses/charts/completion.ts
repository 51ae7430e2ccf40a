import type { Locale } from '../model/locale'
import type { OutputUnit } from '../model/pack-manifest'
import type { Cell, Row } from '../model/table'

export interface ChartColumn {
  readonly name: string
  readonly label: string
  readonly unit: OutputUnit
  /** The word for the unit where the unit's own does not say it: a measure shown as its source delivered it. */
  readonly unitText?: string
}

/** What the walk through a chart file knows and notes down. */
export interface Completion {
  /** Rows as the run left them: codes and statuses are codes. */
  readonly source: readonly Row[]
  /** The same rows as they are drawn: labels plain, periods and codes in words. */
  readonly rows: readonly Row[]
  readonly columns: ReadonlyMap<string, ChartColumn>
  readonly locale: Locale
  readonly axisTitles: Readonly<Record<string, string>>
  readonly mostCategories: number
  /** The two columns a fold transform makes, each with the columns folded into it: names, and their values. */
  readonly foldedNames: ReadonlyMap<string, readonly string[]>
  readonly foldedValues: ReadonlyMap<string, readonly string[]>
  /** Fields that share one axis with other fields, each with the one its axis is named by; null: by the unit alone. */
  readonly shared: ReadonlyMap<string, string | null>
  /** An upright axis has its title lying above it. */
  readonly flatTitle: boolean
  /** Small multiples: names of panels stand where the title of an upright axis would. */
  readonly panels: boolean
  /** The column whose values are the panels. */
  readonly panelField: string | null
  /** Periods of a column in their order, in words. */
  readonly periods: ReadonlyMap<string, readonly string[]>
  /** Noted: named things that are left out, by field. */
  readonly cuts: Map<string, { readonly keep: ReadonlySet<string>; readonly total: number }>
  /** Noted: columns made for the picture alone, a value for each row. */
  readonly made: Map<string, readonly Cell[]>
  /** Noted: numbers that are drawn as text. */
  readonly texts: Set<string>
  /** Noted: columns of signs for what is absent, with the fields they speak of. */
  readonly signs: Map<
    string,
    { readonly signs: readonly (string | null)[]; readonly fields: readonly string[] }
  >
}
