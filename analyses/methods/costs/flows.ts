import { presentValue, type YearValue } from './present-value'

/** One line of money and effect; what is absent is 0. */
export interface FlowRow {
  readonly option: string
  readonly year: number
  readonly sex: string
  readonly item: string
  readonly cost: number
  readonly benefit: number
  readonly residual: number
  readonly effect: number
}

export interface Setting {
  readonly rate: number
  readonly base: number
  readonly effectRate: number
}

export interface Parts {
  readonly cost: number
  readonly benefit: number
  readonly effect: number
}

export function partsOf(rows: readonly FlowRow[], { rate, base, effectRate }: Setting): Parts {
  const of = (value: (row: FlowRow) => number, at: number) =>
    presentValue(
      rows.map((row): YearValue => ({ year: row.year, value: value(row) })),
      at,
      base,
    )
  return {
    cost: of(({ cost }) => cost, rate),
    benefit: of(({ benefit, residual }) => benefit + residual, rate),
    effect: of(({ effect }) => effect, effectRate),
  }
}

export const netFlows = (rows: readonly FlowRow[]): readonly YearValue[] =>
  rows.map(({ year, cost, benefit, residual }) => ({ year, value: benefit + residual - cost }))
