import { describe, expect, test } from 'vitest'
import reference from '../../../tests/reference/spatial/values.json'
import { matrixFromColumns } from '../core/linear/matrix'
import { seededRandom } from '../core/random'
import { MethodRefusal } from '../core/refusal'
import { finish } from '../core/steps'
import { autocorrelation } from './autocorrelation'
import { geary, generalG, moran, standardisedRates } from './global'
import { adjusted, localG, localMoran } from './local'
import { beside, permutationP } from './permutation'
import { regressionTests } from './regression-tests'
import { spatialModels } from './spatial-models'
import { type Link, rowStandardised, type Weights, weightsOf } from './weights'

/** Areas of a square grid that share a side, columns first. */
function grid(n: number): Weights {
  const links: Link[] = []
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j < n; j += 1)
      for (const [a, b] of [
        [0, 1],
        [1, 0],
        [0, -1],
        [-1, 0],
      ] as const)
        if (i + a >= 0 && i + a < n && j + b >= 0 && j + b < n)
          links.push({ from: j * n + i, to: (j + b) * n + i + a, weight: 1 })
  return weightsOf(n * n, links)
}

const binary = grid(6)
const rows = rowStandardised(binary)
const x = Float64Array.from(reference.x)
const close = (found: ArrayLike<number | null>, wanted: readonly number[], digits = 10) => {
  expect(found.length).toBe(wanted.length)
  for (const [at, value] of wanted.entries()) expect(found[at]).toBeCloseTo(value, digits)
}
const options = {
  rowStandardise: true,
  permutations: 199,
  seed: 7,
  alternative: 'two-sided',
  correction: 'fdr',
} as const

describe('as R spdep has it', () => {
  test("Moran's I, Geary's C, general G and their moments", () => {
    const i = moran(x, rows)
    close([i.value, i.expected, (i.sdRandomisation ?? 0) ** 2, (i.sdNormal ?? 0) ** 2], reference.moran, 12)
    const c = geary(x, rows)
    close([c.value, c.expected, (c.sdRandomisation ?? 0) ** 2, (c.sdNormal ?? 0) ** 2], reference.geary, 12)
    const g = generalG(x, binary)
    close([g?.value ?? 0, g?.expected ?? 0, (g?.sdRandomisation ?? 0) ** 2], reference.getis_ord, 14)
  })
  test('local Moran, G and G*', () => {
    close(localMoran(x, rows), reference.local)
    close(localG(x, binary, false), reference.g)
    close(localG(x, binary, true), reference.g_star)
    close(localG(x, rows, true), reference.g_star)
  })
  test('rates standardised by empirical Bayes', () => {
    const rates = standardisedRates(reference.x, reference.people)
    expect(moran(rates, rows).value).toBeCloseTo(reference.eb[0] ?? 0, 12)
  })
  test('tests of a regression', () => {
    const found = regressionTests(x, matrixFromColumns([x.map(() => 1), reference.z]), rows)
    close([found.moran.value, found.moran.expected, (found.moran.sd ?? 0) ** 2], reference.residual_moran)
    close(
      found.tests.map(({ statistic }) => statistic),
      reference.tests,
      9,
    )
  })
  test('spatial lag and spatial error by maximum likelihood', () => {
    const [lag, error] =
      finish(spatialModels(x, matrixFromColumns([x.map(() => 1), reference.z]), rows)) ?? []
    close([lag?.parameter ?? 0, ...(lag?.coefficients ?? []), lag?.logLikelihood ?? 0], reference.lag, 5)
    close(
      [error?.parameter ?? 0, ...(error?.coefficients ?? []), error?.logLikelihood ?? 0],
      reference.error,
      5,
    )
    // R takes the expected information, we the observed one: near, not equal.
    expect((lag?.parameterSe ?? 0) / (reference.lag_se[0] ?? 1)).toBeCloseTo(1, 0)
  })
  test('p values for many tests', () => {
    close(adjusted(reference.p, 'fdr'), reference.fdr, 15)
    close(adjusted(reference.p, 'bonferroni'), reference.bonferroni, 15)
  })
})

