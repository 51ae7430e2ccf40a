import { expect, test } from 'vitest'
import { applyCorrespondence, type Change, type CodedValue, composeChanges, flawsOf } from './correspondence'

const change = (from: string, to: string, date: string, weight = 1): Change => ({ from, to, date, weight })
const table = [
  change('A', 'A1', '2016-01-01', 0.25),
  change('A', 'A2', '2016-01-01', 0.75),
  change('A2', 'N', '2021-01-01'),
  change('B', 'N', '2021-01-01'),
  change('C', 'C9', '2016-01-01'),
]
const value = (code: string, amount: number | null, key = '2010'): CodedValue => ({
  code,
  key,
  value: amount,
})
const asText = (rows: readonly CodedValue[]) =>
  rows.map(({ code, key, value: v }) => `${code} ${key} ${v}`).sort()

test('split, merge and rename by date', () => {
  const rows = [value('A', 100), value('B', 10), value('C', 7), value('D', 1)]
  expect(asText(applyCorrespondence(rows, table, { of: '2010-01-01', on: '2016-01-01' }))).toEqual([
    'A1 2010 25',
    'A2 2010 75',
    'B 2010 10',
    'C9 2010 7',
    'D 2010 1',
  ])
  expect(asText(applyCorrespondence(rows, table, { of: '2010-01-01', on: '2024-01-01' }))).toEqual([
    'A1 2010 25',
    'C9 2010 7',
    'D 2010 1',
    'N 2010 85',
  ])
})

test('data of a later day are not changed again', () => {
  const rows = [value('A1', 25), value('A2', 75), value('B', 10)]
  expect(asText(applyCorrespondence(rows, table, { of: '2018-06-30', on: '2024-01-01' }))).toEqual([
    'A1 2010 25',
    'N 2010 85',
  ])
  expect(composeChanges(table, '2022-01-01', '2024-01-01').size).toBe(0)
})

test('the total of every key is kept, also with weights of few digits', () => {
  const thirds = [
    change('X', 'P', '2020-01-01', 0.3333333),
    change('X', 'Q', '2020-01-01', 0.3333333),
    change('X', 'R', '2020-01-01', 0.3333333),
  ]
  expect(flawsOf(thirds)).toEqual([])
  const rows = ['2010', '2011'].flatMap((key) => [value('X', 9, key), value('Y', 5, key)])
  const after = applyCorrespondence(rows, thirds, { of: '2019-01-01', on: '2021-01-01' })
  for (const key of ['2010', '2011']) {
    const total = after
      .filter((row) => row.key === key)
      .reduce((sum, row) => sum + (row.value ?? Number.NaN), 0)
    expect(total).toBeCloseTo(14, 12)
  }
})

test('a place with a missing part is missing', () => {
  const rows = [value('A2', null), value('B', 10)]
  expect(asText(applyCorrespondence(rows, table, { of: '2018-01-01', on: '2024-01-01' }))).toEqual([
    'N 2010 null',
  ])
})

test('what is wrong with a table is said', () => {
  expect(flawsOf(table)).toEqual([])
  const bad = [
    change('A', 'B', '2020-01-01', 0.5),
    change('C', 'D', '2020-01-01', 1.5),
    change('C', 'E', '2020-01-01', -0.5),
    change('F', 'G', '2020-01-01', 0.5),
    change('F', 'G', '2020-01-01', 0.5),
    change('H', 'I', '1. 1. 2020'),
  ]
  expect(flawsOf(bad).map((flaw) => `${flaw.kind} ${flaw.from}`)).toEqual([
    'negative C',
    'repeated F',
    'date H',
    'weights A',
  ])
  expect(flawsOf([change('A', 'B', '2020-01-01', Number.NaN)]).map(({ kind }) => kind)).toEqual([
    'negative',
    'weights',
  ])
})
