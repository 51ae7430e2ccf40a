import { describe, expect, test } from 'vitest'
import { seededRandom, shuffled } from '../core/random'
import { activityConcentration } from './activity-concentration'
import { clusterIndex } from './cluster-index'
import { type ActivityRow, economyOf, exampleRows } from './economy'
import { ellisonGlaeser } from './ellison-glaeser'
import { plainGini, weightedGini } from './gini'
import { locationQuotients } from './location-quotient'
import { territorySpecialisation } from './territory-specialisation'

const all = { reference: null, totalActivity: null }
const counts = { confidence: 0.95, counts: true }
const cells = (territory: string, values: readonly number[]): readonly ActivityRow[] =>
  values.map((value, index) => ({ territory, activity: String(index + 1), value }))

describe('numbers others printed', () => {
  test('location quotient 0.3847623 (Farhauer and Kroell: 1714 of 79006 against 879213 of 15593224)', () => {
    const rows = [
      { territory: 'here', activity: 'it', value: 1714 },
      { territory: 'here', activity: 'all', value: 79006 },
      { territory: 'whole', activity: 'it', value: 879213 },
      { territory: 'whole', activity: 'all', value: 15593224 },
    ]
    const [row] = locationQuotients(economyOf(rows, { reference: 'whole', totalActivity: 'all' }), counts)
    expect(row?.lq).toBeCloseTo(0.3847623, 7)
  })
  test('Gini of quotients 0.6222222 (specialisation) and 0.4068966 (concentration) of the textbook', () => {
    const here = cells('here', [700, 600, 500, 10000, 40000])
    const whole = cells('whole', [30000, 15000, 10000, 60000, 50000])
    const [place] = territorySpecialisation(
      economyOf([...here, ...whole], { reference: 'whole', totalActivity: null }),
    )
    expect(place?.giniQuotients).toBeCloseTo(0.6222222, 7)
    const industry = [500, 500, 1000, 7000, 1000]
    const everything = [20000, 15000, 20000, 40000, 5000]
    const rows = industry.flatMap((value, index) => [
      { territory: String(index), activity: 'industry', value },
      { territory: String(index), activity: 'all', value: everything[index]! },
    ])
    const [activity] = activityConcentration(economyOf(rows, { reference: null, totalActivity: 'all' }))
    expect(activity?.giniQuotients).toBeCloseTo(0.4068966, 7)
  })
  test('Krugman against the mean of the others: Sweden 0.1595 needs the other countries, not the sum', () => {
    const rows = [...cells('a', [1, 1]), ...cells('b', [3, 1]), ...cells('c', [1, 3])]
    const [a] = territorySpecialisation(economyOf(rows, all))
    // Mean of (3/4, 1/4) and (1/4, 3/4) is (1/2, 1/2), the same as a's.
    expect(a?.krugmanOthers).toBeCloseTo(0, 15)
  })
  test('Ellison and Glaeser 0.05990628 of ten firms in Vienna, Linz and Graz', () => {
    const sizes = { Wien: [200, 650, 12000, 100, 50], Linz: [16000, 13000, 1500, 1500], Graz: [25000] }
    const [found] = ellisonGlaeser({
      plants: Object.entries(sizes).flatMap(([territory, list]) =>
        list.map((size) => ({ territory, activity: 'glass', size })),
      ),
      territories: [
        { territory: 'Wien', total: 500000 },
        { territory: 'Linz', total: 400000 },
        { territory: 'Graz', total: 100000 },
      ],
    })
    expect(found?.gamma).toBeCloseTo(0.05990628, 8)
    expect(found?.plants).toBe(10)
  })
  test('cluster index 21.87491', () => {
    const found = clusterIndex({
      employment: 1743,
      employmentWhole: 5740,
      area: 50,
      areaWhole: 576,
      population: 488,
      populationWhole: 4621,
      establishments: 35,
      establishmentsWhole: 53,
    })
    expect(found?.index).toBeCloseTo(21.87491, 5)
  })
  test('Gini 0.3 of 20, 50, 20, 10 per cent; 0.5278 of grouped incomes', () => {
    expect(plainGini([20, 50, 20, 10])).toBeCloseTo(0.3, 15)
    const people = [1000, 1200, 1600, 400, 200, 600]
    const incomes = [500, 1500, 2500, 4000, 7500, 15000].map((income, index) => income * people[index]!)
    expect(weightedGini(incomes, people)).toBeCloseTo(0.5278, 4)
  })
})

