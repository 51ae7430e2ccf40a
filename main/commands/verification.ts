import type { Cell } from '../../analyses/model/table'

export interface Difference {
  /** `tables.gap[3].difference` */
  readonly place: string
  readonly recorded: Cell | undefined
  readonly now: Cell | undefined
}

export interface Verification {
  readonly same: boolean
  /** Cells compared, whether number, text or absence. */
  readonly cells: number
  readonly numbers: number
  /** Cells a protected record keeps back, which nobody can compare. */
  readonly hidden: number
  readonly differences: readonly Difference[]
}
