import { expect, test } from 'vitest'
import type { Page } from '../../client/arrow-page'
import { rowName, whereOf } from './number-rows'

const page: Page = {
  columns: [
    { name: 'territory', numeric: false },
    { name: 'sex', numeric: false },
    { name: 'year', numeric: true },
    { name: 'rate', numeric: true },
    { name: 'status', numeric: false },
  ],
  rows: [
    { territory: 'U1', sex: 'F', year: 2022, rate: 1, status: 'ok' },
    { territory: 'U1', sex: 'F', year: 2023, rate: 2.5, status: 'ok' },
    { territory: 'U1', sex: 'M', year: 2023, rate: 2.5, status: 'ok' },
    { territory: 'U2', sex: 'F', year: 2023, rate: 4, status: 'ok' },
  ],
}
const row = (index: number) => page.rows[index] ?? {}

test('a row is named by the fewest codes that tell it from all others', () => {
  expect(whereOf(page, row(1), 'rate')).toEqual({ territory: 'U1', sex: 'F', year: '2023' })
  expect(whereOf(page, row(3), 'rate')).toEqual({ territory: 'U2' })
  expect(whereOf({ ...page, rows: [row(0)] }, row(0), 'rate')).toEqual({})
})

test('rows that nothing tells apart have no name', () => {
  const twins = { ...page, rows: [row(1), { ...row(1) }] }
  const [first] = twins.rows
  expect(first && whereOf(twins, first, 'rate')).toBeNull()
})

test('the number itself and its status name no row', () => {
  expect(rowName(page, row(1), 'rate')).toBe('U1 · F · 2023')
  const quoted = {
    ...page,
    rows: [
      { territory: 'a "b"', sex: 'F', year: 1, rate: 1 },
      { territory: 'c', sex: 'F', year: 1, rate: 2 },
    ],
  }
  const [first] = quoted.rows
  expect(first && whereOf(quoted, first, 'rate')).toBeNull()
})
