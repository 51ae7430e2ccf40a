import { describe, expect, it } from 'vitest'
import {
  bySex,
  countedRun,
  countingPack,
  entryOf,
  protectedRuns,
  sexTable,
} from '../../tests/helpers/counted-run'
import type { Row } from '../model/table'

const pack = countingPack({ people: bySex })
const shown = (rows: readonly Row[] | undefined) =>
  Object.fromEntries(
    (rows ?? []).map((row) => [`${row['territory']} ${row['sex']}`, row['n'] ?? row['status']]),
  )

const protectOne = (rows: readonly Row[], rules = {}) =>
  protectedRuns([countedRun(pack, { people: rows })], rules).runs[0]?.record.tables['people'] ?? []

describe('protection of one table', () => {
  it('hides few women, and what would give them away along both margins', () => {
    const rows = shown(protectOne(sexTable({ CZ010: [3, 40], CZ020: [20, 30], CZ031: [50, 60] })))
    expect(rows['CZ010 F']).toBe('hidden-small')
    // Totals are kept, so the men of the same place go, and a second place with women and men.
    expect(rows['CZ010 M']).toBe('hidden-complementary')
    expect(rows['CZ010 T']).toBe(43)
    expect(rows['all T']).toBe(203)
    expect([rows['CZ020 F'], rows['CZ020 M']]).toEqual(['hidden-complementary', 'hidden-complementary'])
    expect([rows['CZ031 F'], rows['CZ031 M']]).toEqual([50, 60])
  })

  it('shows everything where nobody is few', () => {
    const rows = sexTable({ CZ010: [30, 40], CZ020: [20, 30] })
    const { runs, summary } = protectedRuns([countedRun(pack, { people: rows })])
    expect(runs[0]?.record.tables['people']).toEqual(rows)
    expect(summary).toMatchObject({ applies: true, cells: 9, primary: 0, secondary: 0, lost: 0 })
  })

  it('treats women and men alike', () => {
    const places = { CZ010: [3, 40], CZ020: [20, 33], CZ031: [50, 65] } as const
    const swapped = Object.fromEntries(
      Object.entries(places).map(([name, [women, men]]) => [name, [men, women] as const]),
    )
    const rows = shown(protectOne(sexTable(places)))
    const others = shown(protectOne(sexTable(swapped)))
    for (const name of Object.keys(rows)) {
      const other = name.replace(/[FM]$/, (sex) => (sex === 'F' ? 'M' : 'F'))
      expect(others[other], name).toBe(rows[name])
    }
  })

  it('does the same with rows in another order', () => {
    const rows = sexTable({ CZ010: [3, 40], CZ020: [20, 33], CZ031: [50, 65] })
    expect(shown(protectOne(rows.toReversed()))).toEqual(shown(protectOne(rows)))
  })

  it('changes nothing in a table that is protected already', () => {
    const once = protectOne(sexTable({ CZ010: [3, 40], CZ020: [20, 33], CZ031: [50, 65] }))
    expect(protectOne(once)).toEqual(once)
  })

  it('hides one place alone with few people altogether', () => {
    expect(shown(protectOne(sexTable({ CZ010: [2, 1] })))).toEqual({
      ...{ 'CZ010 F': 'hidden-small', 'CZ010 M': 'hidden-small', 'CZ010 T': 'hidden-small' },
      ...{ 'all F': 'hidden-small', 'all M': 'hidden-small', 'all T': 'hidden-small' },
    })
  })

  it('shows that there are no women, unless zeros are to be hidden', () => {
    const rows = sexTable({ CZ010: [0, 40], CZ020: [20, 30] })
    expect(shown(protectOne(rows))['CZ010 F']).toBe(0)
    expect(shown(protectOne(rows, { zeros: true }))['CZ010 F']).toBe('hidden-small')
  })

  it('goes through a table without rows', () => {
    expect(protectOne([])).toEqual([])
  })

  it('finds persons of unknown sex as what a total has beyond women and men', () => {
    const rows = shown(
      protectOne([
        { territory: 'CZ010', sex: 'F', n: 30, status: 'ok' },
        { territory: 'CZ010', sex: 'M', n: 40, status: 'ok' },
        { territory: 'CZ010', sex: 'T', n: 72, status: 'ok' },
      ]),
    )
    expect(Object.values(rows).filter((value) => value === 'hidden-complementary').length).toBeGreaterThan(0)
  })

  it('follows codes of territories through their levels', () => {
    const rows = [
      ...[
        ['CZ01', 3],
        ['CZ02', 40],
        ['CZ0', 43],
      ].map(([territory, n]) => ({ territory, n, status: 'ok' })),
    ] as Row[]
    const declared = countingPack({ people: { keys: ['territory'], cells: [{ count: 'n' }] } })
    const table =
      protectedRuns([countedRun(declared, { people: rows })]).runs[0]?.record.tables['people'] ?? []
    // Rising numbers tell where a hidden one lies, so what is shown stands first.
    expect(table.map(({ territory, n }) => [territory, n])).toEqual([
      ...[
        ['CZ0', 43],
        ['CZ01', null],
        ['CZ02', null],
      ],
    ])
  })

  it('hides rows that are persons, working tables, and columns of the inside', () => {
    const declared = countingPack({ people: bySex, units: 'units', work: 'never', places: { inside: ['n'] } })
    const rows = [{ territory: 'CZ010', n: 123 }]
    const { runs } = protectedRuns([
      countedRun(declared, { people: [], units: rows, work: rows, places: rows }),
    ])
    const tables = runs[0]?.record.tables
    expect(tables).toEqual({
      people: [],
      units: [{ territory: null, n: null, status: 'hidden-unit' }],
      work: [],
      places: [{ territory: 'CZ010' }],
    })
  })

  it('leaves data about territories and published data as they are', () => {
    const run = countedRun(pack, { people: sexTable({ CZ010: [1, 2] }) })
    for (const subjects of ['territories', 'public'] as const) {
      const inputs = run.record.inputs.map((input) => ({ ...input, card: { subjects } }))
      const { runs, summary } = protectedRuns([{ ...run, record: { ...run.record, inputs } }])
      expect(runs[0]?.record.tables).toEqual(run.record.tables)
      expect(summary.applies).toBe(false)
    }
  })
})

