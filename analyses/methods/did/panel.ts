/** One row for a unit in a period, as the data came. */
export interface PanelRows {
  readonly unit: readonly (string | null)[]
  readonly period: readonly (string | null)[]
  /** NaN where there is none. */
  readonly outcome: ArrayLike<number>
  /** Period of the first treatment; 0, empty or null: never. */
  readonly firstTreated: readonly (string | number | null)[]
  readonly weight: ArrayLike<number> | null
  readonly cluster: readonly (string | null)[] | null
  readonly covariates: readonly Covariate[]
}

export interface Covariate {
  readonly name: string
  /** Numbers, or categories that become dummies (the first in order is the reference level). */
  readonly values: readonly (string | number | null)[]
}

/** A unit that never was treated while it was watched. */
export const NEVER = Number.POSITIVE_INFINITY

/**
 * Units by periods, in the order of their codes and of time. Cells stand at `time * units + unit`; a cell that is
 * missing has the outcome NaN.
 */
export interface Panel {
  readonly units: readonly string[]
  readonly times: readonly number[]
  readonly labels: readonly string[]
  readonly outcome: Float64Array
  readonly weight: Float64Array
  readonly covariates: readonly { readonly name: string; readonly values: Float64Array }[]
  /** First treated period of each unit on the scale of `times`; NEVER for those never treated. */
  readonly first: Float64Array
  readonly cluster: Int32Array
  readonly clusters: number
  /** False when every unit is a cluster of its own. */
  readonly clustered: boolean
  readonly weighted: boolean
  /** Label of a first treated period. */
  readonly groupLabel: (first: number) => string
  readonly flow: readonly FlowRow[]
}

export type FlowReason =
  | 'read'
  | 'no-outcome'
  | 'no-covariate'
  | 'no-weight'
  | 'no-codes'
  | 'incomplete-unit'
  | 'always-treated'
  | 'after-last-group'
  | 'used'

export interface FlowRow {
  readonly reason: FlowReason
  readonly units: number
  readonly rows: number
}

/** Index of the cell in the panel's columns. */
export const cellAt = (panel: Panel, unit: number, time: number): number => time * panel.units.length + unit

/** Groups that are treated within the panel, in order of time. */
export const treatedGroups = (panel: Panel): readonly number[] =>
  [...new Set(panel.first)].filter((first) => first !== NEVER).sort((a, b) => a - b)

export const countWhere = (values: ArrayLike<number>, is: (value: number) => boolean): number => {
  let count = 0
  for (let i = 0; i < values.length; i += 1) if (is(values[i] ?? Number.NaN)) count += 1
  return count
}

export interface TwoByTwoRows extends PanelRows {
  /** How strongly a unit is treated; 0 for the others. Null: not given. */
  readonly dose: ArrayLike<number> | null
}
