import type { ColumnType } from '../../../analyses/model/data-set'

export type DateOrder = 'dmy' | 'mdy' | 'ymd'

/**
 * One way to read the texts of a column as values. Its pattern is the same for JavaScript and for the database
 * (RE2 and ECMAScript agree on what is used here), so that preview and load cannot differ.
 */
export interface Reading {
  readonly id: string
  readonly type: ColumnType
  /** A whole cell that can be read this way. */
  readonly pattern: string
  /**
   * SQL value of the quoted column `c`; NULL where it cannot be read. Runs in any DuckDB, without extensions.
   * `blanks`: cells of the column may have blanks about them.
   */
  readonly sql: (c: string, blanks: boolean) => string
  /** Bytes for which `sql` alone is as strict as the pattern; null when the pattern must always be checked. */
  readonly safeBytes: RegExp | null
  readonly unit: string | null
  /** Order of day and month, where the reading had to decide it. */
  readonly order: DateOrder | null
  readonly decimal: '.' | ',' | null
  /** Never guessed: only when the person says the type. */
  readonly asked: boolean
  /** Texts that must all be met before the reading is guessed: one of `A` and `N` alone says nothing. */
  readonly both: readonly string[] | null
  /** What a time of day means: the clock on a wall somewhere, or universal time. Null: the reading has none. */
  readonly clock: 'local' | 'utc' | null
  readonly shortYears: boolean
}

export const plain = {
  unit: null,
  order: null,
  decimal: null,
  safeBytes: null,
  asked: false,
  both: null,
  clock: null,
  shortYears: false,
} as const

/** Blanks about a value; some exports put a tab before a minus so that no spreadsheet takes it for a formula. */
export const AROUND = '[ \t\u00a0]*'

export const around = (pattern: string): string => `${AROUND}(?:${pattern})${AROUND}`

/** Trimming a set of characters costs more than the cast itself: only where the column has any of them. */
export const bareSql = (c: string, blanks: boolean): string => (blanks ? `trim(${c}, ' \t\u00a0')` : c)

/** A text as an SQL literal. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** A text as a pattern that both engines take literally. */
export const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

const compiled = new Map<string, RegExp>()

/** Whether this one cell can be read this way. */
export function fits({ pattern }: Reading, cell: string): boolean {
  const known = compiled.get(pattern)
  const expression = known ?? new RegExp(`^(?:${pattern})$`, 'u')
  if (known === undefined) compiled.set(pattern, expression)
  return expression.test(cell)
}

/** SQL truth: the cell is read this way, judged by the pattern and by the value. */
export const strictSql = (reading: Reading, c: string, blanks: boolean): string =>
  `(regexp_full_match(${c}, ${sqlText(reading.pattern)}) and (${reading.sql(c, blanks)}) is not null)`

/** SQL value; `strict` also checks the pattern, for columns in which some cells are known not to fit. */
export const valueSql = (reading: Reading, c: string, strict: boolean, blanks: boolean): string =>
  strict
    ? `case when regexp_full_match(${c}, ${sqlText(reading.pattern)}) then ${reading.sql(c, blanks)} end`
    : reading.sql(c, blanks)

export const sqlTypes: Readonly<Record<ColumnType, string>> = {
  text: 'varchar',
  code: 'varchar',
  integer: 'bigint',
  number: 'double',
  boolean: 'boolean',
  date: 'date',
  timestamp: 'timestamp',
}
