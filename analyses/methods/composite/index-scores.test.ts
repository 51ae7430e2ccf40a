import { describe, expect, test } from 'vitest'
import { seededRandom, shuffled } from '../core/random'
import { finish } from '../core/steps'
import { decompose } from './decompose'
import { diagnostics, effectiveWeights } from './diagnostics'
import type { IndexData, StructureRow } from './index-data'
import { usualOptions } from './index-options'
import { exampleIndex, indexScores } from './index-scores'
import { indexTree } from './index-tree'
import { ranksWithin } from './ranks'
import { exampleRelative } from './relative-example'
import { relativePerformance } from './relative-performance'
import { sobolIndices } from './sobol-indices'
import { uncertainty, usualUncertainty } from './uncertainty'

const row = (code: string, parent: string | null, more: Partial<StructureRow> = {}): StructureRow => ({
  code,
  parent,
  level: null,
  weight: 1,
  direction: 1,
  target: null,
  goalLow: null,
  goalHigh: null,
  denominator: null,
  group: null,
  ...more,
})

function made(units: number, indicators: number, seed: number): IndexData {
  const random = seededRandom(seed)
  const codes = Array.from({ length: indicators }, (_, i) => `i${i}`)
  const talent = Array.from({ length: units }, () => random.normal())
  return {
    units: Array.from({ length: units }, (_, i) => `u${i}`),
    periods: Array.from({ length: units }, () => ''),
    groups: Array.from({ length: units }, () => null),
    columns: Object.fromEntries(codes.map((code) => [code, talent.map((t) => 10 + t + random.normal())])),
    structure: codes.map((code, i) => row(code, `p${i % 2}`, { direction: i === 0 ? -1 : 1 })),
  }
}

const top = (data: IndexData, options = usualOptions) => {
  const { scores, tree } = indexScores(data, options)
  return [...(scores[tree.top] ?? [])]
}

describe('tree', () => {
  test('pillars without a row of their own get one, and a top above them', () => {
    const tree = indexTree([row('a', 'P'), row('b', 'Q'), row('People', null)])
    expect(tree.nodes.map(({ code, level }) => [code, level])).toEqual([
      ['a', 1],
      ['b', 1],
      ['P', 2],
      ['Q', 2],
      ['Index', 3],
    ])
    expect(tree.leftOut).toEqual(['People'])
  })
  test('a flat list is one index', () => {
    const tree = indexTree([row('a', null), row('b', null)])
    expect(tree.nodes[tree.top]?.code).toBe('Index')
    expect(tree.indicators).toHaveLength(2)
  })
  test('circles, repeated rows and negative weights are refused', () => {
    expect(() => indexTree([row('a', 'b'), row('b', 'a')])).toThrow('composite.circle')
    expect(() => indexTree([row('a', 'b'), row('a', 'c')])).toThrow('composite.structure-twice')
    expect(() => indexTree([row('a', 'b', { weight: -1 })])).toThrow('composite.weight-negative')
    expect(() => indexTree([])).toThrow('composite.structure-empty')
  })
})

describe('index', () => {
  test('of four units by hand', () => {
    // jobs 0, 33.3, 66.7, 100; patents 0, 75, 25, 100; waste turned 42.9, 71.4, 0, 100.
    expect(top(exampleIndex)[0]).toBeCloseTo(150 / 7, 10)
    expect(top(exampleIndex)[1]).toBeCloseTo(((100 / 3 + 75) / 2 + 500 / 7) / 2, 10)
    expect(top(exampleIndex)[3]).toBe(100)
  })
  test('another unit of an indicator changes nothing; turning it and its direction round neither', () => {
    const data = made(25, 4, 1)
    const scaled = {
      ...data,
      columns: { ...data.columns, i1: Array.from(data.columns['i1'] ?? [], (x) => 7 * x - 3) },
    }
    const turned = {
      ...data,
      columns: { ...data.columns, i1: Array.from(data.columns['i1'] ?? [], (x) => -x) },
      structure: data.structure.map((one) => (one.code === 'i1' ? { ...one, direction: -1 as const } : one)),
    }
    top(scaled).forEach((value, i) => {
      expect(value).toBeCloseTo(top(data)[i] ?? 0, 9)
      expect(top(turned)[i]).toBeCloseTo(value, 9)
    })
  })
  test('the order of the rows is of no matter', () => {
    const data = made(25, 4, 2)
    const order = shuffled([...data.units.keys()], seededRandom(9))
    const mixed = {
      ...data,
      units: order.map((i) => data.units[i] ?? ''),
      columns: Object.fromEntries(
        Object.entries(data.columns).map(([code, values]) => [code, order.map((i) => values[i] ?? 0)]),
      ),
    }
    const usual = new Map(top(data).map((value, i) => [data.units[i], value]))
    top(mixed).forEach((value, i) => {
      expect(value).toBeCloseTo(usual.get(mixed.units[i] ?? '') ?? 0, 9)
    })
  })
  test('a panel is put on one scale: the same value in two years has the same score', () => {
    const data: IndexData = {
      ...exampleIndex,
      units: ['a', 'b', 'a', 'c'],
      periods: ['1', '1', '2', '2'],
      columns: {
        ...exampleIndex.columns,
        jobs: [40, 60, 40, 100],
        patents: [2, 8, 2, 10],
        waste: [30, 20, 30, 10],
      },
    }
    const values = top(data)
    expect(values[0]).toBe(values[2])
    const { blocks, scores, tree } = indexScores(data, usualOptions)
    expect([...ranksWithin(scores[tree.top] ?? new Float64Array(0), blocks)]).toEqual([2, 1, 2, 1])
  })
  test('parts sum to the index, arithmetic and geometric', () => {
    for (const aggregate of ['arithmetic', 'geometric'] as const) {
      const result = indexScores(made(12, 4, 3), { ...usualOptions, low: 1, aggregate })
      const parts = decompose(result)
      ;(result.scores[result.tree.top] ?? new Float64Array(0)).forEach((value, at) => {
        const sum = parts.filter((part) => part.row === at).reduce((total, { points }) => total + points, 0)
        expect(sum).toBeCloseTo(value, 9)
      })
    }
  })
  test('effective weights of the indicators sum to 1', () => {
    const result = indexScores(made(12, 5, 4), usualOptions)
    const weights = effectiveWeights(result)
    expect(result.tree.indicators.reduce((sum, place) => sum + (weights[place] ?? 0), 0)).toBeCloseTo(1, 12)
  })
  test('two units are refused', () => {
    expect(() => indexScores(made(2, 4, 1), usualOptions)).toThrow('composite.too-few-units')
  })
})

