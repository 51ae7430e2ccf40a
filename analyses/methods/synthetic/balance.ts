import { type Cohort, type Design, meanSeries, seriesOf } from './design'
import { type PredictorRule, predictorsOf } from './predictors'
import type { EffectResult } from './result'

/**
 * How near the mix comes to the treated unit: every predictor, or the outcome of every fit period where there are
 * none; `donors` is their plain mean.
 */
export function balanceOf(
  { panel, controls }: Design,
  cohort: Cohort,
  rules: readonly PredictorRule[],
  weights: ArrayLike<number>,
  importance: ArrayLike<number> | null,
): EffectResult['balance'] {
  const predictors =
    rules.length > 0
      ? predictorsOf(panel, rules, cohort.units, controls)
      : {
          names: cohort.fit.map((period) => `outcome:${panel.periods[period] ?? ''}`),
          treated: meanSeries(panel, cohort.units, cohort.fit),
          donors: {
            rows: cohort.fit.length,
            columns: controls.length,
            values: seriesOf(panel, controls, cohort.fit),
          },
        }
  const { rows, columns, values } = predictors.donors
  return predictors.names.map((predictor, k) => {
    let synthetic = 0
    let sum = 0
    for (let j = 0; j < columns; j += 1) {
      const value = values[j * rows + k] ?? 0
      const weight = weights[j] ?? 0
      if (weight !== 0) synthetic += weight * value
      sum += value
    }
    return {
      predictor,
      treated: predictors.treated[k] ?? 0,
      synthetic,
      donors: sum / columns,
      importance: importance === null ? null : (importance[k] ?? 0),
    }
  })
}
