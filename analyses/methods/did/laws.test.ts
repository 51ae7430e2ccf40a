import { describe, expect, test } from 'vitest'
import { seededRandom, shuffled } from '../core/random'
import { MethodRefusal } from '../core/refusal'
import { finish } from '../core/steps'
import { eventStudy } from './event-study'
import { analyticError, bootstrapErrors, multiplierDraws } from './multiplier-bootstrap'
import type { PanelRows } from './panel'
import { type StaggeredOptions, staggered } from './staggered'
import { twoByTwo } from './two-by-two'
import { twoWay } from './two-way'

interface Cell {
  readonly unit: string
  readonly period: string
  readonly outcome: number
  readonly first: string
}

function randomCells(seed: number, starts: readonly string[], units = 24, periods = 7): readonly Cell[] {
  const random = seededRandom(seed)
  return Array.from({ length: units }, (_, u) => {
    const level = random.normal()
    const first = starts[u % starts.length] ?? '0'
    return Array.from({ length: periods }, (_, t) => ({
      unit: `u${u}`,
      period: String(2001 + t),
      outcome: level + random.normal() + (first !== '0' && 2001 + t >= Number(first) ? 1 + t / 5 : 0),
      first,
    }))
  }).flat()
}

const rowsOf = (
  cells: readonly Cell[],
  change: (cell: Cell) => number = ({ outcome }) => outcome,
): PanelRows => ({
  unit: cells.map(({ unit }) => unit),
  period: cells.map(({ period }) => period),
  outcome: cells.map(change),
  firstTreated: cells.map(({ first }) => first),
  weight: null,
  cluster: null,
  covariates: [],
})

const options: StaggeredOptions = {
  control: 'not-yet-treated',
  base: 'varying',
  estimator: 'dr',
  anticipation: 0,
  gaps: 'complete',
  balance: null,
  smoothness: null,
  errors: 'analytic',
  bootstrap: 0,
  confidence: 0.95,
  seed: 7,
}
const cells = randomCells(5, ['0', '2003', '2005', '0', '2006'])
const group = (rows: PanelRows, given: Partial<StaggeredOptions> = {}) =>
  finish(staggered(rows, { ...options, ...given })).overall.group?.effect

describe('laws', () => {
  test('the order of the rows does not matter, not even to the last draw', () => {
    const mixed = shuffled(cells, seededRandom(2))
    expect(group(rowsOf(mixed), { bootstrap: 50 })).toEqual(group(rowsOf(cells), { bootstrap: 50 }))
  })
  test('scale and sign go through, a shift of units and of periods does not show', () => {
    const plain = group(rowsOf(cells))
    const turned = group(
      rowsOf(cells, ({ outcome, period, unit }) => -3 * outcome + Number(period) + unit.length),
    )
    expect(turned?.att).toBeCloseTo(-3 * (plain?.att ?? 0), 9)
    expect(turned?.se).toBeCloseTo(3 * (plain?.se ?? 0), 9)
  })
  test('the effects after the start do not depend on the base before it', () => {
    const [varying, universal] = (['varying', 'universal'] as const).map((base) =>
      finish(staggered(rowsOf(cells), { ...options, base })),
    )
    expect(universal?.overall.dynamic?.effect.att).toBeCloseTo(varying?.overall.dynamic?.effect.att ?? 0, 12)
    expect(universal?.byEvent.find(({ at }) => at === -1)?.effect.att).toBe(0)
  })
  test('every unit twice, clustered by its twin, has the effect and the error of every unit once', () => {
    const twice = cells.flatMap((cell) => [cell, { ...cell, unit: `${cell.unit}b` }])
    const twins = { ...rowsOf(twice), cluster: twice.map(({ unit }) => unit.replace('b', '')) }
    const once = group(rowsOf(cells))
    expect(group(twins)?.att).toBeCloseTo(once?.att ?? 0, 12)
    expect(group(twins)?.se).toBeCloseTo(once?.se ?? 0, 12)
  })
  test.each([1, 2, 3, 4])(
    'the two-way coefficient is the weighted mean of its comparisons (panel %i)',
    (seed) => {
      const rows = rowsOf(randomCells(seed, ['0', '2003', '2004', '2006', '2001'].slice(0, 2 + (seed % 4))))
      const { terms, parts } = twoWay(rows, { gaps: 'complete', confidence: 0.95 })
      expect(parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12)
      expect(parts.reduce((sum, { weight, estimate }) => sum + weight * estimate, 0)).toBeCloseTo(
        terms[0]?.estimate ?? 0,
        10,
      )
    },
  )
  test('one start: the two-way coefficient, the comparison of means and the group effect agree', () => {
    const rows = rowsOf(randomCells(9, ['0', '2004'], 20, 4).filter(({ period }) => Number(period) > 2002))
    const by = twoByTwo({ ...rows, dose: null }, { confidence: 0.95 })
    const change = by?.changes.find(
      ({ sample, arm }) => sample === 'complete' && arm === 'difference',
    )?.estimate
    expect(twoWay(rows, { gaps: 'complete', confidence: 0.95 }).terms[0]?.estimate).toBeCloseTo(
      change ?? 0,
      10,
    )
    expect(group(rows, { control: 'never-treated' })?.att).toBeCloseTo(change ?? 0, 10)
    expect(by?.pooled.at(-1)?.estimate).toBeCloseTo(change ?? 0, 10)
  })
  test('pairs of periods: a unit without the base serves no comparison that needs it', () => {
    const holes = cells.filter(({ unit, period }) => !(unit === 'u1' && period === '2002'))
    const { groupTime } = finish(staggered(rowsOf(holes), { ...options, gaps: 'pairs' }))
    const cell = groupTime.find((one) => one.group === 2003 && one.time === 2004)
    expect(cell?.treated).toBe(
      cells.filter(({ first, period }) => first === '2003' && period === '2001').length - 1,
    )
  })
})

