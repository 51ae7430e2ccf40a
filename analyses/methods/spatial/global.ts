import { lagOf, type WeightSums, type Weights, weightSums } from './weights'

export interface Moments {
  readonly expected: number
  /** Standard deviation when the values come from a normal distribution; null where none is defined. */
  readonly sdNormal: number | null
  /** When the values given could lie in any order. */
  readonly sdRandomisation: number | null
}

export interface GlobalStatistic extends Moments {
  readonly value: number
}

/** Deviations from the mean and their sum of squares, the mean taken out twice so that no digits are lost. */
export function deviations(x: ArrayLike<number>): { readonly z: Float64Array; readonly squares: number } {
  const z = Float64Array.from(x)
  for (let pass = 0; pass < 2; pass += 1) {
    const mean = z.reduce((sum, value) => sum + value, 0) / z.length
    z.forEach((value, at) => {
      z[at] = value - mean
    })
  }
  return { z, squares: z.reduce((sum, value) => sum + value * value, 0) }
}

const root = (variance: number): number | null => (variance > 0 ? Math.sqrt(variance) : null)

const fourth = (z: Float64Array, squares: number): number =>
  (z.length * z.reduce((sum, value) => sum + value ** 4, 0)) / squares ** 2

/**
 * Moran's I = (n / S0) z'Wz / z'z with its moments under normality and under randomisation.
 * Cliff & Ord (1981), as in R `spdep::moran.test` and `esda.Moran`. At least four areas and some variation.
 */
export function moran(
  x: ArrayLike<number>,
  weights: Weights,
  sums: WeightSums = weightSums(weights),
): GlobalStatistic {
  const n = x.length
  const { z, squares } = deviations(x)
  const lag = lagOf(weights, z)
  const cross = z.reduce((sum, value, at) => sum + value * (lag[at] ?? 0), 0)
  return { value: ((n / sums.s0) * cross) / squares, ...moranMoments(n, sums, fourth(z, squares)) }
}

export function moranMoments(n: number, { s0, s1, s2 }: WeightSums, kurtosis: number): Moments {
  const expected = -1 / (n - 1)
  const normal = (n * n * s1 - n * s2 + 3 * s0 * s0) / ((n - 1) * (n + 1) * s0 * s0) - expected ** 2
  const a = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0)
  const b = kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0)
  const any = (a - b) / ((n - 1) * (n - 2) * (n - 3) * s0 * s0) - expected ** 2
  return { expected, sdNormal: root(normal), sdRandomisation: root(any) }
}

/**
 * Geary's C = (n - 1) / (2 S0) sum w (x_i - x_j)^2 / z'z; 1 without a pattern, below it where neighbours are alike.
 * Moments as in `esda.Geary` (Cliff & Ord 1981).
 */
export function geary(
  x: ArrayLike<number>,
  weights: Weights,
  sums: WeightSums = weightSums(weights),
): GlobalStatistic {
  const n = x.length
  const { z, squares } = deviations(x)
  let apart = 0
  for (let row = 0; row < n; row += 1)
    for (let at = weights.starts[row] ?? 0; at < (weights.starts[row + 1] ?? 0); at += 1)
      apart += (weights.values[at] ?? 0) * ((z[row] ?? 0) - (z[weights.targets[at] ?? 0] ?? 0)) ** 2
  const { s0, s1, s2 } = sums
  const k = fourth(z, squares)
  const normal = ((2 * s1 + s2) * (n - 1) - 4 * s0 * s0) / (2 * (n + 1) * s0 * s0)
  const a = (n - 1) * s1 * (n * n - 3 * n + 3 - (n - 1) * k)
  const b = ((n - 1) * s2 * (n * n + 3 * n - 6 - (n * n - n + 2) * k)) / 4
  const c = s0 * s0 * (n * n - 3 - (n - 1) ** 2 * k)
  return {
    value: ((n - 1) / (2 * s0)) * (apart / squares),
    expected: 1,
    sdNormal: root(normal),
    sdRandomisation: root((a - b + c) / (n * (n - 2) * (n - 3) * s0 * s0)),
  }
}

/**
 * Getis and Ord's general G = sum w x_i x_j / sum_{i != j} x_i x_j, for values that are nowhere negative; null for
 * others. Above its expectation high values lie together, below it low ones. Variance under randomisation as in
 * R `spdep::globalG.test` (Getis & Ord 1992).
 */
export function generalG(
  x: ArrayLike<number>,
  weights: Weights,
  sums: WeightSums = weightSums(weights),
): GlobalStatistic | null {
  const values = Float64Array.from(x)
  if (values.some((value) => value < 0)) return null
  const n = values.length
  const power = (exponent: number) => values.reduce((sum, value) => sum + value ** exponent, 0)
  const [m1, m2, m3, m4] = [power(1), power(2), power(3), power(4)]
  const lag = lagOf(weights, values)
  const pairs = m1 * m1 - m2
  if (pairs <= 0) return null
  const { s0, s1, s2 } = sums
  const b0 = (n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0
  const b1 = -((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0)
  const b2 = -(2 * n * s1 - (n + 3) * s2 + 6 * s0 * s0)
  const b3 = 4 * (n - 1) * s1 - 2 * (n + 1) * s2 + 8 * s0 * s0
  const b4 = s1 - s2 + s0 * s0
  const second =
    (b0 * m2 * m2 + b1 * m4 + b2 * m1 * m1 * m2 + b3 * m1 * m3 + b4 * m1 ** 4) /
    (pairs * pairs * n * (n - 1) * (n - 2) * (n - 3))
  const expected = s0 / (n * (n - 1))
  return {
    value: values.reduce((sum, value, at) => sum + value * (lag[at] ?? 0), 0) / pairs,
    expected,
    sdNormal: null,
    sdRandomisation: root(second - expected * expected),
  }
}

/**
 * Rates of events in populations, each minus the overall rate over its standard deviation as empirical Bayes has it
 * (Assuncao & Reis 1999): a small place's wild rate no longer counts like a large one's.
 */
export function standardisedRates(events: ArrayLike<number>, people: ArrayLike<number>): Float64Array {
  const n = events.length
  let [all, whole] = [0, 0]
  for (let at = 0; at < n; at += 1) {
    all += events[at] ?? 0
    whole += people[at] ?? 0
  }
  const overall = all / whole
  const rate = (at: number) => (events[at] ?? 0) / (people[at] ?? 0)
  let spread = 0
  for (let at = 0; at < n; at += 1) spread += (people[at] ?? 0) * (rate(at) - overall) ** 2
  const between = spread / whole - overall / (whole / n)
  return Float64Array.from({ length: n }, (_, at) => {
    const chance = overall / (people[at] ?? 0)
    const variance = between + chance
    return (rate(at) - overall) / Math.sqrt(variance > 0 ? variance : chance)
  })
}
