import type { SqlParameters, WorkOptions } from '../model/database'
import type { Table } from '../model/table'

/** What a run asks of the engine: it reads the project and keeps small tables of its own, nothing else. */
export interface RunDatabase {
  /**
   * Refuses (faults `sql.*`) anything but one read-only SELECT; otherwise says which tables it reads, as written.
   * The runner sends every SQL file of a pack through this before it becomes part of a statement.
   */
  tablesRead(sql: string): Promise<readonly string[]>
  /** Runs a SELECT the runner composed. Parameters are exactly those the SQL names. */
  select(sql: string, parameters: SqlParameters, options: WorkOptions): Promise<Table>
  /** Keeps a SELECT's rows, in their order, as a scratch table of this run. */
  materialise(name: string, sql: string, parameters: SqlParameters, options: WorkOptions): Promise<void>
  /** Keeps a table that was made outside SQL. */
  put(name: string, table: Table, options: WorkOptions): Promise<void>
  /** How SQL names what is kept under `name`, quoted. */
  relation(name: string): string
  /** Forgets everything this run kept. */
  drop(): Promise<void>
}
