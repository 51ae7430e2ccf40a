import {
  autocorrelations,
  durbinWatson,
  type LjungBox,
  ljungBox,
  partialAutocorrelations,
} from './autocorrelation'
import type { ModelFit } from './fit-model'
import type { Frequency } from './period-index'
import type { Sample } from './sample'

/** What a referee asks about the residuals (of the treated series). */
export interface Diagnostics {
  readonly frequency: Frequency
  readonly before: number
  readonly after: number
  /** Periods between the first and the last without a value, the phase-in not counted. */
  readonly missing: number
  readonly meanBefore: number
  readonly meanAfter: number
  readonly durbinWatson: number
  readonly ljungBox: LjungBox
  readonly correlation: readonly { readonly lag: number; readonly acf: number; readonly pacf: number }[]
  /** 1.96 / sqrt(n): beyond it a single autocorrelation is unlikely to be chance. */
  readonly band: number
  readonly dispersion: number
  readonly degrees: number
  readonly rho: number | null
  readonly lag: number | null
}

export function diagnose({ rows, phaseIn, design, clock }: Sample, fit: ModelFit): Diagnostics {
  const treated = rows
    .map((row, i) => ({ row, residual: fit.residuals[i] ?? 0 }))
    .filter(({ row }) => !row.control)
  const n = treated.length
  const series = {
    indices: treated.map(({ row }) => row.index),
    values: treated.map(({ residual }) => residual),
  }
  const acf = autocorrelations(series, Math.max(1, Math.min(n - 2, Math.floor(10 * Math.log10(n)))))
  const pacf = partialAutocorrelations(acf)
  const before = treated.filter(({ row }) => row.index < design.start)
  const after = treated.filter(({ row }) => row.index >= design.start)
  const mean = (part: typeof treated): number =>
    part.reduce((sum, { row }) => sum + row.value, 0) / part.length
  const span = (series.indices.at(-1) ?? 0) - (series.indices[0] ?? 0) + 1
  const shown = phaseIn.filter(({ control }) => !control)
  const inPhase = design.start - design.intervention
  return {
    frequency: clock.frequency,
    before: before.length,
    after: after.length,
    missing: Math.max(0, span - n - Math.max(inPhase, shown.length)),
    meanBefore: mean(before),
    meanAfter: mean(after),
    durbinWatson: durbinWatson(series),
    ljungBox: ljungBox(acf.slice(0, Math.max(1, Math.min(10, Math.floor(n / 5)))), n),
    correlation: acf.map((value, k) => ({ lag: k + 1, acf: value, pacf: pacf[k] ?? 0 })),
    band: 1.959963984540054 / Math.sqrt(n),
    dispersion: fit.dispersion,
    degrees: fit.degrees,
    rho: fit.rho,
    lag: fit.lag,
  }
}
