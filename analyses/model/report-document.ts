import type { DisclosureSummary, HiddenReason } from './disclosure'
import type { Locale } from './locale'
import type { OutputUnit } from './pack-manifest'
import type { Severity } from './run-record'
import type { Cell } from './table'

/**
 * A report as a neutral tree: the window, HTML, PDF and every later format draw the same blocks,
 * so a number cannot differ between them. All text is final, in one language; labels from data are plain text.
 */
export interface ReportDocument {
  readonly locale: Locale
  readonly title: string
  readonly subtitle: string
  /** True when any input is the fictional sample region; every format must show it. */
  readonly synthetic: boolean
  /** Who made it, as they state it; set on the title page and in the file's own properties. */
  readonly imprint?: Imprint
  /** False: the report begins under its title, and who made it stands in the file's properties only. */
  readonly titlePage?: boolean
  /** Whether a list of contents follows the title. */
  readonly contents?: boolean
  /** Its first page is all of it for a reader in a hurry, and is set so that it fits. */
  readonly onePage?: boolean
  /** What protection did to the numbers in it; absent where the exact result is shown. */
  readonly disclosure?: DisclosureSummary
  readonly blocks: readonly Block[]
}

export interface Imprint {
  readonly organisation: string
  readonly author: string
  /** As it should be read, in the report's language. */
  readonly date: string
  readonly keywords: readonly string[]
  /** A few sentences for catalogues. */
  readonly description: string
}

/**
 * `lang`: the block is in another language than the document. `of`: id of the block or section of a composition it was
 * made of, so that an editor can lead from the page to the outline and back.
 */
export type Block = BlockContent & { readonly lang?: Locale; readonly of?: string }

export type BlockContent =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly id: string; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'note'; readonly tone: Severity; readonly text: string }
  | {
      readonly kind: 'findings'
      readonly items: readonly { readonly severity: Severity; readonly text: string }[]
    }
  /** What a person adds to what the analysis says. */
  | { readonly kind: 'comment'; readonly text: string }
  | { readonly kind: 'page-break' }
  | { readonly kind: 'facts'; readonly caption: string; readonly items: readonly Fact[] }
  | TableBlock
  | ChartBlock

export interface Fact {
  readonly label: string
  readonly value: string
  /** Digests and SQL are set in the monospace face. */
  readonly code?: boolean
}

export interface TableBlock {
  readonly kind: 'table'
  readonly id: string
  readonly caption: string
  readonly columns: readonly {
    readonly name: string
    readonly label: string
    readonly unit: string
    readonly numeric: boolean
    /** What the stored values are measured in; they are never scaled for display. */
    readonly output: OutputUnit
  }[]
  /** Each cell as it is read (`text`) and as it is (`value`); `reason` says why a value is absent. */
  readonly rows: readonly (readonly TableCell[])[]
  /** Rows of the whole table; more than `rows.length` when a document shows only the first ones, and then `note` says so. */
  readonly total: number
  readonly note: string
}

export interface TableCell {
  readonly value: Cell
  readonly text: string
  readonly reason?: string
  /** The value exists and is kept back. */
  readonly hidden?: HiddenReason | 'suppressed' | 'confidential'
}

export interface ChartBlock {
  readonly kind: 'chart'
  readonly id: string
  /** Says the finding. */
  readonly title: string
  /** What, where, when, unit. */
  readonly subtitle: string
  /** The main message in one sentence, for who cannot see the chart. */
  readonly alt: string
  /** Source and n, at the foot. */
  readonly foot: string
  /** Complete Vega-Lite specification with its data, theme applied; drawn without any expression from data. */
  readonly spec: Readonly<Record<string, unknown>>
  /** The numbers of the chart as a table. */
  readonly table: TableBlock
  /** The table stands at the end of the report as a block of its own, so that pages of numbers do not part the text. */
  readonly apart?: boolean
}
