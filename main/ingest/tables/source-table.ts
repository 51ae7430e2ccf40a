import type { SpecialStatus } from '../../../analyses/model/column-facts'
import type { ColumnRole, ColumnType, Dialect, Problem } from '../../../analyses/model/data-set'
import type { JobContext } from '../../../analyses/model/job'
import type { TextBatch } from '../arrow/text-columns'
import type { ByteUse } from '../csv/delimited-rows'
import type { Reject } from '../csv/rejects'
import type { Reading } from '../types/reading'

/** What a format knows about a column by itself; what it does not say is found out from the texts. */
export interface Declared {
  readonly type?: ColumnType
  readonly role?: ColumnRole
  readonly unit?: string
  /** Texts that the format's own description names as no values. */
  readonly special?: Readonly<Record<string, SpecialStatus>>
  /** How cells are written, where a description says so and nothing need be guessed. */
  readonly reading?: Reading
  /** Text that an empty cell stands for; the raw table keeps the empty cell. */
  readonly fallback?: string
}

/** A column of the raw table: text as read. */
export interface SourceColumn {
  /** The header as it stood in the source; shown to people. */
  readonly label: string
  /** A name fixed by the format's standard (a dimension's id); otherwise it is made from the label. */
  readonly name?: string
  readonly declared?: Declared
}

/** A column of the view that is computed from the raw columns, where a format packs several things into one cell. */
export interface ViewColumn {
  readonly name: string
  readonly label: string
  readonly sql: string
  readonly type: ColumnType
  readonly role: ColumnRole | null
}

/** Takes what a table's reader found, in the order of the source. Awaited: a slow disk slows the reader. */
export interface TableSink {
  rows(batch: TextBatch): Promise<void>
  rejects(rejects: readonly Reject[]): Promise<void>
}

/** The reader's own count of source records, independent of the database's. */
export interface TableCounts {
  /** Every record met, with those above and below the table; the header block apart. */
  readonly read: number
  readonly preamble: number
  /** Records under the table that were not given to the sink. */
  readonly footer: number
  /** Rows and rejects from this line on were given to the sink and turned out to be the footer; null: none. */
  readonly footerFrom: number | null
  readonly problems: readonly Problem[]
  /** The dialect with what only the end of the file shows. */
  readonly dialect: Dialect
}

/**
 * One table of a file: what a person picks and what becomes one data set. Reading it again gives the same again.
 * `read` hands over every record exactly once, as a row, a reject, or in the counts.
 */
export interface SourceTable {
  /** Stable within the file and over its next editions where possible: sheet name, layer, member path. */
  readonly id: string
  /** What people see in the list of tables. */
  readonly title: string
  /** Plain-name ending of the data set when it is not the first of its file: sheet, layer; '' gives a number. */
  readonly suffix: string
  /** False for what is only loaded when asked for: hidden sheets, embedded copies. Problems name them all the same. */
  readonly byDefault: boolean
  readonly columns: readonly SourceColumn[]
  /** The view, where it is not simply the raw columns with their types. */
  readonly view?: readonly ViewColumn[]
  /** Lines (rows) of the header block. */
  readonly header: number
  /** True where one source record becomes several rows: they share their `_line`. */
  readonly long: boolean
  readonly dialect: Dialect
  /** What is known before reading; `read` adds the rest. */
  readonly problems: readonly Problem[]
  /** Number of source records below the header, known or estimated without reading; null when nothing tells. */
  readonly records: number | null
  /** Reading it through takes long: a preview then shows `records` and does not count. */
  readonly costly: boolean
  /** The first physical lines, where the format has such. */
  readonly lines: readonly string[]
  /** The first rows as they would load, one text for each column of the view (or of `columns`), at most `limit`. */
  sample(limit: number): Promise<readonly (readonly (string | null)[])[]>
  /** Byte values met per column while reading, where the reader keeps them. */
  readonly byteUse?: readonly ByteUse[] | null
  /** `progress` hears the share read, 0 to 1, of the table. Faults: `import.*`. */
  read(sink: TableSink, job: JobContext, progress: (share: number) => void): Promise<TableCounts>
}