describe('laws', () => {
  test('the mean of local Moran over S0 is Moran, whatever the units', () => {
    const local = localMoran(x, rows)
    const mean = local.reduce((sum, value) => sum + value, 0) / 36
    expect(mean).toBeCloseTo(moran(x, rows).value, 12)
    const scaled = x.map((value) => 1e6 - 250 * value)
    expect(moran(scaled, rows).value).toBeCloseTo(mean, 10)
    expect(geary(scaled, rows).value).toBeCloseTo(geary(x, rows).value, 10)
  })
  test('a chequerboard is as unlike as can be, its expectation -1/(n-1)', () => {
    const board = Float64Array.from({ length: 36 }, (_, at) => (at + Math.floor(at / 6)) % 2)
    const found = moran(board, rows)
    expect(found.value).toBeCloseTo(-1, 12)
    expect(found.expected).toBeCloseTo(-1 / 35, 15)
  })
  test('renumbering the areas changes nothing but their order', () => {
    const order = Array.from({ length: 36 }, (_, at) => (at * 7) % 36)
    const place = order.map((_, at) => order.indexOf(at))
    const links = Array.from(binary.targets, (to, at) => {
      const from = binary.starts.findIndex((start) => start > at) - 1
      return { from: place[from] ?? 0, to: place[to] ?? 0, weight: 1 }
    })
    const other = weightsOf(36, links)
    const moved = Float64Array.from(order, (at) => x[at] ?? 0)
    expect(moran(moved, rowStandardised(other)).value).toBeCloseTo(moran(x, rows).value, 12)
    const g = localG(x, binary, true)
    close(
      localG(moved, other, true),
      order.map((at) => g[at] ?? 0),
    )
  })
  test('random values give a p that is seldom small, and a gradient one that is as small as it can be', () => {
    const small = Array.from({ length: 60 }, (_, seed) => {
      const random = seededRandom(seed)
      const values = Float64Array.from({ length: 36 }, () => random.normal())
      const [first] = finish(
        autocorrelation({ values, people: null, weights: binary }, { ...options, permutations: 99 }),
      ).global
      return (first?.pPermutation ?? 1) <= 0.1
    }).filter(Boolean).length
    expect(small).toBeLessThan(14)
    const [gradient] = finish(autocorrelation({ values: x, people: null, weights: binary }, options)).global
    expect(gradient?.pPermutation).toBe(0.01)
  })
  test('the share of permutations agrees with the normal approximation', () => {
    const mild = x.map((value, at) => value + 14 * Math.sin(at * at))
    const { global } = finish(
      autocorrelation({ values: mild, people: null, weights: binary }, { ...options, permutations: 9999 }),
    )
    for (const row of global)
      expect(Math.abs((row.pRandomisation ?? 0) - row.pPermutation)).toBeLessThan(0.05)
  })
})

test('p by permutation counts the real order on both sides', () => {
  expect(permutationP(0, 999, 999, 'two-sided')).toBe(0.002)
  expect(permutationP(0, 999, 999, 'positive')).toBe(0.001)
  expect(permutationP(500, 500, 999, 'two-sided')).toBe(1)
  expect(beside(Float64Array.of(1, 2, 2, 3), 2)).toEqual({ above: 3, below: 3 })
})

test('what cannot be calculated is refused or left out', () => {
  const few = { values: Float64Array.of(1, 2, 3), people: null, weights: weightsOf(3, []) }
  expect(() => finish(autocorrelation(few, options))).toThrow(MethodRefusal)
  const flat = { values: new Float64Array(36).fill(0.1), people: null, weights: binary }
  expect(() => finish(autocorrelation(flat, options))).toThrow('spatial.no-variation')
  expect(generalG([1, -1, 2, 3], weightsOf(4, []))).toBeNull()
  expect(localG([1, 2, 3, 4], weightsOf(4, [{ from: 0, to: 1, weight: 1 }]), false)[2]).toBeNull()
})
