import { expect, test } from 'vitest'
import reference from '../../../tests/reference/decomposition/values.json'
import { MethodRefusal } from '../core/refusal'
import { finish } from '../core/steps'
import { partNames, type ReferenceName, references } from './contributions'
import type { Variable } from './design'
import { type Oaxaca, type OaxacaData, oaxacaBlinder } from './oaxaca-blinder'
import { commonSupport } from './support'

const options = { logOutcome: false, normalise: true, draws: 0, seed: 1 }
const variables: readonly Variable[] = [
  { kind: 'number', name: 'years', values: reference.years },
  { kind: 'category', name: 'school', values: reference.school },
]
const sample: OaxacaData = {
  outcome: reference.y,
  inA: reference.inA,
  weight: reference.weight,
  cluster: null,
  variables,
  names: ['A', 'B'],
}
const run = (data: Partial<OaxacaData> = {}, more: Partial<typeof options> = {}): Oaxaca =>
  finish(oaxacaBlinder({ ...sample, ...data }, { ...options, ...more }))
const at = (reference: ReferenceName | null, part: string) =>
  partNames.findIndex((one) => one.reference === reference && one.part === part)
const part = (found: Oaxaca, item: string, name: string, by: ReferenceName | null = null) =>
  found.contributions[found.items.findIndex((one) => one.name === item)]?.values[at(by, name)] ?? Number.NaN
const error = (found: Oaxaca, item: string, name: string, by: ReferenceName | null = null) =>
  found.contributions[found.items.findIndex((one) => one.name === item)]?.errors[at(by, name)] ?? Number.NaN
const terms = ['(constant)', 'years', 'school: a', 'school: b', 'school: c']

