import type { Random } from '../core/random'
import type { Steps } from '../core/steps'
import { meanOf, quantileOf } from './moments'

export interface SobolPlan {
  readonly factors: readonly string[]
  /** The two sample matrices of N rows and their outputs. */
  readonly a: readonly Sample[]
  readonly b: readonly Sample[]
  readonly bootstrap: number
  /** Share of the whole work that is done before this. */
  readonly from: number
  /** The model. */
  readonly output: (point: readonly number[]) => number
}

export interface Sample {
  /** One coordinate of 0..1 for each factor. */
  readonly point: readonly number[]
  readonly output: number
}

export interface SensitivityRow {
  readonly factor: string
  readonly first: SobolEstimate | null
  readonly total: SobolEstimate | null
}

export interface SobolEstimate {
  readonly value: number
  /** 5 and 95 % of the bootstrap over the rows of the design. */
  readonly low: number
  readonly high: number
}

/**
 * First-order and total Sobol indices of a model on the unit cube by Saltelli's design: matrices A and B, and A with
 * column i of B, N (d + 2) runs. S_i = mean(y_B (y_ABi - y_A)) / V (Saltelli et al. 2010, b), S_Ti = mean((y_A -
 * y_ABi)^2) / 2V (Jansen 1999, f), V the variance of y_A and y_B together (n - 1). The outputs are centred first, which
 * changes no expectation and takes noise out of S_i. Estimates can fall a little below 0 or above 1 by chance: they
 * are not cut. Null when the output never changes or N is below 2.
 */
export function* sobolIndices(plan: SobolPlan, random: Random): Steps<readonly SensitivityRow[]> {
  const { factors, a, b, output, from } = plan
  if (a.length < 2 || a.length !== b.length)
    return factors.map((factor) => ({ factor, first: null, total: null }))
  const centre = meanOf([...a, ...b].map((sample) => sample.output))
  const mixed: Float64Array[] = []
  for (const i of factors.keys()) {
    const values = new Float64Array(a.length)
    for (const [row, { point }] of a.entries()) {
      const changed = point.map((value, k) => (k === i ? (b[row]?.point[i] ?? value) : value))
      values[row] = output(changed) - centre
      yield from + (1 - from) * ((i * a.length + row) / (factors.length * a.length))
    }
    mixed.push(values)
  }
  const centred = {
    a: Float64Array.from(a, (sample) => sample.output - centre),
    b: Float64Array.from(b, (sample) => sample.output - centre),
  }
  return yield* summaries(factors, centred, mixed, plan.bootstrap, random)
}

interface Pair {
  readonly a: Float64Array
  readonly b: Float64Array
}

function* summaries(
  factors: readonly string[],
  outputs: Pair,
  mixed: readonly Float64Array[],
  bootstrap: number,
  random: Random,
): Steps<readonly SensitivityRow[]> {
  const size = outputs.a.length
  const whole = Int32Array.from({ length: size }, (_, row) => row)
  const samples = Array.from({ length: bootstrap }, () => Int32Array.from(whole, () => random.below(size)))
  const spread = variance(outputs, whole)
  if (!(spread > 0)) return factors.map((factor) => ({ factor, first: null, total: null }))
  const spreads: number[] = []
  for (const rows of samples) {
    spreads.push(variance(outputs, rows))
    if (spreads.length % 32 === 0) yield 1
  }
  const made: SensitivityRow[] = []
  for (const [i, factor] of factors.entries()) {
    const column = mixed[i] ?? new Float64Array(0)
    const around = (index: (rows: Int32Array) => number): SobolEstimate => {
      const values = samples.flatMap((rows, k) => {
        const v = spreads[k] ?? 0
        return v > 0 ? [index(rows) / v] : []
      })
      const sorted = Float64Array.from(values).sort()
      return { value: index(whole) / spread, low: quantileOf(sorted, 0.05), high: quantileOf(sorted, 0.95) }
    }
    made.push({
      factor,
      first: around((rows) => average(rows, (r) => at(outputs.b, r) * (at(column, r) - at(outputs.a, r)))),
      total: around((rows) => average(rows, (r) => (at(outputs.a, r) - at(column, r)) ** 2) / 2),
    })
    yield 1
  }
  return made
}

function variance({ a, b }: Pair, rows: Int32Array): number {
  const values = new Float64Array(2 * rows.length)
  for (const [place, row] of rows.entries()) {
    values[2 * place] = at(a, row)
    values[2 * place + 1] = at(b, row)
  }
  const mean = meanOf(values)
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
}

const average = (rows: Int32Array, value: (row: number) => number): number =>
  rows.reduce((sum, row) => sum + value(row), 0) / rows.length

const at = (values: Float64Array, row: number): number => values[row] ?? Number.NaN
