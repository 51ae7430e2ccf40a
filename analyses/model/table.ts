/** A cell of a result table. Codes are text for ever; numbers are full-precision doubles; absence is null. */
export type Cell = string | number | boolean | null

export type CellType = 'text' | 'number' | 'boolean'

export interface TableColumn {
  readonly name: string
  readonly type: CellType
}

export type Row = Readonly<Record<string, Cell>>

/** A result small enough to hold: what steps of a pack pass to each other and a run record stores. */
export interface Table {
  readonly columns: readonly TableColumn[]
  readonly rows: readonly Row[]
}
