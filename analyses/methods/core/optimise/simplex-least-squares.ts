/** Columns of numbers, one after the other: column j is values[j * rows .. (j + 1) * rows). */
export interface Columns {
  readonly rows: number
  readonly columns: number
  readonly values: Float64Array
}

export interface SimplexFit {
  /** One weight for each column: none below zero, their sum is one. */
  readonly weights: Float64Array
  /** The squared distance that is left. */
  readonly value: number
}

const PRECISION = 1e-14

/**
 * The weights w >= 0 with sum 1 that minimise |A w - b|^2 + ridge |w|^2, exactly: the point of least norm in the
 * convex hull of the points a_j - b, by Wolfe's finite active-set method (1976), each affine minimum by Householder
 * QR of differences of points (no normal equations). It is robust with more columns than rows; where the minimum is
 * not unique (b inside the hull) it returns one with at most rows + 1 weights above zero, the same one every time.
 * `start`: weights to begin from (a nearby problem's answer); they only save time.
 * Stops when no column can lower the value beyond rounding (1e-14 of the present and the largest distance).
 */
export function simplexLeastSquares(
  a: Columns,
  b: ArrayLike<number>,
  options: { readonly ridge?: number; readonly start?: ArrayLike<number> | null } = {},
): SimplexFit {
  const points = shifted(a, b)
  const root = Math.sqrt(options.ridge ?? 0)
  return nearestInHull(points, a.columns, a.rows, root, options.start ?? null)
}

function shifted(a: Columns, b: ArrayLike<number>): Float64Array {
  const points = new Float64Array(a.rows * a.columns)
  for (let j = 0; j < a.columns; j += 1)
    for (let i = 0; i < a.rows; i += 1) points[j * a.rows + i] = (a.values[j * a.rows + i] ?? 0) - (b[i] ?? 0)
  return points
}

/** The ridge is a row more for every column, root in its own place: it is never stored. */
function nearestInHull(
  points: Float64Array,
  count: number,
  rows: number,
  root: number,
  start: ArrayLike<number> | null,
): SimplexFit {
  const norms = new Float64Array(count)
  let largest = 0
  for (let j = 0; j < count; j += 1) {
    let sum = root * root
    for (let i = 0; i < rows; i += 1) sum += (points[j * rows + i] ?? 0) ** 2
    norms[j] = sum
    largest = Math.max(largest, sum)
  }
  const weights = new Float64Array(count)
  let active = supportOf(start, count, rows, root)
  if (active.length === 0) active = [smallest(norms)]
  let total = 0
  for (const j of active) total += start === null ? 1 : Math.max(start[j] ?? 0, 0)
  for (const j of active)
    weights[j] = total > 0 && start !== null ? (start[j] ?? 0) / total : 1 / active.length
  active = settle(points, rows, root, weights, active)
  const target = new Float64Array(rows)
  let value = Number.POSITIVE_INFINITY
  for (let round = 0; round < 50 * (count + rows) + 100; round += 1) {
    const now = valueAt(points, rows, root, weights, active, target)
    // Rounding can only stop progress at the solution.
    if (now >= value) break
    value = now
    if (value <= PRECISION * PRECISION * largest) break
    const entering = steepest(
      points,
      count,
      rows,
      root,
      weights,
      target,
      value - PRECISION * Math.sqrt(value * largest),
    )
    if (entering < 0 || active.includes(entering)) break
    const kept = Float64Array.from(weights)
    const before = active
    active = settle(points, rows, root, weights, [...active, entering])
    if (valueAt(points, rows, root, weights, active, target) > value) {
      weights.set(kept)
      active = before
      break
    }
  }
  return { weights, value: valueAt(points, rows, root, weights, active, target) }
}

function supportOf(
  start: ArrayLike<number> | null,
  count: number,
  rows: number,
  root: number,
): readonly number[] {
  if (start === null || start.length !== count) return []
  const support: number[] = []
  for (let j = 0; j < count; j += 1) if ((start[j] ?? 0) > 0) support.push(j)
  return root > 0 || support.length <= rows + 1 ? support : []
}

function smallest(values: Float64Array): number {
  let best = 0
  for (let j = 1; j < values.length; j += 1) if ((values[j] ?? 0) < (values[best] ?? 0)) best = j
  return best
}

/** |sum of weighted points|^2 + ridge; leaves the weighted sum in `target`. */
function valueAt(
  points: Float64Array,
  rows: number,
  root: number,
  weights: Float64Array,
  active: readonly number[],
  target: Float64Array,
): number {
  target.fill(0)
  let value = 0
  for (const j of active) {
    const weight = weights[j] ?? 0
    value += (root * weight) ** 2
    const at = j * rows
    for (let i = 0; i < rows; i += 1) target[i] = (target[i] ?? 0) + weight * (points[at + i] ?? 0)
  }
  for (let i = 0; i < rows; i += 1) value += (target[i] ?? 0) ** 2
  return value
}

