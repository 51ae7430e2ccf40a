import { type Matrix, matrixFromColumns } from '../core/linear/matrix'

export type Covariate =
  | { readonly kind: 'number'; readonly name: string; readonly values: ArrayLike<number> }
  | { readonly kind: 'category'; readonly name: string; readonly values: readonly string[] }

export interface CovariateColumn {
  readonly name: string
  /** The category that a model leaves out; balance is shown for it all the same. */
  readonly base: boolean
  readonly values: Float64Array
}

/** Numbers as they are, categories as 0/1 columns; of a category the first in alphabetical order is the base. */
export function covariateColumns(covariates: readonly Covariate[]): readonly CovariateColumn[] {
  return covariates.flatMap((covariate): readonly CovariateColumn[] => {
    if (covariate.kind === 'number')
      return [{ name: covariate.name, base: false, values: Float64Array.from(covariate.values) }]
    const levels = [...new Set(covariate.values)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    return levels.map((level, at) => ({
      name: `${covariate.name}: ${level}`,
      base: at === 0,
      values: Float64Array.from(covariate.values, (value) => (value === level ? 1 : 0)),
    }))
  })
}

/** A constant, the columns given first, and every covariate without the bases. */
export function modelMatrix(
  columns: readonly CovariateColumn[],
  size: number,
  first: readonly Float64Array[] = [],
): Matrix {
  return matrixFromColumns([
    new Float64Array(size).fill(1),
    ...first,
    ...columns.filter(({ base }) => !base).map(({ values }) => values),
  ])
}

export const modelTerms = (columns: readonly CovariateColumn[]): readonly string[] => [
  '(constant)',
  ...columns.filter(({ base }) => !base).map(({ name }) => name),
]

/** Mean and variance (n - 1) of some rows of a column, weighted; the variance counts weights as frequencies' shares. */
export function moments(
  values: ArrayLike<number>,
  rows: readonly number[],
  weight?: ArrayLike<number>,
): { readonly mean: number; readonly variance: number } {
  let total = 0
  let sum = 0
  let squared = 0
  for (const row of rows) {
    const w = weight?.[row] ?? 1
    total += w
    sum += w * (values[row] ?? 0)
    squared += w * w
  }
  const mean = sum / total
  let deviations = 0
  for (const row of rows) deviations += (weight?.[row] ?? 1) * ((values[row] ?? 0) - mean) ** 2
  // With equal weights n - 1; otherwise the unbiased form for weights that say reliability.
  return { mean, variance: deviations / (total - squared / total) }
}
