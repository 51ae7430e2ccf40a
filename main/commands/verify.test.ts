import { expect, test } from 'vitest'
import type { RunRecord } from '../../analyses/model/run-record'
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
