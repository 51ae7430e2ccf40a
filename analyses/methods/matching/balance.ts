import { type CovariateColumn, moments } from './covariates'
import type { Estimand } from './nearest'

export interface Balance {
  readonly covariate: string
  readonly treated: number
  readonly treatedAfter: number
  readonly controlBefore: number
  readonly controlAfter: number
  readonly smdBefore: number
  readonly smdAfter: number
  /** Variance of the treated over that of the others. */
  readonly ratioBefore: number
  readonly ratioAfter: number
}

/**
 * How alike treated and others are, before and after weighting. Standardised mean difference: difference of means over
 * one standard deviation, the same before and after: that of the treated for the effect on them, of the others for
 * the effect on those, the root of the mean variance for everybody (Stuart 2010). A covariate that does not vary has
 * none. Without weights there is no "after".
 */
export function balanceOf(
  treated: readonly boolean[],
  columns: readonly CovariateColumn[],
  weight: Float64Array | null,
  estimand: Estimand,
): readonly Balance[] {
  const rows = treated.map((_, i) => i)
  const [ones, zeros] = [rows.filter((i) => treated[i] === true), rows.filter((i) => treated[i] === false)]
  return columns.map(({ name, values }) => {
    const [t, c] = [moments(values, ones), moments(values, zeros)]
    const after = weight === null ? null : [moments(values, ones, weight), moments(values, zeros, weight)]
    const spread = Math.sqrt(
      estimand === 'att' ? t.variance : estimand === 'atc' ? c.variance : (t.variance + c.variance) / 2,
    )
    const over = (difference: number) => (spread > 0 ? difference / spread : Number.NaN)
    return {
      covariate: name,
      treated: t.mean,
      treatedAfter: after?.[0]?.mean ?? Number.NaN,
      controlBefore: c.mean,
      controlAfter: after?.[1]?.mean ?? Number.NaN,
      smdBefore: over(t.mean - c.mean),
      smdAfter: after === null ? Number.NaN : over((after[0]?.mean ?? 0) - (after[1]?.mean ?? 0)),
      ratioBefore: t.variance / c.variance,
      ratioAfter: after === null ? Number.NaN : (after[0]?.variance ?? 0) / (after[1]?.variance ?? 0),
    }
  })
}
