import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../../analyses/methods/core/random'
import type { LedgerEntry } from '../../../analyses/model/disclosure'
import type { Row } from '../../../analyses/model/table'
import type { PublishedRun } from '../../../analyses/protection'
import { loadSolver } from '../../../main/solver'
import { bySex, countedRun, countingPack, entryOf, protectedRuns, sexTable } from '../../helpers/counted-run'

const solver = await loadSolver()
const pack = countingPack({ people: bySex })
const places = { CZ010: [3, 41], CZ020: [22, 33], CZ031: [50, 67] } as const

type Ledger = readonly LedgerEntry[]
const rounded = (runs: readonly PublishedRun[], base = 5, ledger: Ledger = []) =>
  protectedRuns(runs, { treatment: { kind: 'round', base } }, ledger, solver)

const tableOf = ({ runs }: ReturnType<typeof rounded>, at = 0) => runs[at]?.record.tables['people'] ?? []
const roundOne = (rows: readonly Row[], base = 5) =>
  tableOf(rounded([countedRun(pack, { people: rows })], base))
const numbersOf = (rows: readonly Row[]): Record<string, number> =>
  Object.fromEntries(rows.map((row) => [`${row['territory']} ${row['sex']}`, Number(row['n'])]))

function randomPlaces(seed: number): Record<string, readonly [number, number]> {
  const random = seededRandom(seed)
  return Object.fromEntries(
    Array.from({ length: 2 + random.below(6) }, (_, at) => [
      `P${at + 1}x`,
      [random.below(40), random.below(40)] as const,
    ]),
  )
}

describe('rounding of one table', () => {
  it.each([3, 5, 10])('to base %i: neighbours, zeros and all sums stay', (base) => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const given = randomPlaces(seed)
      const exact = numbersOf(sexTable(given))
      const shown = numbersOf(roundOne(sexTable(given), base))
      for (const [name, value] of Object.entries(exact)) {
        expect((shown[name] ?? 1) % base).toBe(0)
        expect(Math.abs((shown[name] ?? 0) - value), name).toBeLessThan(base)
        if (value === 0) expect(shown[name]).toBe(0)
      }
      for (const place of [...Object.keys(given), 'all'])
        expect(shown[`${place} T`]).toBe((shown[`${place} F`] ?? 0) + (shown[`${place} M`] ?? 0))
      for (const sex of ['F', 'M', 'T'])
        expect(shown[`all ${sex}`]).toBe(
          Object.keys(given).reduce((sum, place) => sum + (shown[`${place} ${sex}`] ?? 0), 0),
        )
    }
  })

  it('says what it did, and that nobody can narrow a count down to fewer values than the base', () => {
    const { summary } = rounded([countedRun(pack, { people: sexTable(randomPlaces(3)) })])
    expect(summary.rules).toMatchObject({ treatment: 'round', base: 5 })
    expect(summary.rounding).toMatchObject({ additive: true, reach: 4 })
    expect(summary.rounding?.width).toBeGreaterThanOrEqual(5)
    expect([summary.primary, summary.secondary]).toEqual([0, 0])
  })

  it('does the same with rows in another order', () => {
    const rows = sexTable(places)
    expect(numbersOf(roundOne(rows.toReversed()))).toEqual(numbersOf(roundOne(rows)))
  })

  it('treats women and men alike', () => {
    for (let seed = 1; seed <= 8; seed += 1) {
      const given = randomPlaces(seed)
      const turned = Object.fromEntries(
        Object.entries(given).map(([name, [women, men]]) => [name, [men, women] as const]),
      )
      const [shown, others] = [given, turned].map((one) => numbersOf(roundOne(sexTable(one))))
      for (const name of Object.keys(shown ?? {})) {
        const other = name.replace(/[FM]$/, (sex) => (sex === 'F' ? 'M' : 'F'))
        expect(others?.[other], `${seed} ${name}`).toBe(shown?.[name])
      }
    }
  })

  it('leaves data about territories and tables of nobody as they are', () => {
    const run = countedRun(pack, { people: sexTable(places) })
    const inputs = run.record.inputs.map((input) => ({
      ...input,
      card: { subjects: 'territories' as const },
    }))
    const { runs, summary } = rounded([{ ...run, record: { ...run.record, inputs } }])
    expect(runs[0]?.record.tables).toEqual(run.record.tables)
    expect(summary.rounding).toBeUndefined()
    expect(tableOf(rounded([countedRun(pack, { people: [] })]))).toEqual([])
  })
})

