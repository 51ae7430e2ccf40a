import { expect, test } from 'vitest'
import type { Row, Table } from '../../model/table'
import { peopleGroups } from './people-groups'

const table = (rows: readonly Row[]): Table => ({
  columns: ['unit', 'sex', 'breakdown', 'value', 'kind'].map((name) => ({ name, type: 'text' })),
  rows,
})
const rule = { keys: ['unit'], sums: ['value'], weight: 'size', total: 'given' }
const row = (unit: string, sex: string | null, value: number, size: number, kind = 'k'): Row => ({
  unit,
  sex,
  breakdown: null,
  value,
  size,
  kind,
})
const codes = (groups: ReturnType<typeof peopleGroups>) => groups.map(({ sex }) => sex)

test('women, men, total, others; data without sex are one total', () => {
  const rows = ['M', 'X', 'T', 'F'].map((sex) => row('a', sex, 1, 1))
  expect(codes(peopleGroups(table(rows), rule))).toEqual(['F', 'M', 'T', 'X'])
  expect(codes(peopleGroups(table([row('a', null, 1, 1)]), rule))).toEqual(['T'])
  expect(codes(peopleGroups(table([]), rule))).toEqual(['T'])
})

test('a total is made only on demand, only from pairs, and never beside a given one', () => {
  const rows = [row('a', 'F', 2, 1), row('a', 'M', 6, 3, 'other'), row('b', 'F', 9, 1)]
  expect(codes(peopleGroups(table(rows), rule))).toEqual(['F', 'M'])
  const [, , mean] = peopleGroups(table(rows), { ...rule, total: 'mean' })
  expect(mean?.table.rows).toEqual([{ unit: 'a', sex: 'T', breakdown: null, value: 5, size: 4, kind: null }])
  const [, , sum] = peopleGroups(table(rows), { ...rule, total: 'sum' })
  expect(sum?.table.rows[0]?.['value']).toBe(8)
  const given = peopleGroups(table([...rows, row('c', 'T', 1, 1)]), { ...rule, total: 'sum' })
  expect(given.find(({ sex }) => sex === 'T')?.table.rows.map(({ unit }) => unit)).toEqual(['c'])
})

test('breakdowns stand apart, in the order of numbers', () => {
  const rows = ['10', '9'].flatMap((breakdown) => [
    { ...row('a', 'F', 1, 1), breakdown },
    { ...row('a', 'M', 1, 1), breakdown },
  ])
  const groups = peopleGroups(table(rows), { ...rule, total: 'sum' })
  expect(groups.map(({ breakdown, sex }) => `${breakdown} ${sex}`)).toEqual([
    ...['9 F', '9 M', '9 T'],
    ...['10 F', '10 M', '10 T'],
  ])
})
