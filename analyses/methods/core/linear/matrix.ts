import { addScaled, dot } from './vectors'

/** Dense matrix by columns: column j is `values.subarray(j * rows, (j + 1) * rows)`. */
export interface Matrix {
  readonly rows: number
  readonly columns: number
  readonly values: Float64Array
}

/** All zeros. */
export const matrix = (rows: number, columns: number): Matrix => ({
  rows,
  columns,
  values: new Float64Array(rows * columns),
})

/** The columns are copied; all have the length of the first. Without columns `rows` says how many rows there are. */
export function matrixFromColumns(
  columns: readonly ArrayLike<number>[],
  rows: number = columns[0]?.length ?? 0,
): Matrix {
  const made = matrix(rows, columns.length)
  columns.forEach((column, j) => {
    if (column.length !== rows)
      throw new RangeError(`column ${j} has ${column.length} rows instead of ${rows}`)
    made.values.set(column, j * rows)
  })
  return made
}

/** Column j, not copied: what is written there is written into the matrix. */
export const columnOf = (m: Matrix, j: number): Float64Array =>
  m.values.subarray(j * m.rows, (j + 1) * m.rows)

/** The element in row i of column j. */
export const element = (m: Matrix, i: number, j: number): number => m.values[j * m.rows + i] ?? Number.NaN

export function identity(n: number): Matrix {
  const made = matrix(n, n)
  for (let i = 0; i < n; i += 1) made.values[i * n + i] = 1
  return made
}

export function transpose(a: Matrix): Matrix {
  const made = matrix(a.columns, a.rows)
  for (let j = 0; j < a.columns; j += 1)
    for (let i = 0; i < a.rows; i += 1)
      made.values[i * a.columns + j] = a.values[j * a.rows + i] ?? Number.NaN
  return made
}

/** A B. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  if (a.columns !== b.rows) throw new RangeError(`${a.columns} columns cannot meet ${b.rows} rows`)
  const made = matrix(a.rows, b.columns)
  for (let j = 0; j < b.columns; j += 1) made.values.set(multiplyVector(a, columnOf(b, j)), j * a.rows)
  return made
}

/** A x. */
export function multiplyVector(a: Matrix, x: ArrayLike<number>): Float64Array {
  if (a.columns !== x.length) throw new RangeError(`${a.columns} columns cannot meet ${x.length} elements`)
  const made = new Float64Array(a.rows)
  for (let j = 0; j < a.columns; j += 1) addScaled(made, x[j] ?? Number.NaN, columnOf(a, j))
  return made
}

/** A'WA with the weights on the diagonal of W, or A'A. Symmetric to the last bit. */
export function crossProduct(a: Matrix, weights?: ArrayLike<number>): Matrix {
  const made = matrix(a.columns, a.columns)
  for (let j = 0; j < a.columns; j += 1) {
    const column = weights
      ? columnOf(a, j).map((value, i) => value * (weights[i] ?? Number.NaN))
      : columnOf(a, j)
    for (let k = 0; k <= j; k += 1) {
      const product = dot(columnOf(a, k), column)
      made.values[j * a.columns + k] = product
      made.values[k * a.columns + j] = product
    }
  }
  return made
}
