import { type Columns, simplexLeastSquares } from '../core/optimise/simplex-least-squares'
import { frankWolfe, sparsified } from './frank-wolfe'

/** Which weights are estimated, and how: the members of the family differ in nothing else. */
export interface DidKind {
  readonly omega: 'estimated' | 'equal'
  readonly lambda: 'estimated' | 'equal' | 'zero'
  /** The synthetic series may lie above or below the treated one by a constant. */
  readonly intercept: boolean
  /** Ridge of the unit weights: by the size of the treated block, or next to nothing. */
  readonly ridge: 'block' | 'tiny'
}

export const didKinds = {
  sdid: { omega: 'estimated', lambda: 'estimated', intercept: true, ridge: 'block' },
  sc: { omega: 'estimated', lambda: 'zero', intercept: false, ridge: 'tiny' },
  did: { omega: 'equal', lambda: 'equal', intercept: true, ridge: 'block' },
  difp: { omega: 'estimated', lambda: 'equal', intercept: true, ridge: 'tiny' },
  'difp-reg': { omega: 'estimated', lambda: 'equal', intercept: true, ridge: 'block' },
  'sc-reg': { omega: 'estimated', lambda: 'zero', intercept: false, ridge: 'block' },
  'time-weighted-did': { omega: 'equal', lambda: 'estimated', intercept: true, ridge: 'block' },
  'sdid-no-intercept': { omega: 'estimated', lambda: 'estimated', intercept: false, ridge: 'block' },
} as const satisfies Readonly<Record<string, DidKind>>
export type DidName = keyof typeof didKinds
export const didNames: readonly DidName[] = [
  'sdid',
  'sc',
  'did',
  'difp',
  'difp-reg',
  'sc-reg',
  'time-weighted-did',
  'sdid-no-intercept',
]

/** One block: controls and treated units that start together; periods before, then after. */
export interface DidBlock {
  /** Mean outcome of the treated units in every period. */
  readonly treated: Float64Array
  readonly treatedUnits: number
  /** Row t of control j is values[j * rows + t]. */
  readonly controls: Columns
  /** How many of the periods lie before the start. */
  readonly before: number
}

export type Solver = 'frank-wolfe' | 'exact'

export interface DidFit {
  readonly omega: Float64Array
  readonly lambda: Float64Array
  readonly att: number
}

const TINY = 1e-6
const FIRST_ROUND = 100
const MOST_ROUNDS = 10_000

/**
 * Synthetic difference-in-differences and its relatives (Arkhangelsky, Athey, Hirshberg, Imbens and Wager 2021,
 * algorithm 1): unit weights omega make the controls' path before the start parallel to the treated one, time weights
 * lambda make the periods before like those after; the effect is
 *   [treated mean after - lambda-weighted mean before] - the same of the omega-weighted controls.
 * sigma: standard deviation (n - 1) of the controls' first differences before the start; ridge of omega
 * zeta = (N1 T1)^(1/4) sigma (or 1e-6 sigma), of lambda 1e-6 sigma. `frank-wolfe` stops and thins out weights exactly
 * as the R package synthdid does (100 rounds, weights up to a quarter of the largest to zero, up to 10,000 more,
 * stop below (1e-5 sigma)^2), so that published numbers are met; `exact` solves the same convex problems to the end.
 */
export function syntheticDid(block: DidBlock, kind: DidKind, solver: Solver): DidFit {
  const { controls, before } = block
  const count = controls.columns
  const after = controls.rows - before
  const sigma = noise(controls, before)
  const zeta = sigma * (kind.ridge === 'block' ? (block.treatedUnits * after) ** 0.25 : TINY)
  const omega =
    kind.omega === 'equal'
      ? new Float64Array(count).fill(1 / count)
      : fitted(...unitProblem(block, kind.intercept), zeta, sigma, solver)
  const lambda =
    kind.lambda === 'estimated'
      ? fitted(...timeProblem(block), TINY * sigma, sigma, solver)
      : new Float64Array(before).fill(kind.lambda === 'equal' ? 1 / before : 0)
  return { omega, lambda, att: effectOf(block, omega, lambda) }
}

export function effectOf(block: DidBlock, omega: ArrayLike<number>, lambda: ArrayLike<number>): number {
  const rows = block.controls.rows
  const gap = (t: number): number => {
    let value = block.treated[t] ?? 0
    for (let j = 0; j < block.controls.columns; j += 1)
      value -= (omega[j] ?? 0) * (block.controls.values[j * rows + t] ?? 0)
    return value
  }
  let effect = 0
  for (let t = block.before; t < rows; t += 1) effect += gap(t) / (rows - block.before)
  for (let t = 0; t < block.before; t += 1) if ((lambda[t] ?? 0) !== 0) effect -= (lambda[t] ?? 0) * gap(t)
  return effect
}

/** Standard deviation of the controls' changes from period to period before the start. */
export function noise(controls: Columns, before: number): number {
  const changes: number[] = []
  for (let j = 0; j < controls.columns; j += 1)
    for (let t = 1; t < before; t += 1)
      changes.push(
        (controls.values[j * controls.rows + t] ?? 0) - (controls.values[j * controls.rows + t - 1] ?? 0),
      )
  const mean = changes.reduce((sum, value) => sum + value, 0) / changes.length
  const squares = changes.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return Math.sqrt(squares / (changes.length - 1))
}

function fitted(a: Columns, b: Float64Array, zeta: number, sigma: number, solver: Solver): Float64Array {
  if (a.columns === 1) return Float64Array.of(1)
  if (solver === 'exact') return simplexLeastSquares(a, b, { ridge: a.rows * zeta * zeta }).weights
  const options = { zeta, minDecrease: 1e-5 * sigma }
  const first = frankWolfe(a, b, { ...options, iterations: FIRST_ROUND, start: null })
  return frankWolfe(a, b, { ...options, iterations: MOST_ROUNDS, start: sparsified(first) })
}

/** Controls (columns) and the treated mean (target) over the periods before. */
function unitProblem(block: DidBlock, intercept: boolean): readonly [Columns, Float64Array] {
  const { controls, before } = block
  const values = new Float64Array(before * controls.columns)
  for (let j = 0; j < controls.columns; j += 1)
    values.set(controls.values.subarray(j * controls.rows, j * controls.rows + before), j * before)
  const a = { rows: before, columns: controls.columns, values }
  const b = block.treated.slice(0, before)
  return intercept ? [centred(a), centredValues(b)] : [a, b]
}

/** Periods before (columns) and the mean of those after (target) over the controls. */
function timeProblem(block: DidBlock): readonly [Columns, Float64Array] {
  const { controls, before } = block
  const values = new Float64Array(controls.columns * before)
  const target = new Float64Array(controls.columns)
  for (let j = 0; j < controls.columns; j += 1) {
    const at = j * controls.rows
    for (let t = 0; t < before; t += 1) values[t * controls.columns + j] = controls.values[at + t] ?? 0
    for (let t = before; t < controls.rows; t += 1)
      target[j] = (target[j] ?? 0) + (controls.values[at + t] ?? 0) / (controls.rows - before)
  }
  return [centred({ rows: controls.columns, columns: before, values }), centredValues(target)]
}

function centredValues(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.map((value) => value - mean)
}

function centred(a: Columns): Columns {
  const values = new Float64Array(a.values.length)
  for (let j = 0; j < a.columns; j += 1)
    values.set(centredValues(a.values.slice(j * a.rows, (j + 1) * a.rows)), j * a.rows)
  return { ...a, values }
}
