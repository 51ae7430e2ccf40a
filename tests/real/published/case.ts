import type { RunRecord } from '../../../analyses/model/run-record'

/** One call of the command line: `workbench run PACK --input … --bind … --param …`. */
export interface PublishedRun {
  readonly pack: string
  /** Need -> file of the case's folder, or a file that `prepare` made. */
  readonly inputs: Readonly<Record<string, string>>
  /** `need.column` -> source column(s). */
  readonly bind?: Readonly<Record<string, string>>
  readonly params?: Readonly<Record<string, string | number | boolean>>
}

/** A number read from the runs, a list of them, or why there is none. */
export type Reading = number | readonly (number | string)[] | { readonly notCovered: string } | null

export type Runs = Readonly<Record<string, RunRecord>>

/** How the numbers of one case of published results are reached through the command line. */
export interface PublishedCase {
  readonly folder: string
  readonly runs: Readonly<Record<string, PublishedRun>>
  /** Files that are parts of the case's own (the rows of one country, another shape): name -> CSV text. */
  readonly prepare?: (read: (file: string) => string) => Readonly<Record<string, string>>
  /** Id in expected.json -> where the number stands. An id that is not said is reported as not covered. */
  readonly numbers: (runs: Runs, ids: readonly string[]) => Readonly<Record<string, Reading>>
  /** Ids whose published number cannot be reached, and why; shown beside what comes out instead. */
  readonly unreachable?: Readonly<Record<string, string>>
}

type Row = RunRecord['tables'][string][number]
type Where = Readonly<Record<string, string | number | boolean | null>>

/** The rows of a table that hold all the given values. */
export const rowsWhere = (record: RunRecord | undefined, table: string, where: Where = {}): readonly Row[] =>
  (record?.tables[table] ?? []).filter((row) =>
    Object.entries(where).every(([column, value]) => row[column] === value),
  )

/** The number in the one row that holds the given values; null when there is no such row, or more than one. */
export function numberAt(
  record: RunRecord | undefined,
  table: string,
  column: string,
  where: Where = {},
): number | null {
  const rows = rowsWhere(record, table, where)
  const value = rows.length === 1 ? rows[0]?.[column] : null
  return typeof value === 'number' ? value : null
}
