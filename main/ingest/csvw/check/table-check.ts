import type { Findings } from '../findings'
import type { BoundColumn } from './bind-columns'
import { type CellAnswer, cellReader, isLimited, nothing } from './cells'
import type { KeyTable } from './key-table'

/** Columns of a table that make a key, and where the keys met are counted. */
export interface KeyColumns {
  readonly columns: readonly number[]
  readonly table: KeyTable
}

/** A key whose values must stand in another table. */
export interface Reference extends KeyColumns {
  /** Names of the columns, for messages. */
  readonly names: string
  readonly target: string
}

export interface TableRules {
  readonly file: string
  readonly columns: readonly BoundColumn[]
  readonly primaryKey: (KeyColumns & { readonly names: string }) | null
  readonly references: readonly Reference[]
}

const BETWEEN = '\u001e'
const NO_VALUE = '\u0000'

/** Checks the rows of one table, one after the other. */
export class TableCheck {
  /** Places of the columns that have anything to be checked. */
  readonly wanted: readonly number[]
  private readonly readers: readonly ((raw: string) => CellAnswer)[]
  private readonly names: readonly string[]
  private readonly inKeys: ReadonlySet<number>

  constructor(
    private readonly rules: TableRules,
    private readonly findings: Findings,
  ) {
    this.names = rules.columns.map(({ name, label }, i) => name ?? (label || `${i + 1}`))
    this.inKeys = new Set([
      ...(rules.primaryKey?.columns ?? []),
      ...rules.references.flatMap(({ columns }) => columns),
    ])
    this.readers = rules.columns.map(({ inherited }, i) => cellReader(inherited, this.inKeys.has(i)))
    this.wanted = [...rules.columns.keys()].filter(
      (i) => this.inKeys.has(i) || isLimited(rules.columns[i]?.inherited ?? {}),
    )
  }

  /** `line`: physical line of the record, from 1. */
  row(cells: readonly (string | null)[], line: number): void {
    const { file, primaryKey, references } = this.rules
    const canonical: (string | null)[] = []
    for (const i of this.wanted) {
      const answer = this.readers[i]?.(cells[i] ?? '') ?? nothing
      if (answer.wrong !== null)
        this.findings.error(answer.wrong, file, this.names[i], '', { line, field: i + 1 })
      if (this.inKeys.has(i)) canonical[i] = answer.canonical
    }
    if (primaryKey !== null) {
      const before = primaryKey.table.add(keyOf(primaryKey.columns, canonical))
      if (before > 0) this.findings.error('key-repeated', file, primaryKey.names, '', { line })
    }
    for (const reference of references) this.refer(reference, canonical, line)
  }

  private refer(
    { columns, table, names, target }: Reference,
    canonical: readonly (string | null)[],
    line: number,
  ) {
    if (columns.every((i) => canonical[i] == null)) return
    const found = table.count(keyOf(columns, canonical))
    if (found === 1 || (found === 0 && table.overflown)) return
    const code = found === 0 ? 'reference-missing' : 'reference-ambiguous'
    this.findings.error(code, this.rules.file, names, target, { line })
  }
}

/** Counts the keys of a table that others refer to. */
export class KeyCollector {
  private readonly readers: readonly ((raw: string) => CellAnswer)[]

  constructor(
    columns: readonly BoundColumn[],
    private readonly keys: readonly KeyColumns[],
  ) {
    this.readers = columns.map(({ inherited }) => cellReader(inherited, true))
  }

  row(cells: readonly (string | null)[]): void {
    for (const { columns, table } of this.keys) {
      const canonical: (string | null)[] = []
      for (const i of columns) canonical[i] = this.readers[i]?.(cells[i] ?? '').canonical ?? null
      table.add(keyOf(columns, canonical))
    }
  }
}

const keyOf = (columns: readonly number[], canonical: readonly (string | null)[]): string =>
  columns.length === 1
    ? (canonical[columns[0] ?? 0] ?? NO_VALUE)
    : columns.map((i) => canonical[i] ?? NO_VALUE).join(BETWEEN)