describe('multiplier bootstrap', () => {
  const random = seededRandom(3)
  const columns = Array.from({ length: 70 }, () =>
    Float64Array.from({ length: 29 }, () => random.normal() / 29),
  )

  test('blocks of eight give the sums of the plain definition', () => {
    const draws = finish(multiplierDraws({ columns, clusters: 29 }, 5, seededRandom(8)))
    const bytes = seededRandom(8)
    const signs = Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => bytes.below(256)))
    for (let b = 0; b < 5; b += 1)
      columns.forEach((column, k) => {
        const plain = column.reduce(
          (sum, value, c) => sum + (((signs[c >> 3]?.[b] ?? 0) >> (c & 7)) & 1 ? value : -value),
          0,
        )
        expect(draws[b * columns.length + k] ?? 0).toBeCloseTo(plain, 12)
      })
  })
  test('the spread of many draws is the analytic error, and the band is wider than the point', () => {
    const few = columns.slice(0, 6)
    const draws = finish(multiplierDraws({ columns: few, clusters: 29 }, 20_000, seededRandom(4)))
    const { errors, critical } = bootstrapErrors(draws, 6, [0, 1, 2, 3, 4, 5], 0.95)
    few.forEach((column, k) => {
      expect((errors[k] ?? 0) / analyticError(column)).toBeCloseTo(1, 1)
    })
    expect(critical).toBeGreaterThan(2.3)
    expect(critical).toBeLessThan(3)
  })
})

describe('refusals', () => {
  const code = (run: () => unknown): string => {
    try {
      run()
    } catch (error) {
      if (error instanceof MethodRefusal) return error.code
      throw error
    }
    return 'none'
  }
  const all = (change: Partial<PanelRows>, given: Partial<StaggeredOptions> = {}) =>
    code(() => finish(staggered({ ...rowsOf(cells), ...change }, { ...options, ...given })))

  test.each([
    ['did.no-treated', { firstTreated: cells.map(() => '0') }],
    ['did.no-controls', { firstTreated: cells.map(() => '2004') }],
    ['did.one-period', { period: cells.map(() => '2001'), unit: cells.map((_, i) => `${i}`) }],
    ['did.period-unreadable', { period: cells.map(() => 'spring') }],
    ['did.periods-mixed', { period: cells.map(({ period }, i) => (i === 0 ? `${period}-Q1` : period)) }],
    ['did.duplicate-row', { period: cells.map(({ period }) => (period === '2002' ? '2001' : period)) }],
    ['did.first-treated-unreadable', { firstTreated: cells.map(() => 'soon') }],
    ['did.first-treated-moves', { firstTreated: cells.map(({ first }, i) => (i === 0 ? '2004' : first)) }],
    ['did.cluster-moves', { cluster: cells.map((_, i) => `c${i % 3}`) }],
    [
      'did.too-few-units',
      {
        outcome: cells
          .map(({ unit, outcome }) => (unit < 'u11' ? outcome : Number.NaN))
          .map((value, i) => (i < 14 ? value : Number.NaN)),
      },
    ],
  ] as const)('%s', (wanted, change) => {
    expect(all(change)).toBe(wanted)
  })
  test('nobody untreated, no period before, no overlap, wrong classes', () => {
    const late = { firstTreated: cells.map(({ first }) => (first === '0' ? '2007' : first)) }
    expect(all(late, { control: 'never-treated' })).toBe('did.no-never-treated')
    expect(all({}, { anticipation: 20 })).toBe('did.no-before')
    const apart = [{ name: 'x', values: cells.map(({ first }) => (first === '0' ? 0 : 1)) }]
    expect(all({ covariates: apart }, { estimator: 'ipw', control: 'never-treated' })).toBe('did.no-estimate')
    expect(
      code(() =>
        finish(
          eventStudy(rowsOf(cells), {
            estimator: 'twfe',
            reference: -1,
            windowFrom: null,
            windowTo: null,
            bins: ['one'],
            alwaysTreated: 'drop',
            gaps: 'complete',
            confidence: 0.95,
          }),
        ),
      ),
    ).toBe('did.bins-wrong')
  })
})
