/** A covariate as it was bound: numbers (NaN = absent) or categories (null = absent). */
export interface Covariate {
  readonly name: string
  readonly numbers: ArrayLike<number> | null
  readonly categories: readonly (string | null)[] | null
}

export interface CovariateColumn {
  readonly name: string
  readonly values: Float64Array
}

/** Categories become one dummy for each but the first in the order of codes, named `sector=agriculture`. */
export function covariateColumns(covariates: readonly Covariate[]): readonly CovariateColumn[] {
  return covariates.flatMap(({ name, numbers, categories }): readonly CovariateColumn[] => {
    if (categories === null) return [{ name, values: Float64Array.from(numbers ?? []) }]
    const levels = [...new Set(categories.filter((level) => level !== null))].sort((a, b) => (a < b ? -1 : 1))
    return levels.slice(1).map((level) => ({
      name: `${name}=${level}`,
      values: Float64Array.from(categories, (value) =>
        value === null ? Number.NaN : value === level ? 1 : 0,
      ),
    }))
  })
}
