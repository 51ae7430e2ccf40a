/**
 * Linear and mixed-integer programs as a port: methods state them, whoever runs the methods may bring a solver. Sparse
 * by rows; a row is kept between its two ends (equal ends make an equation).
 */
export interface Program {
  readonly columns: {
    readonly cost: Float64Array
    readonly low: Float64Array
    readonly high: Float64Array
    /** Whether the unknown is a whole number; left out: none is. */
    readonly whole?: Uint8Array
  }
  readonly rows: readonly ProgramRow[]
  /** What is mostly changed between two solutions, so that the solver can go on where it stood; left out: costs. */
  readonly changes?: 'costs' | 'bounds'
}

export interface ProgramRow {
  readonly columns: readonly number[]
  readonly factors: readonly number[]
  readonly low: number
  readonly high: number
}

/** `limit`: the solver gave up after so much work; `values` is then the best it had, or null. */
export interface Answer {
  readonly status: 'optimal' | 'infeasible' | 'unbounded' | 'limit'
  readonly objective: number
  readonly values: Float64Array | null
  /** Reduced costs of the columns; null for programs in whole numbers. */
  readonly reduced: Float64Array | null
}

/** A program that is solved again and again after small changes. The cost is always made as small as possible. */
export interface OpenProgram {
  setCost(column: number, cost: number): void
  setBounds(column: number, low: number, high: number): void
  addRow(row: ProgramRow): void
  solve(): Answer
  close(): void
}

/** Synchronous: one call must not take longer than people wait for a cancel, so work per call is limited. */
export interface ProgramSolver {
  open(program: Program): OpenProgram
}
