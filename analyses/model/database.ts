import type { CancelSignal } from '../methods/core/signal'
import type { Row, Table } from './table'

export type SqlValue = string | number | bigint | boolean | null

/** Values by name; SQL says `$name`. Names of tables and columns never travel this way: quote them. */
export type SqlParameters = Readonly<Record<string, SqlValue>>

export interface WorkOptions {
  readonly signal?: CancelSignal
  /** Share done, 0..1; null while it cannot be known. */
  readonly report?: (share: number | null) => void
}

/**
 * The engine-neutral database port. One instance is one writable project file.
 * Every call may be aborted by its signal and then rejects within 0.5 s with fault `engine.cancelled`;
 * an aborted write leaves no trace. Engine errors become faults (`engine.*`), never foreign exceptions.
 */
export interface Database {
  /**
   * Rows as plain values: integers and decimals become numbers (a column with an integer beyond 2^53 becomes
   * text as a whole), dates and times ISO text, lists and structs JSON text. One statement a call.
   */
  rows(sql: string, parameters?: SqlParameters, options?: WorkOptions): Promise<readonly Row[]>
  /** The same with the result's columns and their types, for tables that may be empty. */
  table(sql: string, parameters?: SqlParameters, options?: WorkOptions): Promise<Table>
  /** A whole result as one Arrow IPC stream, for the window and for Arrow exports. */
  arrow(sql: string, parameters?: SqlParameters, options?: WorkOptions): Promise<Uint8Array>
  /** A result too large to hold, as self-contained Arrow IPC streams of some ten thousand rows each. */
  stream(sql: string, parameters?: SqlParameters, options?: WorkOptions): AsyncIterable<Uint8Array>
  /** A statement without a result. */
  execute(sql: string, parameters?: SqlParameters, options?: WorkOptions): Promise<void>
  /**
   * Appends an Arrow IPC stream to a table; `create` makes the table from the stream's schema first.
   * The buffer is handed over: it is empty for the caller afterwards.
   */
  insertArrow(target: TableName, ipc: Uint8Array, options?: WorkOptions & { create?: boolean }): Promise<void>
  /** All or nothing. Nested calls are a bug. A rejection of `work` rolls back and is passed on. */
  transaction<T>(work: (database: Database) => Promise<T>, options?: WorkOptions): Promise<T>
  /** Tables (and views) a SELECT reads, as written; lets a caller refuse SQL that reaches too far. */
  tablesRead(sql: string): Promise<readonly string[]>
  close(): Promise<void>
}

export interface TableName {
  /** `scratch` is an in-memory catalogue that dies with the engine; the rest is in the project file. */
  readonly schema: 'main' | 'raw' | 'rejects' | 'workbench' | 'scratch'
  readonly name: string
}

/** A name as SQL: any text is safe inside. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** A text as an SQL literal, for views, which take no parameters. */
export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`

export const quoteTable = ({ schema, name }: TableName): string =>
  schema === 'scratch' ? `scratch.main.${quoteName(name)}` : `${quoteName(schema)}.${quoteName(name)}`
