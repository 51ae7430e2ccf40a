import type { FlowRow, PanelRows } from '../../methods/did/panel'
import type { Row, Table } from '../../model/table'
import { columnsUnder, hasValues, numbersOf, tableOf, textsOf } from './columns'
import type { StepOptions } from './step-method'

export const panelColumns = ['unit', 'period', 'outcome', 'first_treated', 'weight', 'cluster'] as const

/** The prepared need `panel` as its methods take it; a column without any value counts as not bound. */
export function panelRows(input: Table): PanelRows {
  const { rows } = input
  return {
    unit: textsOf(input, 'unit'),
    period: textsOf(input, 'period'),
    outcome: numbersOf(input, 'outcome'),
    firstTreated: rows.map((row) => textOrNumber(row, 'first_treated')),
    weight: hasValues(input, 'weight') ? numbersOf(input, 'weight') : null,
    cluster: hasValues(input, 'cluster') ? textsOf(input, 'cluster') : null,
    covariates: columnsUnder(input, 'covariates').map(({ name, column }) => ({
      name,
      values: rows.map((row) => textOrNumber(row, column)),
    })),
  }
}

function textOrNumber(row: Row, column: string): string | number | null {
  const value = row[column] ?? null
  return typeof value === 'boolean' ? Number(value) : value
}

/** One of the texts the method's limits allow; they were checked before the step. */
export function choiceOf<T extends string>(options: StepOptions, name: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === options[name])
  if (found === undefined) throw new TypeError(`option ${name} was not checked`)
  return found
}

export const flowTable = (flow: readonly FlowRow[]): Table =>
  tableOf(
    { turn: 'number', reason: 'text', units: 'number', rows: 'number' },
    flow.map(({ reason, units, rows }, turn) => ({ turn, reason, units, rows })),
  )

/** A number a table may hold, or null. */
export const finite = (value: number | null | undefined): number | null =>
  value !== null && value !== undefined && Number.isFinite(value) ? value : null
