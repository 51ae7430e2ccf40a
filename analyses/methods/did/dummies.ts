import type { Covariate } from './panel'

/**
 * Numbers stay one column; texts become a column of 0 and 1 for every level but the first in order of code points
 * (the reference). Only levels met in `rows` count.
 */
export function dummyColumns(
  covariates: readonly Covariate[],
  rows: readonly number[],
): readonly { readonly name: string; readonly values: Float64Array }[] {
  return covariates.flatMap(({ name, values }) => {
    if (rows.every((row) => typeof values[row] === 'number'))
      return [
        {
          name,
          values: Float64Array.from(values, (value) => (typeof value === 'number' ? value : Number.NaN)),
        },
      ]
    const levels = [...new Set(rows.map((row) => String(values[row] ?? '')))].sort((a, b) => (a < b ? -1 : 1))
    return levels.slice(1).map((level) => ({
      name: `${name}=${level}`,
      values: Float64Array.from(values, (value) => (String(value ?? '') === level ? 1 : 0)),
    }))
  })
}
