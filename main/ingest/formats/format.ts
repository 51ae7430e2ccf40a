import type { ImportOptions, Problem, SourceFormat } from '../../../analyses/model/data-set'
import type { JobContext } from '../../../analyses/model/job'
import type { ByteSource } from '../source/byte-source'
import type { SourceTable } from '../tables/source-table'

/** The file (or the member of an archive, or the folder) that is looked into, and what stands beside it. */
export interface Place {
  readonly source: ByteSource
  /** The first bytes, up to 64 KiB: enough for every signature. */
  readonly head: Uint8Array
  /** Names of the files in the same folder or archive, itself included, in code-unit order. */
  neighbours(): Promise<readonly string[]>
  /** A neighbour opened for reading, null when there is none of that name. Closed with the shelf. */
  neighbour(name: string): Promise<ByteSource | null>
}

/** What a format found inside: its tables, in the order of the source. */
export interface Contents {
  readonly tables: readonly SourceTable[]
  /** Encoding of the text, or the format's own name for what it holds ('utf-8', 'windows-1250', 'binary'). */
  readonly encoding: string
  readonly encodingConfidence: 'certain' | 'likely' | 'guess'
  /** What concerns the whole file: sheets that are hidden, members that were left out. */
  readonly problems?: readonly Problem[]
  /** SHA-256 of the source, where opening it had to read it whole anyway. */
  readonly sha256?: string
  /** Names of neighbours that were read with it and are no tables of their own (a .dbf with its .shp). */
  readonly alsoRead?: readonly string[]
  /** The tables have names of their own (tables of a database, files of a feed): every data set gets its suffix. */
  readonly tablesAreNamed?: boolean
  /** The tables are files with names of their own, and the file that was opened only describes them. */
  readonly ownNames?: boolean
  /** What the data sets are named after, where it is not the opened file: the folder of a feed. */
  readonly name?: string
  /** Frees what the tables hold (an engine, a parsed workbook). */
  close?(): Promise<void>
}

/**
 * One file format. `recognise` looks at the first bytes (and the name, where bytes cannot tell) and must be cheap;
 * the first format of the list that says yes opens the file. Both refuse with `import.*` faults only.
 */
export interface Format {
  readonly id: SourceFormat
  recognise(place: Place, options: ImportOptions): Promise<boolean>
  open(
    place: Place,
    options: ImportOptions,
    job: JobContext,
    progress: (share: number) => void,
  ): Promise<Contents>
}