/** The column whose point lies lowest in the direction of the present one; -1 when none is below the bound. */
function steepest(
  points: Float64Array,
  count: number,
  rows: number,
  root: number,
  weights: Float64Array,
  target: Float64Array,
  bound: number,
): number {
  let best = -1
  let lowest = bound
  for (let j = 0; j < count; j += 1) {
    let product = root * root * (weights[j] ?? 0)
    const at = j * rows
    for (let i = 0; i < rows; i += 1) product += (points[at + i] ?? 0) * (target[i] ?? 0)
    if (product < lowest) {
      lowest = product
      best = j
    }
  }
  return best
}

/** Moves the weights to the least norm of the active points' affine hull, giving up points whose weight ends. */
function settle(
  points: Float64Array,
  rows: number,
  root: number,
  weights: Float64Array,
  given: readonly number[],
): readonly number[] {
  let active = given
  while (active.length > 1) {
    const wanted = affineMinimum(points, rows, root, active)
    let share = 1
    let leaving = -1
    for (let k = 0; k < active.length; k += 1) {
      const to = wanted[k] ?? 0
      if (to > 0) continue
      const from = weights[active[k] ?? 0] ?? 0
      const limit = from <= 0 ? 0 : from / (from - to)
      if (leaving < 0 || limit < share) {
        share = Math.min(limit, 1)
        leaving = k
      }
    }
    for (let k = 0; k < active.length; k += 1) {
      const j = active[k] ?? 0
      const from = weights[j] ?? 0
      weights[j] = Math.max(0, from + share * ((wanted[k] ?? 0) - from))
    }
    if (leaving < 0) break
    weights[active[leaving] ?? 0] = 0
    active = active.filter((_, k) => k !== leaving)
  }
  const only = active[0]
  if (active.length === 1 && only !== undefined) weights[only] = 1
  return active
}

/** Coefficients (sum 1, any sign) of the point of least norm in the affine hull of the active points. */
function affineMinimum(
  points: Float64Array,
  rows: number,
  root: number,
  active: readonly number[],
): Float64Array {
  const count = active.length - 1
  const height = root > 0 ? rows + active.length : rows
  const base = active[0] ?? 0
  // Columns: point k - base point; the right side: minus the base point.
  const work = new Float64Array(height * (count + 1))
  for (let k = 0; k < count; k += 1) {
    const at = (active[k + 1] ?? 0) * rows
    for (let i = 0; i < rows; i += 1)
      work[k * height + i] = (points[at + i] ?? 0) - (points[base * rows + i] ?? 0)
    if (root > 0) {
      work[k * height + rows] = -root
      work[k * height + rows + k + 1] = root
    }
  }
  for (let i = 0; i < rows; i += 1) work[count * height + i] = -(points[base * rows + i] ?? 0)
  if (root > 0) work[count * height + rows] = -root
  const rest = solveByReflections(work, height, count)
  const coefficients = new Float64Array(active.length)
  let sum = 0
  for (let k = 0; k < count; k += 1) {
    coefficients[k + 1] = rest[k] ?? 0
    sum += rest[k] ?? 0
  }
  coefficients[0] = 1 - sum
  return coefficients
}

/** Least squares in place: `count` columns and the right side after them; dependent columns get zero. */
function solveByReflections(work: Float64Array, height: number, count: number): Float64Array {
  const usable = Math.min(height, count)
  const diagonal = new Float64Array(count)
  const original = new Float64Array(count)
  for (let k = 0; k < count; k += 1) original[k] = normFrom(work, k * height, 0, height)
  for (let k = 0; k < usable; k += 1) {
    const at = k * height
    const norm = normFrom(work, at, k, height)
    if (norm <= 1e-12 * (original[k] ?? 0)) continue
    const head = work[at + k] ?? 0
    const alpha = head > 0 ? -norm : norm
    diagonal[k] = alpha
    work[at + k] = head - alpha
    const scale = alpha * (alpha - head)
    for (let c = k + 1; c <= count; c += 1) {
      const to = c * height
      let product = 0
      for (let i = k; i < height; i += 1) product += (work[at + i] ?? 0) * (work[to + i] ?? 0)
      const factor = product / scale
      for (let i = k; i < height; i += 1) work[to + i] = (work[to + i] ?? 0) - factor * (work[at + i] ?? 0)
    }
  }
  const solution = new Float64Array(count)
  for (let k = usable - 1; k >= 0; k -= 1) {
    const pivot = diagonal[k] ?? 0
    if (pivot === 0) continue
    let value = work[count * height + k] ?? 0
    for (let c = k + 1; c < count; c += 1) value -= (work[c * height + k] ?? 0) * (solution[c] ?? 0)
    solution[k] = value / pivot
  }
  return solution
}

function normFrom(work: Float64Array, at: number, from: number, height: number): number {
  let sum = 0
  for (let i = from; i < height; i += 1) sum += (work[at + i] ?? 0) ** 2
  return Math.sqrt(sum)
}
