import { columnOf, type Matrix, matrix, multiply } from '../core/linear/matrix'

export interface NeweyWestOptions {
  readonly lag: number
}

/** Newey and West (1994) rule: floor(4 (n / 100)^(2/9)), n the number of periods. */
export const automaticLag = (periods: number): number => Math.floor(4 * (periods / 100) ** (2 / 9))

/**
 * Covariance robust to heteroskedasticity and to autocorrelation up to `lag` periods (Newey and West 1987):
 * B M B with the bread B = (X'WX)^-1 and M = S_0 + sum_l (1 - l / (lag + 1)) (S_l + S_l'), S_l the sum of
 * h_t h_(t-l)' over the pairs of periods that are there. h_t is the sum of x u over the rows of period t, so two
 * series stacked in one regression may be correlated within a period. Multiplied by n / (n - k), n rows.
 * As R `sandwich::NeweyWest(prewhite = FALSE, adjust = TRUE)`, which knows no holes.
 */
export function neweyWestCovariance(
  x: Matrix,
  scoreResiduals: ArrayLike<number>,
  indices: readonly number[],
  bread: Matrix,
  { lag }: NeweyWestOptions,
): Matrix {
  const scores = scoresByPeriod(x, scoreResiduals, indices)
  const meat = matrix(x.columns, x.columns)
  for (const [index, score] of scores)
    for (let l = 0; l <= lag; l += 1) {
      const before = scores.get(index - l)
      if (before === undefined) continue
      const weight = l === 0 ? 0.5 : 1 - l / (lag + 1)
      for (let i = 0; i < x.columns; i += 1)
        for (let j = 0; j < x.columns; j += 1)
          meat.values[j * x.columns + i]! +=
            weight * ((score[i] ?? 0) * (before[j] ?? 0) + (before[i] ?? 0) * (score[j] ?? 0))
    }
  const robust = multiply(multiply(bread, meat), bread)
  const factor = x.rows / (x.rows - x.columns)
  return { ...robust, values: robust.values.map((value) => value * factor) }
}

function scoresByPeriod(
  x: Matrix,
  residuals: ArrayLike<number>,
  indices: readonly number[],
): Map<number, Float64Array> {
  const scores = new Map<number, Float64Array>()
  indices.forEach((index, i) => {
    const score = scores.get(index) ?? new Float64Array(x.columns)
    for (let j = 0; j < x.columns; j += 1)
      score[j]! += (columnOf(x, j)[i] ?? Number.NaN) * (residuals[i] ?? Number.NaN)
    scores.set(index, score)
  })
  return scores
}
