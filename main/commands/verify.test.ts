import { expect, test } from 'vitest'
import type { DisclosureSummary } from '../../analyses/model/disclosure'
import type { RunRecord } from '../../analyses/model/run-record'
import { noDisclosure } from '../../tests/helpers/small-report'
import { compareRecords } from './verify'

const record = (value: number | null, extra = false): RunRecord => ({
  format: 'workbench-run/1',
  pack: { id: 'p', version: '1.0.0' },
  params: {},
  inputs: [],
  tables: {
    gap: [{ territory: '001', difference: value }, ...(extra ? [{ territory: '002', difference: 1 }] : [])],
  },
  schema: {},
  findings: [{ id: 'widest', severity: 'note', values: { gap: value }, text: 'words are not compared' }],
  faults: [],
  sampleFlow: [],
  engine: { app: '1', duckdb: '1' },
  seed: 1,
})

test('the same run is the same, words aside', () => {
  const other = { ...record(0.1), findings: [{ ...record(0.1).findings[0]!, text: 'jiná slova' }] }
  expect(compareRecords(record(0.1), other)).toMatchObject({ same: true, numbers: 2 })
})

test('the last bit counts', () => {
  const { same, differences } = compareRecords(record(0.1 + 0.2), record(0.3))
  expect(same).toBe(false)
  expect(differences.map(({ place }) => place)).toEqual(['tables.gap[0].difference', 'findings[0].gap'])
})

test('a row too many, a number that became absent: both are differences', () => {
  expect(compareRecords(record(1), record(1, true)).differences).toHaveLength(2)
  expect(compareRecords(record(1), record(null)).same).toBe(false)
})

const shown = { ...record(0.5).tables['gap']?.[0], women: 0.25, women_n: 40, status: 'ok' }
const kept = { ...shown, difference: null, women: null, women_n: null, status: 'hidden-small' }
const summary: DisclosureSummary = {
  ...noDisclosure,
  ...{ applies: true, cells: 2, primary: 1, lost: 0.1, withheld: 1 },
  audit: { attacked: 1, protected: 1, earlier: 0, optimal: true },
  reasons: { 'hidden-small': 1 },
}
const full = { ...record(0.5), tables: { gap: [shown, { ...shown, territory: '002', difference: 0.125 }] } }
const open = (rows: readonly Record<string, string | number | null>[]): RunRecord => ({
  ...record(0.5),
  tables: { gap: [...rows] },
  findings: [],
  disclosure: summary,
})

test('a protected record is the same where it says something; what it keeps back is not compared', () => {
  const second = full.tables.gap[1]!
  const { same, hidden, numbers } = compareRecords(open([kept, second]), full)
  expect({ same, hidden, numbers }).toEqual({ same: true, hidden: 4, numbers: 3 })
  expect(compareRecords(open([second]), full).same).toBe(true)
  expect(compareRecords(open([]), full).same).toBe(true)
})

test('a number changed in a protected record is found, in its row', () => {
  const changed = { ...full.tables.gap[1]!, difference: 0.126 }
  expect(compareRecords(open([kept, changed]), full).differences).toEqual([
    { place: 'tables.gap[1].difference', recorded: 0.126, now: 0.125 },
  ])
  expect(compareRecords(open([{ ...kept, women: 0.3 }]), full).same).toBe(false)
  expect(compareRecords(open([{ ...full.tables.gap[1]!, territory: '003' }]), full).same).toBe(false)
})

test('a value that is merely gone is a difference: only a reason keeps back', () => {
  expect(compareRecords(open([{ ...shown, difference: null }]), full).same).toBe(false)
})

test('rounded counts are the same within their base', () => {
  const rounded = (value: number) => ({
    ...open([{ ...shown, women_n: value }]),
    disclosure: {
      ...summary,
      rules: { ...summary.rules, treatment: 'round' as const, base: 5 },
      rounding: { cells: 1, additive: true, reach: 4, width: 9, moved: null },
    },
  })
  expect(compareRecords(rounded(40), full).same).toBe(true)
  expect(compareRecords(rounded(45), full).same).toBe(false)
  expect(compareRecords(rounded(38), full).same).toBe(false)
})

test('rows may stand in another order, since an order tells where a hidden value lies', () => {
  const [first, second] = full.tables.gap
  const third = { ...first!, territory: '003', difference: 7 }
  const now = { ...full, tables: { gap: [first!, second!, third] } }
  expect(compareRecords(open([second!, third, kept]), now)).toMatchObject({ same: true, hidden: 4 })
  const swapped = [
    { ...second!, difference: third.difference },
    { ...third, difference: 0.125 },
  ]
  expect(compareRecords(open([...swapped, kept]), now).differences).toHaveLength(2)
})

test('columns of reasons that protection adds, and sentences it left out, are no differences', () => {
  const now = { ...full, tables: { ...full.tables, words: [{ territory: '001', gap: 0.5 }] } }
  const sided = full.tables.gap.map((row) => ({ ...row, women_status: null }))
  const left = { territory: null, gap: null, withheld: true }
  const recorded = { ...open(sided), tables: { gap: sided, words: [left] } }
  expect(compareRecords(recorded, now)).toMatchObject({ same: true, hidden: 2 })
  expect(
    compareRecords({ ...recorded, tables: { gap: sided, words: [{ ...left, gap: 0.6 }] } }, now).same,
  ).toBe(false)
})
