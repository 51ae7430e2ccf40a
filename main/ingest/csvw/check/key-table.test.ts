import { expect, test } from 'vitest'
import { KeyTable } from './key-table'

test('counts keys: never, once, more often', () => {
  const table = new KeyTable()
  for (let i = 0; i < 200_000; i++) expect(table.add(`key ${i}`)).toBe(0)
  for (let i = 0; i < 200_000; i += 1000) expect(table.add(`key ${i}`)).toBe(1)
  expect(table.add('key 1000')).toBe(2)
  expect(table.keys).toBe(200_000)
  expect([
    table.count('key 1'),
    table.count('key 2000'),
    table.count('key 1000'),
    table.count('key -1'),
  ]).toEqual([1, 2, 2, 0])
})

test('says when there were too many', () => {
  const table = new KeyTable(2)
  for (const key of ['a', 'b', 'c', 'a']) table.add(key)
  expect([table.keys, table.overflown, table.count('a'), table.count('c')]).toEqual([2, true, 2, 0])
})
