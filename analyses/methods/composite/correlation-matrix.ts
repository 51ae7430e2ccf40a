import { type Matrix, matrix } from '../core/linear/matrix'
import { correlation } from './moments'

/** Pairwise correlations, each from the rows both columns have; NaN where there is no variation. */
export function correlationMatrix(columns: readonly ArrayLike<number>[]): Matrix {
  const size = columns.length
  const made = matrix(size, size)
  for (let i = 0; i < size; i += 1) {
    made.values[i * size + i] = 1
    for (let j = 0; j < i; j += 1) {
      const { value } = correlation(columns[i] ?? [], columns[j] ?? [])
      made.values[j * size + i] = value
      made.values[i * size + j] = value
    }
  }
  return made
}
