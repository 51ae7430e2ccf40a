import { expect, test } from 'vitest'
import { groupsOf } from './groups'

const columns = [
  { name: 'unit', type: 'text' as const },
  { name: 'sex', type: 'text' as const },
  { name: 'age', type: 'text' as const },
  { name: 'outcome', type: 'number' as const },
]
const row = (unit: string, sex: string | null, outcome: number | null) => ({ unit, sex, age: null, outcome })

test('sexes come apart in the order women, men, total, then the paired difference', () => {
  const rows = [row('a', 'T', 3), row('a', 'M', 1), row('b', 'M', 4), row('a', 'F', 2.5), row('b', 'F', 3)]
  const groups = groupsOf({ columns, rows }, ['age', 'sex'], { value: 'outcome', keys: ['unit'] })
  expect(groups.map(({ codes }) => codes)).toEqual(['F', 'M', 'T', 'F-M'].map((sex) => ({ age: null, sex })))
  expect(groups[3]?.table.rows.map(({ unit, outcome }) => [unit, outcome])).toEqual([
    ['a', 1.5],
    ['b', -1],
  ])
})

test('a pair with one side missing gives no difference, and a row without a sex belongs to no group', () => {
  const rows = [row('a', 'F', null), row('a', 'M', 1), row('b', null, 5), row('c', 'F', 1)]
  const groups = groupsOf({ columns, rows }, ['sex'], { value: 'outcome', keys: ['unit'] })
  expect(groups.map(({ codes, table }) => [codes['sex'], table.rows.length])).toEqual([
    ['F', 2],
    ['M', 1],
  ])
})

test('columns without any value do not split: everybody is the total', () => {
  const rows = [row('a', null, 1), row('b', null, 2)]
  expect(groupsOf({ columns, rows }, ['age', 'sex'], null)).toEqual([
    { codes: { age: null, sex: 'T' }, table: { columns, rows } },
  ])
  expect(groupsOf({ columns, rows: [] }, ['sex'], null)).toEqual([
    { codes: { sex: 'T' }, table: { columns, rows: [] } },
  ])
})
