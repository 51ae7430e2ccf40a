import { columnOf, type Matrix } from './matrix'
import { applyQ, applyTransposedQ, type QrFactors, solveLower, solveUpper } from './qr'

export interface Solution {
  /** Over the independent columns, in their order. */
  readonly coefficients: Float64Array
  readonly residuals: Float64Array
}

/**
 * Iterative refinement of a least squares solution and its residuals together (Björck 1967; Golub & Van Loan 5.3.8),
 * with the defects y - r - Xb and -X'r summed in twice the working precision. Wins back most of the digits that a
 * badly conditioned X costs, also where the residuals are large.
 */
export function refine(x: Matrix, y: Float64Array, qr: QrFactors, start: Solution): Solution {
  let solution = start
  for (let turn = 0; turn < 3; turn += 1) {
    const outer = defectOfRows(x, y, qr, solution)
    const inner = defectOfColumns(x, qr, solution.residuals)
    const lifted = solveLower(qr, inner)
    const rotated = applyTransposedQ(qr, outer)
    const change = solveUpper(
      qr,
      lifted.map((value, k) => (rotated[k] ?? 0) - value),
    )
    rotated.set(lifted)
    const ofResiduals = applyQ(qr, rotated)
    solution = {
      coefficients: solution.coefficients.map((value, k) => value + (change[k] ?? 0)),
      residuals: solution.residuals.map((value, i) => value + (ofResiduals[i] ?? 0)),
    }
  }
  return solution
}

/** y - r - Xb. */
function defectOfRows(x: Matrix, y: Float64Array, qr: QrFactors, solution: Solution): Float64Array {
  const high = Float64Array.from(y)
  const low = new Float64Array(y.length)
  const add = (i: number, value: number) => {
    const before = high[i] ?? 0
    const sum = before + value
    low[i] = (low[i] ?? 0) + lostInSum(before, value, sum)
    high[i] = sum
  }
  for (let i = 0; i < y.length; i += 1) add(i, -(solution.residuals[i] ?? 0))
  solution.coefficients.forEach((coefficient, k) => {
    const column = columnOf(x, qr.order[k] ?? 0)
    for (let i = 0; i < column.length; i += 1) {
      const product = -coefficient * (column[i] ?? 0)
      add(i, product)
      low[i] = (low[i] ?? 0) + lostInProduct(-coefficient, column[i] ?? 0, product)
    }
  })
  return high.map((value, i) => value + (low[i] ?? 0))
}

/** -X'r over the independent columns. */
function defectOfColumns(x: Matrix, qr: QrFactors, residuals: Float64Array): Float64Array {
  return Float64Array.from({ length: qr.rank }, (_, k) => {
    const column = columnOf(x, qr.order[k] ?? 0)
    let high = 0
    let low = 0
    for (let i = 0; i < column.length; i += 1) {
      const a = column[i] ?? 0
      const b = -(residuals[i] ?? 0)
      const product = a * b
      const sum = high + product
      low += lostInSum(high, product, sum) + lostInProduct(a, b, product)
      high = sum
    }
    return high + low
  })
}

/** What a + b loses to rounding, exactly (Knuth's two-sum). */
function lostInSum(a: number, b: number, sum: number): number {
  const part = sum - a
  return a - (sum - part) + (b - part)
}

/** What a * b loses to rounding, exactly (Dekker's product with Veltkamp's split). */
function lostInProduct(a: number, b: number, product: number): number {
  const scaledA = 134_217_729 * a
  const highA = scaledA - (scaledA - a)
  const lowA = a - highA
  const scaledB = 134_217_729 * b
  const highB = scaledB - (scaledB - b)
  const lowB = b - highB
  const lost = lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB)
  return Number.isFinite(lost) ? lost : 0
}