describe('what follows from counts', () => {
  const shares = countingPack({
    people: {
      keys: ['territory', 'sex'],
      cells: [{ count: 'n', shares: { share: ['low'] }, columns: ['mean', 'ratio'], extremes: ['most'] }],
    },
  })
  const cell = (territory: string, sex: string, n: number, has: number): Row => ({
    ...{ territory, sex, n, share: n === 0 ? null : has / n, low: 0.111_234_567 },
    ...{ mean: 25_317.142_857, ratio: 0.5, most: 9_912_345, status: 'ok' },
  })
  const rows = [cell('A', 'F', 48, 13), cell('A', 'M', 57, 31), cell('A', 'T', 105, 44), cell('B', 'T', 2, 1)]
  const made = rounded([countedRun(shares, { people: rows })])
  const shown = tableOf(made)

  it('shares are those of the rounded counts, so they say no more than these', () => {
    for (const [at, row] of shown.slice(0, 3).entries()) {
      const has = Number(row['share']) * Number(row['n'])
      expect(Math.abs(has - 5 * Math.round(has / 5))).toBeLessThan(1e-9)
      expect(row['share']).not.toBe(rows[at]?.['share'])
    }
    const [women, men, both] = shown.map((row) => Math.round(Number(row['share']) * Number(row['n'])))
    expect((women ?? 0) + (men ?? 0)).toBe(both)
  })
  it('a share of nobody and intervals of exact shares are kept back with the reason', () => {
    expect(shown[0]).toMatchObject({ low: null, most: null })
    expect(made.summary.reasons['hidden-rounded']).toBeGreaterThan(0)
    const few = shown[3]
    if (few?.['n'] === 0) expect(few['share']).toBeNull()
  })
  it('a mean keeps its value in steps no finer than one part of its persons, and not where they may be few', () => {
    expect(shown[0]?.['mean']).toBe(25_000)
    expect(shown[2]?.['mean']).not.toBe(25_317.142_857)
    expect(Math.abs(Number(shown[2]?.['mean']) / 25_317.142_857 - 1)).toBeLessThan(0.01)
    expect(shown[3]?.['mean']).toBeNull()
  })
  it('columns worked out of two others are worked out again, differences of women and men too', () => {
    const wide = countingPack({
      people: {
        keys: ['territory'],
        cells: [
          { at: { sex: 'F' }, count: 'women', columns: ['gap', 'part'] },
          { at: { sex: 'M' }, count: 'men', columns: ['gap', 'part'] },
        ],
      },
    })
    const people = [
      { territory: 'A', women: 48, men: 57, gap: -9, part: 48 / 105, status: 'ok' },
      { territory: 'B', women: 31, men: 12, gap: 19, part: 31 / 43, status: 'ok' },
    ]
    for (const row of tableOf(rounded([countedRun(wide, { people })]))) {
      const [women, men] = [Number(row['women']), Number(row['men'])]
      expect([women % 5, men % 5]).toEqual([0, 0])
      expect([row['gap'], row['part']]).toEqual([women - men, women / (women + men)])
    }
  })
})

