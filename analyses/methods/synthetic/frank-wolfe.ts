import type { Columns } from '../core/optimise/simplex-least-squares'

export interface FrankWolfeOptions {
  /** Times the number of rows it is the ridge: eta = rows * zeta^2. */
  readonly zeta: number
  /** Stop when the mean squared error falls by less than the square of this. */
  readonly minDecrease: number
  readonly iterations: number
  readonly start: ArrayLike<number> | null
}

/**
 * Weights on the simplex that minimise |A w - b|^2 / rows + zeta^2 |w|^2 by Frank-Wolfe steps with an exact line
 * search, stopped early: the solver of the reference implementation of synthetic difference-in-differences
 * (Arkhangelsky et al. 2021; R package synthdid), kept because published numbers depend on where it stops.
 * With intercept the caller centres A and b. Starts from equal weights.
 */
export function frankWolfe(a: Columns, b: ArrayLike<number>, options: FrankWolfeOptions): Float64Array {
  const state = begin(a, b, options)
  const floor = options.minDecrease * options.minDecrease
  let before = Number.POSITIVE_INFINITY
  let last = Number.POSITIVE_INFINITY
  for (let round = 0; round < options.iterations && (round < 2 || before - last > floor); round += 1) {
    step(state)
    before = last
    last = objectiveOf(state, options.zeta)
  }
  return state.weights
}

interface State {
  readonly rows: number
  readonly columns: number
  readonly eta: number
  /** The columns less b, and the products of all columns with each of them as it is first met. */
  readonly moved: Float64Array
  readonly values: Float64Array
  readonly products: (Float64Array | undefined)[]
  readonly weights: Float64Array
  /** A w - b and A'(A w - b): both are means with the weights, so a step is a mean of two of them. */
  readonly residual: Float64Array
  readonly slope: Float64Array
}

function begin(a: Columns, b: ArrayLike<number>, options: FrankWolfeOptions): State {
  const { rows, columns, values } = a
  const weights =
    options.start === null ? new Float64Array(columns).fill(1 / columns) : Float64Array.from(options.start)
  const moved = values.map((value, index) => value - (b[index % rows] ?? 0))
  const residual = new Float64Array(rows)
  for (let j = 0; j < columns; j += 1) {
    const weight = weights[j] ?? 0
    if (weight !== 0)
      for (let i = 0; i < rows; i += 1) residual[i] = (residual[i] ?? 0) + weight * (moved[j * rows + i] ?? 0)
  }
  const slope = productsWith(values, residual, rows, columns)
  return {
    rows,
    columns,
    eta: rows * options.zeta * options.zeta,
    moved,
    values,
    products: new Array<Float64Array | undefined>(columns).fill(undefined),
    weights,
    residual,
    slope,
  }
}

function productsWith(
  values: Float64Array,
  vector: Float64Array,
  rows: number,
  columns: number,
): Float64Array {
  const products = new Float64Array(columns)
  for (let j = 0; j < columns; j += 1) {
    let sum = 0
    for (let i = 0; i < rows; i += 1) sum += (values[j * rows + i] ?? 0) * (vector[i] ?? 0)
    products[j] = sum
  }
  return products
}

function objectiveOf({ weights, residual }: State, zeta: number): number {
  let ridge = 0
  for (const weight of weights) ridge += weight * weight
  let error = 0
  for (const value of residual) error += value * value
  return zeta * zeta * ridge + error / residual.length
}

/** One step towards the corner with the steepest descent, as far along as lowers the value most. */
function step(state: State): void {
  const { rows, columns, eta, moved, weights, residual, slope } = state
  let corner = 0
  let lowest = Number.POSITIVE_INFINITY
  let along = 0
  let squares = 0
  for (let j = 0; j < columns; j += 1) {
    const weight = weights[j] ?? 0
    const gradient = (slope[j] ?? 0) + eta * weight
    along -= gradient * weight
    squares += weight * weight
    if (gradient < lowest) {
      lowest = gradient
      corner = j
    }
  }
  const own = weights[corner] ?? 0
  const spread = squares - own * own + (1 - own) * (1 - own)
  if (spread === 0) return
  const target = moved.subarray(corner * rows, (corner + 1) * rows)
  let distance = 0
  for (let i = 0; i < rows; i += 1) distance += ((target[i] ?? 0) - (residual[i] ?? 0)) ** 2
  const length = distance + eta * spread
  const share = length > 0 ? Math.min(1, Math.max(0, -(along + lowest) / length)) : 0
  if (share === 0) return
  let there = state.products[corner]
  if (there === undefined) {
    there = productsWith(state.values, target, rows, columns)
    state.products[corner] = there
  }
  for (let j = 0; j < columns; j += 1) {
    weights[j] = (1 - share) * (weights[j] ?? 0)
    slope[j] = (1 - share) * (slope[j] ?? 0) + share * (there[j] ?? 0)
  }
  weights[corner] = (weights[corner] ?? 0) + share
  for (let i = 0; i < rows; i += 1) residual[i] = (1 - share) * (residual[i] ?? 0) + share * (target[i] ?? 0)
}

/** Weights up to a quarter of the largest become zero, the others sum to one. */
export function sparsified(weights: Float64Array): Float64Array {
  let largest = 0
  for (const weight of weights) largest = Math.max(largest, weight)
  const kept = weights.map((weight) => (weight <= largest / 4 ? 0 : weight))
  let sum = 0
  for (const weight of kept) sum += weight
  return kept.map((weight) => weight / sum)
}
