import type { JobContext } from '../../analyses/model/job'
import type { MethodName, MethodOutput, ParsedInput } from '../../preload/contract/methods'
import type { PdfPrinter } from '../export/pdf-printer'
import type { KeyStore } from './key-store'

/** What a front door (engine process, command line) must provide; commands know nothing else of where they run. */
export interface CommandEnvironment {
  /** The built DuckDB worker. */
  readonly workerPath: string
  /** Folders whose subfolders are packs; the first is the built-in one. */
  readonly packFolders: readonly string[]
  /** Folders whose subfolders are templates of reports. */
  readonly templateFolders: readonly string[]
  /** The sample region with its `source.yaml`. */
  readonly sampleFolder: string
  readonly fontFolder: string
  readonly appVersion: string
  /** `window` or `command line`: who holds the lock, in a fault's sentence. */
  readonly client: string
  readonly pdfPrinter: PdfPrinter | null
  /** Keys of the pseudonyms of projects. */
  readonly keys: KeyStore
}

/** One handler for each method of the contract; a missing or extra one does not compile. */
export type CommandTable = {
  readonly [M in MethodName]: (input: ParsedInput<M>, job: JobContext) => Promise<MethodOutput<M>>
}

export interface Commands {
  readonly table: CommandTable
  /** Closes the open project, releases its lock. Safe to call twice. */
  close(): Promise<void>
}
