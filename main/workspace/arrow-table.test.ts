import { tableFromIPC } from 'apache-arrow'
import { expect, test } from 'vitest'
import { tableOfArrow } from '../db/arrow-rows'
import { tableIpc } from './arrow-table'

const columns = [
  { name: 'code', type: 'text' as const },
  { name: 'value', type: 'number' as const },
  { name: 'certain', type: 'boolean' as const },
]
const words = ['', 'Ž', 'Ústí nad Orlicí', '\u{1F3E0}', 'a'.repeat(5000), '0501']

test('what goes in comes out, nulls and all, over byte borders', () => {
  const rows = Array.from({ length: 1003 }, (_, index) => ({
    code: index % 7 === 0 ? null : (words[index % words.length] ?? null),
    value: index % 5 === 0 ? null : index / 3,
    certain: index % 3 === 0 ? null : index % 2 === 0,
  }))
  expect(tableOfArrow(tableIpc({ columns, rows }))).toEqual({ columns, rows })
})

test('an empty table and one of nulls keep their types', () => {
  expect(tableOfArrow(tableIpc({ columns, rows: [] }))).toEqual({ columns, rows: [] })
  const rows = [{ code: null, value: null, certain: null }]
  expect(tableOfArrow(tableIpc({ columns, rows }))).toEqual({ columns, rows })
  expect(tableFromIPC(tableIpc({ columns, rows })).schema.fields.map(({ type }) => String(type))).toEqual([
    'Utf8',
    'Float64',
    'Bool',
  ])
})

test('a column may have any name', () => {
  const odd = [{ name: '__proto__', type: 'number' as const }]
  const table = tableOfArrow(tableIpc({ columns: odd, rows: [Object.fromEntries([['__proto__', 1]])] }))
  expect(Object.entries(table.rows[0] ?? {})).toEqual([['__proto__', 1]])
})
