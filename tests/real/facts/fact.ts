import type { ImportOptions, ImportReceipt } from '../../../analyses/model/data-set'

/** What stands in one cell of an answer. */
export type Value = string | number | boolean | null

/** Everything a fact may be checked against, once all files of its case are in one project. */
export interface Loaded {
  /** Rows of a query over the project, a row as its values in order. */
  rows(sql: string): Promise<readonly (readonly Value[])[]>
  /** The receipt of a file; null when it was not loaded. */
  receipt(file: string): ImportReceipt | null
  /** Code of the fault a file ended with; null when it was loaded. */
  fault(file: string): string | null
}

/** One checkable sentence of a case's description, and how it is checked. */
export type Fact =
  | { readonly about: string; readonly sql: string; readonly is: Value | readonly (readonly Value[])[] }
  | { readonly about: string; readonly ask: (loaded: Loaded) => unknown; readonly is: unknown }
  /** It says something that an import cannot be asked, and why. */
  | { readonly about: string; readonly notApplicable: string }

/** How the files of a case are loaded, and what is known of them. */
export interface Case {
  /** Files and folders (`.`) to load with what a person would say; absent: every file, with nothing said. */
  readonly files?: readonly { readonly file: string; readonly options?: ImportOptions }[]
  /** Files that belong to others and are not loaded by themselves. */
  readonly companions?: RegExp
  readonly facts: readonly Fact[]
}

/** The receipt's number of rows of the first data set of a file, or of one of its tables. */
export const rowsOf =
  (file: string, table?: string) =>
  ({ receipt }: Loaded): unknown =>
    (table === undefined
      ? receipt(file)?.dataSets[0]
      : receipt(file)?.dataSets.find((each) => each.table?.id === table)
    )?.rows.loaded

/** The number of columns as they stood in the source. */
export const columnsOf =
  (file: string) =>
  ({ receipt }: Loaded): unknown => {
    const first = receipt(file)?.dataSets[0]
    return (first?.readAs ?? first?.columns)?.filter(({ derived }) => derived === undefined).length
  }

export const encodingOf =
  (file: string) =>
  ({ receipt }: Loaded): unknown =>
    receipt(file)?.source.encoding

/** Whether the receipt of a file tells this problem. */
export const tells =
  (file: string, code: string) =>
  ({ receipt }: Loaded): unknown =>
    receipt(file)?.dataSets.some(({ problems }) => problems.some((each) => each.code === code)) ?? false