describe('shares', () => {
  const declared = countingPack({
    people: { keys: ['territory'], cells: [{ count: 'n', shares: { share: ['low'] }, columns: ['mean'] }] },
  })
  const cell = (n: number, share: number) => {
    const rows = [{ territory: 'CZ010', n, share, low: 0.111, mean: 4.25, status: 'ok' }]
    return protectedRuns([countedRun(declared, { people: rows })]).runs[0]?.record.tables['people']?.[0]
  }

  it('hides a share few have, and one few have not, but not the number of all', () => {
    expect(cell(100, 0.03)).toMatchObject({
      n: 100,
      share: null,
      low: null,
      mean: 4.25,
      status: 'hidden-small',
    })
    expect(cell(100, 0.97)).toMatchObject({ n: 100, share: null })
    expect(cell(100, 0.5)).toMatchObject({ share: 0.5, low: 0.111 })
  })

  it('hides that everybody is the same', () => {
    expect(cell(100, 1)).toMatchObject({ n: 100, share: null, status: 'hidden-group' })
  })

  it('hides everything that speaks of few', () => {
    expect(cell(4, 0.5)).toMatchObject({
      n: null,
      share: null,
      low: null,
      mean: null,
      status: 'hidden-small',
    })
  })
})

describe('several tables and reports', () => {
  const byAge = { keys: ['territory', 'age'], cells: [{ count: 'n' }] }
  const ages = (territory: string, young: number, old: number): readonly Row[] => [
    { territory, age: '15-64', n: young, status: 'ok' },
    { territory, age: '65+', n: old, status: 'ok' },
  ]

  it('looks at tables of different runs as one: ages add up to the women and men of a place', () => {
    const women = [
      { territory: 'CZ010', sex: 'F', n: 4, status: 'ok' },
      { territory: 'CZ010', sex: 'M', n: 46, status: 'ok' },
    ]
    const other = countingPack({ people: byAge }, {}, 'ageing')
    const { runs } = protectedRuns([
      countedRun(pack, { people: women }),
      countedRun(other, { people: ages('CZ010', 20, 30) }, {}, 'two'),
    ])
    // Nobody prints the fifty people of the place; both tables say it, and with it men would give women away.
    const [first, second] = runs.map(({ record }) => record.tables['people'] ?? [])
    expect(first?.[0]?.['n']).toBeNull()
    const hiddenMen = first?.[1]?.['n'] === null
    const hiddenAge = (second ?? []).some(({ n }) => n === null)
    expect(hiddenMen || hiddenAge).toBe(true)
  })

  it('gives the runs back in their order', () => {
    const other = countingPack({ people: byAge }, {}, 'ageing')
    const runs = [
      countedRun(pack, { people: sexTable({ CZ010: [20, 30] }) }, {}, 'z'),
      countedRun(other, { people: ages('CZ010', 20, 30) }, {}, 'a'),
    ]
    expect(protectedRuns(runs).runs.map(({ key }) => key)).toEqual(['z', 'a'])
    const turned = protectedRuns(runs.toReversed())
    expect(turned.runs.toReversed()).toEqual(protectedRuns(runs).runs)
  })

  it('does not publish now what gives away a number hidden in an earlier report', () => {
    const first = protectedRuns([countedRun(pack, { people: sexTable({ CZ010: [3, 40] }) })])
    const entry = entryOf(first.cells, first.summary)
    const men = [{ territory: 'CZ010', sex: 'M', n: 40, status: 'ok' }]
    const later = protectedRuns([countedRun(pack, { people: men })], {}, [entry])
    expect(later.runs[0]?.record.tables['people']?.[0]).toMatchObject({ n: null, status: 'hidden-earlier' })
    expect(later.summary.audit.earlier).toBe(1)
    expect(later.summary.audit.protected).toBe(later.summary.audit.attacked)
    expect(
      protectedRuns([countedRun(pack, { people: men })]).runs[0]?.record.tables['people']?.[0]?.['n'],
    ).toBe(40)
  })

  it('writes the same thing the same way when it has been exported before', () => {
    const runs = [
      countedRun(pack, { people: sexTable({ CZ010: [3, 40], CZ020: [25, 31], CZ031: [12, 18] }) }),
    ]
    const first = protectedRuns(runs)
    const again = protectedRuns(runs, {}, [entryOf(first.cells, first.summary)])
    expect(first.summary.primary).toBeGreaterThan(0)
    expect(again.runs).toEqual(first.runs)
    expect(again.summary).toEqual(first.summary)
  })

  it('hides a result that differs by a few persons from one under other settings', () => {
    const settings = countingPack({ people: bySex }, { variant: ['limit'] })
    const run = (limit: number, women: number, key: string) =>
      countedRun(
        settings,
        { people: sexTable({ CZ010: [women, 40] }).slice(0, 1) },
        { params: { limit } },
        key,
      )
    const both = protectedRuns([run(60, 53, 'a'), run(70, 50, 'b')])
    expect(
      both.runs.map(({ record }) => record.tables['people']?.[0]?.['n'] ?? null).filter((n) => n === null),
    ).toHaveLength(1)
    const first = protectedRuns([run(60, 53, 'a')])
    const later = protectedRuns([run(70, 50, 'b')], {}, [entryOf(first.cells, first.summary)])
    expect(later.runs[0]?.record.tables['people']?.[0]).toMatchObject({ n: null, status: 'hidden-earlier' })
  })

  it('asks of a pack without a declaration how many are behind its numbers', () => {
    const silent = countingPack({ people: bySex }, { undeclared: true })
    const counted = countedRun(silent, { people: sexTable({ CZ010: [3, 40] }) })
    expect(protectedRuns([counted]).runs[0]?.record.tables['people']?.[0]?.['n']).toBeNull()
    const uncounted = countedRun(silent, { people: [{ territory: 'CZ010', mean: 12.5 }] })
    expect(() => protectedRuns([uncounted])).toThrow('disclosure.undeclared')
  })
})
