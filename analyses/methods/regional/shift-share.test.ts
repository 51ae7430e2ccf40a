import { describe, expect, test } from 'vitest'
import { seededRandom } from '../core/random'
import { type PeriodRow, type ShiftShareComponent, shiftShare } from './shift-share'

const chosen = { from: null, to: null, reference: null, variant: 'dunn' }
const rows = (territory: string, before: readonly number[], after: readonly number[]): readonly PeriodRow[] =>
  [before, after].flatMap((values, at) =>
    values.map((value, index) => ({
      territory,
      activity: 'I II III IV V VI'.split(' ')[index]!,
      period: String(2000 + at),
      value,
    })),
  )
const part = (
  list: readonly ShiftShareComponent[],
  of: (row: ShiftShareComponent) => number | null,
): number => list.reduce((total, row) => total + (of(row) ?? 0), 0)

// The worked example of the University of Washington: 630 = 290 national - 80 mix + 420 regional.
const washington = [
  ...rows('Holukuluku', [500, 100, 200, 200], [1000, 100, 250, 280]),
  ...rows('nation', [10000, 20000, 40000, 30000], [11000, 24000, 52000, 42000]),
]

describe('shift-share', () => {
  const { components } = shiftShare(washington, { ...chosen, reference: 'nation' })
  test('the worked example, by industry', () => {
    expect(components.map(({ regional }) => Math.round(regional! * 1e9) / 1e9)).toEqual([450, -20, -10, 0])
    expect(components.map(({ mix }) => Math.round(mix! * 1e9) / 1e9)).toEqual([-95, -9, 2, 22])
    expect(part(components, ({ national }) => national)).toBeCloseTo(290, 9)
    expect(part(components, ({ total }) => total)).toBe(630)
  })
  test('homothetic split: I has 10 % of the nation, so 100 of 1,000 and not 500', () => {
    const split = shiftShare(washington, {
      ...chosen,
      reference: 'nation',
      variant: 'esteban-marquillas',
    }).components
    expect(split[0]).toMatchObject({ homothetic: 100 })
    expect(split[0]?.regional).toBeCloseTo(90, 10)
    expect(split[0]?.allocation).toBeCloseTo(360, 10)
    for (const [index, row] of split.entries())
      expect(row.regional! + row.allocation!).toBeCloseTo(components[index]!.regional!, 9)
  })
  test('new and vanished activities are named, nothing is divided by zero', () => {
    const found = shiftShare(
      [
        ...rows('a', [100, 0, 50, 0, 10], [100, 20, 0, 5, 0]),
        ...rows('b', [100, 0, 50, 10, 0], [150, 0, 0, 20, 0]),
      ],
      chosen,
    ).components
    expect(found.filter(({ territory }) => territory === 'a').map(({ status }) => status)).toEqual([
      'ok',
      'new-activity',
      'vanished-activity',
      'new-in-territory',
      'vanished-activity',
    ])
    expect(found[1]).toMatchObject({
      national: 0,
      mix: 0,
      regional: 0,
      notAllocated: 20,
      total: 20,
      referenceGrowth: null,
    })
    expect(found[3]).toMatchObject({ national: 0, mix: 0, regional: 5, notAllocated: 0 })
    expect(
      found.every((row) =>
        Object.values(row).every((value) => typeof value !== 'number' || Number.isFinite(value)),
      ),
    ).toBe(true)
  })
  test('a missing value takes its cell out of every sum, of the reference too', () => {
    const holed = rows('a', [100, 50], [110, 60]).map((row) =>
      row.activity === 'II' && row.period === '2001' ? { ...row, value: null } : row,
    )
    const found = shiftShare([...holed, ...rows('b', [100, 100], [120, 130])], chosen).components
    expect(found[1]).toMatchObject({ status: 'missing-value', start: 50, end: null, total: null })
    // Reference: 100 + 100 + 100 at the beginning, 110 + 120 + 130 at the end.
    expect(found[0]?.national).toBeCloseTo(100 * (360 / 300 - 1), 10)
  })
  test('a territory without rows in a period is left out, not emptied', () => {
    const gone = rows('c', [500, 500], [0, 0]).filter(({ period }) => period === '2000')
    const found = shiftShare(
      [...rows('a', [1, 2], [2, 3]), ...rows('b', [5, 5], [6, 6]), ...gone],
      chosen,
    ).components
    expect(found.filter(({ territory }) => territory === 'c').map(({ status }) => status)).toEqual([
      'missing-territory',
      'missing-territory',
    ])
  })
  test.each([
    ['shifts.one-period', washington.filter(({ period }) => period === '2000'), chosen],
    ['shifts.no-period', washington, { ...chosen, from: '1999' }],
    ['shifts.period-order', washington, { ...chosen, from: '2001', to: '2000' }],
    ['regional.no-reference', washington, { ...chosen, reference: 'moon' }],
    ['shifts.one-territory', rows('a', [1, 2], [2, 3]), chosen],
  ])('refuses: %s', (code, data, options) => {
    expect(() => shiftShare(data, options)).toThrow(code)
  })
})

describe('laws', () => {
  const random = seededRandom(11)
  const many = Array.from({ length: 5 * 6 * 4 }, (_, index) => ({
    territory: `t${index % 5}`,
    activity: `a${Math.floor(index / 5) % 6}`,
    period: String(2010 + Math.floor(index / 30)),
    value: random.below(4) === 0 ? 0 : random.below(1000),
  }))
  test.each(['dunn', 'esteban-marquillas', 'dynamic', 'dynamic-esteban-marquillas'])(
    '%s adds up to the change',
    (variant) => {
      const { components } = shiftShare(many, { ...chosen, variant })
      for (const row of components) {
        const parts = row.national! + row.mix! + row.regional! + (row.allocation ?? 0) + row.notAllocated!
        expect(parts).toBeCloseTo(row.end! - row.start!, 9)
      }
      // Over all territories, an activity's shifts cancel out (Dunn); what is left is national and mix.
      if (variant === 'dunn')
        for (const activity of new Set(components.map((row) => row.activity)))
          expect(
            part(
              components.filter((row) => row.activity === activity),
              ({ regional }) => regional,
            ),
          ).toBeCloseTo(0, 9)
    },
  )
  test('dynamic over two periods is the plain one', () => {
    const two = many.filter(({ period }) => period <= '2011')
    expect(shiftShare(two, { ...chosen, variant: 'dynamic' }).components).toEqual(
      shiftShare(two, chosen).components,
    )
  })
  test('dynamic is the sum of its years', () => {
    const whole = shiftShare(many, { ...chosen, variant: 'dynamic' }).components
    const years = ['2010', '2011', '2012'].map(
      (from) => shiftShare(many, { ...chosen, from, to: String(Number(from) + 1) }).components,
    )
    for (const [index, row] of whole.entries())
      expect(row.mix).toBeCloseTo(
        part(
          years.map((year) => year[index]!),
          ({ mix }) => mix,
        ),
        9,
      )
  })
})
