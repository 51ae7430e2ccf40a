import { describe, expect, it } from 'vitest'
import { countedRun, countingPack, protectedRuns } from '../../tests/helpers/counted-run'
import type { Row } from '../model/table'

const shares = { keys: ['territory', 'sex'], cells: [{ count: 'n', shares: { share: [] } }] }

const placeRows = (territory: string, rows: readonly (readonly [string, number, number])[]): readonly Row[] =>
  rows.map(([sex, n, share]) => ({ territory, sex, n, share, status: 'ok' }))

describe('shares of persons with weights', () => {
  it('are shown where many are behind them, though they add up only about', () => {
    // 0.167 of 7560 and 0.12 of 7267 are not 0.1444 of 14827: the weights say so, not three persons of a third sex.
    const rows = placeRows('all', [
      ['F', 7560, 0.16733508],
      ['M', 7267, 0.12026599],
      ['T', 14_827, 0.14444218],
    ])
    const { runs, summary } = protectedRuns([countedRun(countingPack({ people: shares }), { people: rows })])
    expect(runs[0]?.record.tables['people']).toEqual(rows)
    expect([summary.primary, summary.secondary]).toEqual([0, 0])
  })

  it('hide a second one beside one that is hidden, though they add up only about', () => {
    const rows = placeRows('all', [
      ['F', 300, 0.0123],
      ['M', 280, 0.1518],
      ['T', 580, 0.0909],
    ])
    const { runs } = protectedRuns([countedRun(countingPack({ people: shares }), { people: rows })])
    const [women, men, both] = runs[0]?.record.tables['people'] ?? []
    expect([women?.['share'], men?.['share']].concat(both?.['share'])).toEqual([null, null, 0.0909])
    expect([women?.['n'], men?.['n'], both?.['n']]).toEqual([300, 280, 580])
  })
})

it('one share under two names is hidden under both', () => {
  const twice = {
    keys: ['territory', 'sex'],
    cells: [{ count: 'n', shares: { share: [], again: [] } }],
  }
  const pack = countingPack({ people: twice })
  const table = pack.manifest.tables['people']
  const columns = { ...table?.columns, again: { ...table?.columns['share'] } }
  const named = {
    ...pack,
    manifest: { ...pack.manifest, tables: { people: { ...table, columns } } },
  } as typeof pack
  const rows = placeRows('all', [
    ['F', 40, 4 / 40],
    ['M', 50, 30 / 50],
    ['T', 90, 34 / 90],
  ]).map((row): Row => ({ ...row, again: row['share'] ?? null }))
  const { runs } = protectedRuns([countedRun(named, { people: rows })])
  const left = runs[0]?.record.tables['people'] ?? []
  expect(left.map(({ share }) => share === null)).toEqual([true, true, false])
  for (const row of left) expect(row['again'] === null).toBe(row['share'] === null)
})

it('the same share in a larger and in a smaller group is two numbers', () => {
  const crossed = { keys: ['territory', 'sex', 'kind'], cells: [{ count: 'n', shares: { share: [] } }] }
  const pack = countingPack({ people: shares, groups: crossed })
  const third = 6 / 14
  const people = placeRows('CZ010', [
    ['F', 70, 30 / 70],
    ['M', 90, 40 / 90],
    ['T', 160, 70 / 160],
  ])
  const groups = ['a', 'b', 'c'].map((kind, at) => ({
    ...{ territory: 'CZ010', sex: 'F', kind, status: 'ok' },
    ...{ n: at === 0 ? 14 : 28, share: at === 0 ? third : 12 / 28 },
  }))
  const { runs } = protectedRuns([countedRun(pack, { people, groups })])
  expect(runs[0]?.record.tables['people']?.[0]?.['share']).toBe(third)
  expect(runs[0]?.record.tables['groups']?.[0]?.['share']).toBe(null)
})
