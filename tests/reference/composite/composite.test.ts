import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { diagnostics } from '../../../analyses/methods/composite/diagnostics'
import type { IndexData } from '../../../analyses/methods/composite/index-data'
import { type IndexOptions, usualOptions } from '../../../analyses/methods/composite/index-options'
import { indexScores } from '../../../analyses/methods/composite/index-scores'
import { moments } from '../../../analyses/methods/composite/moments'
import { finish } from '../../../analyses/methods/core/steps'

const list = z.array(z.number())
const values = z
  .object({
    a: list,
    b: list,
    c: list,
    d: list,
    skewness: list,
    kurtosis: list,
    arithmetic: list,
    geometric: list,
    harmonic: list,
    zscore: list,
    rank: list,
    alpha: z.number(),
    eigenvalues: list,
    loadings: list,
  })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'values.json'), 'utf8')))

const codes = ['a', 'b', 'c', 'd'] as const
const data: IndexData = {
  units: values.a.map((_, i) => `u${i}`),
  periods: values.a.map(() => ''),
  groups: values.a.map(() => null),
  columns: { a: values.a, b: values.b, c: values.c, d: values.d },
  structure: codes.map((code, i) => ({
    code,
    parent: 'Index',
    level: null,
    weight: i + 1,
    direction: 1,
    target: null,
    goalLow: null,
    goalHigh: null,
    denominator: null,
    group: null,
  })),
}
const top = (options: Partial<IndexOptions>) => {
  const { scores, tree } = indexScores(data, { ...usualOptions, low: 1, ...options })
  return scores[tree.top] ?? new Float64Array(0)
}
const near = (found: ArrayLike<number>, wanted: readonly number[]) => {
  expect(found.length).toBe(wanted.length)
  wanted.forEach((value, i) => {
    expect(Math.abs((found[i] ?? Number.NaN) - value)).toBeLessThan(1e-9 * Math.max(1, Math.abs(value)))
  })
}

describe('composite index against R', () => {
  test('skewness and kurtosis as e1071 type 2', () => {
    near(
      codes.map((code) => moments(values[code]).skewness),
      values.skewness,
    )
    near(
      codes.map((code) => moments(values[code]).kurtosis),
      values.kurtosis,
    )
  })
  test('three weighted means of the min-max scale', () => {
    near(top({}), values.arithmetic)
    near(top({ aggregate: 'geometric' }), values.geometric)
    near(top({ aggregate: 'harmonic' }), values.harmonic)
  })
  test('z-scores and ranks', () => {
    near(top({ normalise: 'zscore' }), values.zscore)
    near(top({ normalise: 'rank' }), values.rank)
  })
  test('alpha, eigenvalues and the loadings behind PCA weights', () => {
    const result = indexScores(data, { ...usualOptions, low: 1 })
    const { groups } = finish(diagnostics(result, { high_correlation: 0.75 }))
    expect(groups[0]?.alpha).toBeCloseTo(values.alpha, 10)
    near(groups[0]?.eigenvalues ?? [], values.eigenvalues)
    const pca = indexScores(data, { ...usualOptions, low: 1, weights: 'pca' })
    pca.tree.indicators.forEach((place, i) => {
      const weight = pca.weights[place] ?? 0
      if (weight > 0) expect(weight).toBeCloseTo(values.loadings[i] ?? 0, 9)
    })
  })
})
