import type { Contrast } from './effects'
import type { ModelFit } from './fit-model'
import type { Sample } from './sample'

export interface FitRow {
  readonly period: string
  readonly control: boolean
  readonly phase: 'before' | 'phase-in' | 'after'
  readonly observed: number
  /** Null in the phase-in, which is not fitted. */
  readonly fitted: number | null
  /** Without the policy: the fit itself before it; limits from the intervention on. Null for the control series. */
  readonly counterfactual: number | null
  readonly low: number | null
  readonly high: number | null
  readonly residual: number | null
}

/** Every observed period with what the model says of it, in order of time. */
export function fitRows(sample: Sample, fit: ModelFit, at: (index: number) => Contrast): readonly FitRow[] {
  const { rows, phaseIn, design } = sample
  const fitted = rows.map((row, i): FitRow & { readonly index: number } => {
    const after = row.index >= design.start
    const without = row.control ? null : at(row.index).counterfactual
    return {
      index: row.index,
      period: row.period,
      control: row.control,
      phase: after ? 'after' : 'before',
      observed: row.value,
      fitted: fit.fitted[i] ?? null,
      counterfactual: without?.value ?? null,
      low: after ? (without?.low ?? null) : null,
      high: after ? (without?.high ?? null) : null,
      residual: fit.residuals[i] ?? null,
    }
  })
  const between = phaseIn.map((row): FitRow & { readonly index: number } => {
    const without = row.control ? null : at(row.index).counterfactual
    return {
      index: row.index,
      period: row.period,
      control: row.control,
      phase: 'phase-in',
      observed: row.value,
      fitted: null,
      counterfactual: without?.value ?? null,
      low: without?.low ?? null,
      high: without?.high ?? null,
      residual: null,
    }
  })
  return [...fitted, ...between]
    .sort((a, b) => Number(a.control) - Number(b.control) || a.index - b.index)
    .map(({ index: _, ...row }) => row)
}