describe('rows that follow, sentences, the way of the sample', () => {
  const follow = countingPack({
    people: bySex,
    bars: { follows: 'people', keys: ['territory', 'sex'], columns: ['value'] },
  })
  const people = sexTable(places)
  const bars = people.map(({ territory, sex, n }) => ({
    territory: territory ?? null,
    sex: sex ?? null,
    value: n ?? null,
  }))
  const finding = (values: Row) => ({
    id: 'most',
    severity: 'note' as const,
    values: { ...values },
    text: 'words',
  })
  const run = countedRun(
    follow,
    { people, bars },
    {
      findings: [
        finding({ territory: 'CZ010', sex: 'M', n: 41 }),
        finding({ places: 4 }),
        finding({ n: 44 }),
      ],
      sampleFlow: [
        { step: 'people', units: null, rows: 216, reason: 'read' },
        { step: 'people', units: null, rows: 7, reason: 'no-sex' },
      ],
      faults: [{ code: 'run.left', values: { rows: 41 }, message: '41 rows' }],
    },
  )
  const made = rounded([run])
  const record = made.runs[0]?.record

  it('rows of a chart hold what the table holds', () => {
    expect(record?.tables['bars']?.map(({ value }) => value)).toEqual(tableOf(made).map(({ n }) => n))
  })
  it('rows in the order of their exact numbers are put in the order of their codes', () => {
    const sorted = bars.toSorted((a, b) => Number(b.value) - Number(a.value))
    const chart = rounded([countedRun(follow, { people, bars: sorted })]).runs[0]?.record.tables['bars']
    expect(chart?.map(({ territory }) => territory)).toEqual(
      ['all', 'CZ010', 'CZ020', 'CZ031'].flatMap((one) => [one, one, one]),
    )
    // The order of the table is that of its codes and stays.
    expect(tableOf(made).map(({ territory, sex }) => [territory, sex])).toEqual(
      people.map(({ territory, sex }) => [territory, sex]),
    )
  })
  it('no sentence quotes an exact count', () => {
    // Nobody can say the first anew in words the pack does not have; the last is the total of one place.
    expect(record?.findings.map(({ values }) => values)).toEqual([{ places: 4 }])
    expect(made.summary.withheld).toBe(2)
  })
  it('nor do the way of the sample, the receipts and the faults', () => {
    const total = numbersOf(tableOf(made))['all T']
    expect(record?.sampleFlow.map(({ rows: persons }) => Number(persons) % 5)).toEqual([0, 0])
    expect(record?.sampleFlow[0]?.rows).toBe(total)
    expect(record?.inputs[0]?.rows).toSatisfy((persons: number) => persons % 5 === 0)
    expect(record?.faults).toEqual([])
  })
})

describe('several runs and exports', () => {
  const ages = countingPack({ people: { keys: ['territory', 'age'], cells: [{ count: 'n' }] } }, {}, 'ageing')
  const byAge = [
    { territory: 'CZ010', age: '15-64', n: 19, status: 'ok' },
    { territory: 'CZ010', age: '65+', n: 25, status: 'ok' },
  ]
  const both = () => [
    countedRun(pack, { people: sexTable(places) }, {}, 'z'),
    countedRun(ages, { people: byAge }, {}, 'a'),
  ]

  it('ages add up to the rounded women and men of a place', () => {
    const made = rounded(both())
    const young = tableOf(made, 1).reduce((sum, { n }) => sum + Number(n), 0)
    expect(young).toBe(numbersOf(tableOf(made))['CZ010 T'])
  })
  it('the order of runs is nothing', () => {
    expect(rounded(both().toReversed()).runs.toReversed()).toEqual(rounded(both()).runs)
  })
  it('numbers told before keep their rounding, whatever comes with them', () => {
    for (let seed = 1; seed <= 6; seed += 1) {
      const rows = sexTable(randomPlaces(seed))
      const first = rounded([countedRun(pack, { people: rows.slice(0, 2) })])
      const ledger = [entryOf(first.cells, first.summary)]
      const again = numbersOf(tableOf(rounded([countedRun(pack, { people: rows })], 5, ledger)))
      for (const [name, n] of Object.entries(numbersOf(tableOf(first)))) expect(again[name], name).toBe(n)
    }
  })
  it('the ledger holds no exact count', () => {
    const made = rounded(both())
    expect(made.cells.length).toBeGreaterThan(10)
    for (const { value } of made.cells) expect(Number(value) % 5).toBe(0)
  })
  it('the same data leave in one way only, and the refusal names the export', () => {
    const run = countedRun(pack, { people: sexTable(places) })
    const exact = protectedRuns([run])
    const five = rounded([run])
    const refused = (attempt: () => unknown) =>
      expect(attempt).toThrow(/disclosure\.treatment-mixed.*earlier\.html/)
    refused(() => rounded([run], 5, [entryOf(exact.cells, exact.summary)]))
    refused(() => rounded([run], 10, [entryOf(five.cells, five.summary)]))
    refused(() => protectedRuns([run], {}, [entryOf(five.cells, five.summary)]))
    expect(tableOf(rounded([run], 5, [entryOf(five.cells, five.summary)]))).toEqual(tableOf(five))
  })
})