describe('uncertainty', () => {
  const data = made(30, 6, 6)
  const nominal = indexScores(data, usualOptions)
  test('without anything to vary every draw is the nominal rank', () => {
    const { ranks, sensitivity } = finish(
      uncertainty(nominal, { ...usualUncertainty, draws: 10, vary: ['weights'], weight_spread: 1e-12 }),
    )
    for (const rank of ranks) expect([rank?.q5, rank?.q95]).toEqual([rank?.nominal, rank?.nominal])
    expect(sensitivity[0]?.first).toBeNull()
  })
  test('the same seed gives the same, another one another', () => {
    const run = (seed: number) => finish(uncertainty(nominal, { ...usualUncertainty, draws: 50, seed }))
    expect(run(4)).toEqual(run(4))
    expect(run(4)).not.toEqual(run(5))
  })
  test('a unit that is best in everything stays first under all weights', () => {
    const best = {
      ...data,
      columns: Object.fromEntries(
        Object.entries(data.columns).map(([code, values]) => [
          code,
          Array.from(values, (x, i) => (i === 0 ? (code === 'i0' ? -100 : 100) : x)),
        ]),
      ),
    }
    const { ranks } = finish(
      uncertainty(indexScores(best, usualOptions), { ...usualUncertainty, draws: 100 }),
    )
    expect(ranks[0]).toMatchObject({ nominal: 1, q5: 1, q95: 1 })
  })
  test('sensitivity of x1 + 2 x2 is 0.2 and 0.8, and 0 for x3', () => {
    const random = seededRandom(8)
    const output = ([a = 0, b = 0]: readonly number[]) => a + 2 * b
    const sample = () =>
      Array.from({ length: 4000 }, () => {
        const point = [random.uniform(), random.uniform(), random.uniform()]
        return { point, output: output(point) }
      })
    const rows = finish(
      sobolIndices(
        { factors: ['x1', 'x2', 'x3'], a: sample(), b: sample(), bootstrap: 50, from: 0, output },
        random,
      ),
    )
    const wanted = [0.2, 0.8, 0]
    rows.forEach(({ first, total }, i) => {
      expect(Math.abs((first?.value ?? 9) - (wanted[i] ?? 0))).toBeLessThan(0.05)
      expect(Math.abs((total?.value ?? 9) - (wanted[i] ?? 0))).toBeLessThan(0.05)
      expect(first?.low).toBeLessThanOrEqual(first?.high ?? 0)
    })
  })
  test('unknown words in lists are refused', () => {
    expect(() => finish(uncertainty(nominal, { ...usualUncertainty, vary: ['colour'] }))).toThrow(
      'composite.alternative-unknown',
    )
  })
})

describe('back to the data', () => {
  test('alpha of identical members is 1, pairs are counted, a copied indicator is flagged', () => {
    const values = [1, 5, 2, 8, 3]
    const data: IndexData = {
      units: ['a', 'b', 'c', 'd', 'e'],
      periods: ['', '', '', '', ''],
      groups: [null, null, null, null, null],
      columns: { x: values, y: values.map((value) => 3 * value) },
      structure: [row('x', null), row('y', null)],
    }
    const { groups, correlations, dominance, removals } = finish(
      diagnostics(indexScores(data, usualOptions), { high_correlation: 0.75 }),
    )
    expect(groups[0]?.alpha).toBeCloseTo(1, 12)
    expect(correlations[0]).toMatchObject({ flag: 'high', n: 5 })
    expect(dominance).toEqual([{ period: '', pairs: 10, dominated: 10 }])
    expect(removals.map(({ mean }) => mean)).toEqual([0, 0])
  })
})

test('regions keep the order of their countries: means of A and B stand as 0.6 to 0.4', () => {
  const rows = relativePerformance(
    exampleRelative.data.rows,
    exampleRelative.data.official,
    exampleRelative.options,
  )
  expect(rows.map(({ corrected }) => corrected)).toEqual(
    [0.48, 0.72, 0.4, 0.4].map((value) => expect.closeTo(value, 12)),
  )
  expect(rows.map((one) => one.class)).toEqual(['moderate', 'leader', 'moderate', 'moderate'])
  expect(() =>
    relativePerformance(
      exampleRelative.data.rows,
      [{ group: 'A', period: '', value: 1 }],
      exampleRelative.options,
    ),
  ).toThrow('composite.whole-missing')
})