test('threefold and twofold, term by term, agree with lm and sum contrasts', () => {
  const found = run()
  terms.forEach((term, j) => {
    for (const name of ['endowments', 'coefficients', 'interaction'] as const)
      expect(part(found, term, name), `${term} ${name}`).toBeCloseTo(reference[name][j] ?? 0, 8)
    for (const { name: by } of references)
      for (const name of ['explained', 'unexplained_a', 'unexplained_b'] as const)
        expect(part(found, term, name, by), `${term} ${by}`).toBeCloseTo(
          reference.twofold[by][name][j] ?? 0,
          8,
        )
  })
})
test('the parts sum to the gap, the categories to their variable', () => {
  const found = run()
  const gap = found.meanA - found.meanB
  const sum = ['endowments', 'coefficients', 'interaction'].map((name) => part(found, 'all', name))
  expect(sum.reduce((a, b) => a + b)).toBeCloseTo(gap, 10)
  for (const { name } of references)
    expect(part(found, 'all', 'explained', name) + part(found, 'all', 'unexplained', name)).toBeCloseTo(
      gap,
      9,
    )
  const categories = terms.slice(2).map((term) => part(found, term, 'coefficients'))
  expect(categories.reduce((a, b) => a + b)).toBeCloseTo(part(found, 'school', 'coefficients'), 10)
})
test('normalised, no part depends on which category is the base', () => {
  const renamed = run({
    variables: [
      variables[0] ?? { kind: 'number', name: '', values: [] },
      {
        kind: 'category',
        name: 'school',
        values: reference.school.map((one) => ({ a: 'z', b: 'b', c: 'c' })[one] ?? ''),
      },
    ],
  })
  expect(part(renamed, 'school: z', 'coefficients')).toBeCloseTo(part(run(), 'school: a', 'coefficients'), 8)
  expect(error(renamed, 'school: z', 'coefficients')).toBeCloseTo(
    error(run(), 'school: a', 'coefficients'),
    8,
  )
  const plain = run({}, { normalise: false })
  expect(part(plain, 'school: a', 'coefficients')).toBe(0)
  expect(part(plain, 'all', 'coefficients')).toBeCloseTo(part(run(), 'all', 'coefficients'), 9)
})
test('columns of zeros and ones give what the category gives, whether the base has a column or not', () => {
  const column = (level: string) => ({
    name: level,
    values: reference.school.map((one) => (one === level ? 1 : 0)),
  })
  for (const levels of [
    ['b', 'c'],
    ['a', 'b', 'c'],
  ]) {
    const found = run({
      variables: [
        { kind: 'number', name: 'years', values: reference.years },
        { kind: 'dummies', name: 'set', columns: levels.map(column) },
      ],
    })
    expect(part(found, 'c', 'unexplained_b', 'pooled')).toBeCloseTo(
      part(run(), 'school: c', 'unexplained_b', 'pooled'),
      8,
    )
  }
})
test('swapping the groups flips the gap; scale of pay is scale of every part; order of rows is nothing', () => {
  const found = run()
  const swapped = run({ inA: reference.inA.map((one) => !one) })
  expect(swapped.meanA - swapped.meanB).toBeCloseTo(found.meanB - found.meanA, 10)
  expect(part(swapped, 'all', 'explained', 'pooled')).toBeCloseTo(
    -part(found, 'all', 'explained', 'pooled'),
    9,
  )
  expect(error(swapped, 'all', 'explained', 'pooled')).toBeCloseTo(
    error(found, 'all', 'explained', 'pooled'),
    9,
  )
  const scaled = run({ outcome: reference.y.map((y) => 1000 * y) })
  expect(part(scaled, 'years', 'endowments') / part(found, 'years', 'endowments')).toBeCloseTo(1000, 6)
  expect(error(scaled, 'years', 'endowments') / error(found, 'years', 'endowments')).toBeCloseTo(1000, 6)
})
test('errors by formula agree with the bootstrap within its own chance', () => {
  const [formula, drawn] = [run(), run({}, { draws: 300 })]
  for (const [name, by] of [
    ['endowments', null],
    ['coefficients', null],
    ['explained', 'pooled-with-group'],
    ['unexplained', 'pooled'],
  ] as const) {
    const ratio = error(drawn, 'all', name, by) / error(formula, 'all', name, by)
    expect(ratio, name).toBeGreaterThan(0.85)
    expect(ratio, name).toBeLessThan(1.15)
  }
  expect(run({}, { draws: 20 })).toEqual(run({}, { draws: 20 }))
})
test('with a constant alone the error of the gap is that of two means', () => {
  const inA = [true, true, true, true, false, false, false, false]
  const found = finish(
    oaxacaBlinder(
      {
        outcome: [10, 14, 18, 22, 9, 10, 11, 14],
        inA,
        weight: new Array(8).fill(1),
        cluster: null,
        variables: [],
        names: ['A', 'B'],
      },
      options,
    ),
  )
  // s^2 of A is 80/3, of B 14/3, over four each.
  expect(found.gapError).toBeCloseTo(Math.sqrt(80 / 3 / 4 + 14 / 3 / 4), 12)
  expect(error(found, 'all', 'coefficients')).toBeCloseTo(found.gapError, 12)
})
test('what cannot be estimated is refused by name', () => {
  const refusal = (data: Partial<OaxacaData>, more = {}) => {
    try {
      run(data, more)
    } catch (thrown) {
      if (thrown instanceof MethodRefusal) return [thrown.code, thrown.values]
      throw thrown
    }
    return null
  }
  const onlyMen = reference.school.map((one, i) => (reference.inA[i] === true && i % 9 === 0 ? 'd' : one))
  expect(refusal({ variables: [{ kind: 'category', name: 'school', values: onlyMen }] })).toEqual([
    'decomposition.not-identified',
    { group: 'B', term: 'school: d' },
  ])
  expect(refusal({ inA: reference.inA.map((_, i) => i > 2) })?.[0]).toBe('decomposition.too-few')
  expect(refusal({ outcome: reference.y.map((y, i) => (i === 3 ? 0 : y)) }, { logOutcome: true })).toEqual([
    'decomposition.log-of-zero',
    { count: 1 },
  ])
})
test('support: ranges, categories, and whoever is outside in anything', () => {
  const rows = commonSupport(
    [
      { kind: 'number', name: 'x', values: [1, 2, 9, 2, 3, 4] },
      { kind: 'category', name: 'c', values: ['u', 'u', 'v', 'u', 'u', 'w'] },
    ],
    [true, true, true, false, false, false],
    [1, 1, 2, 1, 1, 1],
  )
  expect(rows).toEqual([
    { variable: 'x', onlyA: 0.75, onlyB: 0 },
    { variable: 'c', onlyA: 0.5, onlyB: 1 / 3 },
    { variable: 'all', onlyA: 0.75, onlyB: 1 / 3 },
  ])
})