describe('by hand', () => {
  const economy = economyOf(exampleRows, all)
  test('A has 50 of 100 in industry, all have 125 of 500: quotient 2', () => {
    const rows = locationQuotients(economy, counts)
    const row = rows.find(({ territory, activity }) => territory === 'A' && activity === 'industry')
    expect(row).toMatchObject({
      value: 50,
      share: 0.5,
      referenceShare: 0.25,
      expected: 25,
      lq: 2,
      status: 'ok',
    })
    // Garwood for 50: 37.11 to 65.92, over 25.
    expect(row?.low).toBeCloseTo(37.11 / 25, 3)
    expect(row?.high).toBeCloseTo(65.92 / 25, 3)
  })
  test('shares of A 0.1 0.5 0.4 against 0.15 0.25 0.6', () => {
    const [a] = territorySpecialisation(economy)
    expect(a?.krugman).toBeCloseTo(0.5, 15)
    expect(a?.hhi).toBeCloseTo(0.42, 15)
    expect(a?.hhiNormalised).toBeCloseTo((0.42 - 1 / 3) / (2 / 3), 15)
    expect(a?.entropy).toBeCloseTo(-(0.1 * Math.log(0.1) + 0.5 * Math.log(0.5) + 0.4 * Math.log(0.4)), 14)
    expect(a?.hachman).toBeCloseTo(1 / (0.01 / 0.15 + 0.25 / 0.25 + 0.16 / 0.6), 14)
  })
  test('industry is 50, 30, 45 of 125 where everything is 100, 200, 200 of 500', () => {
    const industry = activityConcentration(economy).find(({ activity }) => activity === 'industry')
    expect(industry?.hoover).toBeCloseTo((0.2 + 0.16 + 0.04) / 2, 15)
    // Order B, C, A by quotient: 1 - (0.4 * 0.24 + 0.4 * (0.48 + 0.36) + 0.2 * (1.2 + 0.4)).
    expect(industry?.locationalGini).toBeCloseTo(1 - (0.096 + 0.336 + 0.32), 14)
    expect(industry?.locationalGiniArea).toBeCloseTo((1 - 0.752) / 2, 14)
  })
})

describe('what cannot be said', () => {
  test('zero has the lower limit 0 and an upper one', () => {
    const rows = [...cells('a', [0, 10]), ...cells('b', [10, 10])]
    const [none] = locationQuotients(economyOf(rows, all), counts)
    expect(none).toMatchObject({ lq: 0, low: 0, status: 'ok' })
    expect(none?.high).toBeGreaterThan(1)
  })
  test('fractions, money, empty territories and missing cells have no interval or no quotient', () => {
    const rows = [
      ...cells('a', [0, 0]),
      ...cells('b', [10, 10]),
      { territory: 'c', activity: '1', value: null },
    ]
    const found = locationQuotients(economyOf(rows, all), counts)
    expect(found.map(({ status }) => status)).toEqual([
      'empty-territory',
      'empty-territory',
      'ok',
      'ok',
      'missing-value',
      'empty-territory',
    ])
    const fractions = locationQuotients(economyOf(cells('a', [0.5, 1]), all), counts)
    expect(
      fractions.every(({ status, lq, low }) => status === 'no-interval' && lq === 1 && low === null),
    ).toBe(true)
    expect(territorySpecialisation(economyOf(rows, all)).map(({ status }) => status)).toEqual([
      'empty-territory',
      'ok',
      'missing-value',
    ])
  })
  test('one plant, one territory and a plant outside have no index', () => {
    const one = [{ territory: 'a', activity: 'x', size: 5 }]
    const two = [...one, { territory: 'a', activity: 'x', size: 5 }]
    const places = ['a', 'b'].map((territory) => ({ territory, total: 10 }))
    expect(ellisonGlaeser({ plants: one, territories: places })[0]?.status).toBe('one-plant')
    expect(ellisonGlaeser({ plants: two, territories: places.slice(0, 1) })[0]?.status).toBe('one-territory')
    expect(ellisonGlaeser({ plants: two, territories: places.slice(1) })[0]?.status).toBe('territory-unknown')
  })
  test.each([
    ['regional.no-reference', { reference: 'x', totalActivity: null }],
    ['regional.no-total', { reference: null, totalActivity: 'x' }],
    ['regional.nothing-left', { reference: 'a', totalActivity: null }],
  ])('%s', (code, options) => {
    expect(() => economyOf(cells('a', [1, 2]), options)).toThrow(code)
  })
  test('negative values and a whole of nothing are refused', () => {
    expect(() => economyOf(cells('a', [1, -2]), all)).toThrow('regional.negative')
    expect(() => economyOf(cells('a', [0, 0]), all)).toThrow('regional.empty-reference')
  })
})

describe('laws', () => {
  const random = seededRandom(7)
  const rows = Array.from({ length: 60 }, (_, index) => ({
    territory: `t${index % 6}`,
    activity: `a${Math.floor(index / 6)}`,
    value: random.below(500),
  }))
  const economy = economyOf(rows, all)
  test('quotients average to 1 with the weights of the territories', () => {
    for (const [column, activity] of economy.activities.entries()) {
      const own = locationQuotients(economy, counts).filter((row) => row.activity === activity)
      const mean = own.reduce((total, { lq }, row) => total + (lq ?? 0) * economy.territoryTotals[row]!, 0)
      expect(mean / economy.total, String(column)).toBeCloseTo(1, 12)
    }
  })
  test('order of rows and scale change nothing but the totals', () => {
    const other = economyOf(
      shuffled(rows, seededRandom(3)).map((row) => ({ ...row, value: row.value * 10 })),
      all,
    )
    for (const place of territorySpecialisation(economy)) {
      const same = territorySpecialisation(other).find(({ territory }) => territory === place.territory)
      expect(same?.krugman).toBeCloseTo(place.krugman!, 12)
      expect(same?.giniReference).toBeCloseTo(place.giniReference!, 12)
      expect(same?.entropy).toBeCloseTo(place.entropy!, 12)
    }
  })
  test('indices stay within their limits', () => {
    for (const place of territorySpecialisation(economy)) {
      expect(place.krugman).toBeLessThan(2)
      expect(place.hachman).toBeLessThanOrEqual(1 + 1e-12)
      expect(place.hhi).toBeGreaterThanOrEqual(0.1)
    }
  })
})
