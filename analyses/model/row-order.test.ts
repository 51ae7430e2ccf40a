import { describe, expect, test } from 'vitest'
import { withoutTellingOrder } from './row-order'
import type { Row } from './table'

const hidden = { rate: null, status: 'hidden-small' }
const names = (rows: readonly Row[], ...columns: string[]) =>
  rows.map((row) => columns.map((column) => row[column]).join(' '))
const order = (rows: readonly Row[], ...columns: string[]) => withoutTellingOrder(rows, columns)

describe('the order of rows', () => {
  const rows = [
    { territory: 'A', rate: 9 },
    { territory: 'B', rate: null, status: 'hidden-small' },
    { territory: 'C', rate: 4 },
    { territory: 'D', rate: 1 },
  ]

  test('does not say between which values a hidden one lies', () => {
    expect(names(order(rows, 'territory', 'rate'), 'territory')).toEqual(['A', 'C', 'D', 'B'])
    expect(names(order([...rows].reverse(), 'territory', 'rate'), 'territory')).toEqual(['D', 'C', 'A', 'B'])
  })
  test('stays where it is not that of the value', () => {
    const mixed = [rows[2], rows[1], rows[0], rows[3]].flatMap((row) => row ?? [])
    expect(order(mixed, 'territory', 'rate')).toBe(mixed)
    const whole = rows.map((row) => ({ ...row, status: 'ok' }))
    expect(order(whole, 'territory', 'rate')).toBe(whole)
  })
  test('hidden rows among themselves stand by their codes', () => {
    const sorted = ['G', 'F', 'E'].map((territory) => ({ territory, ...hidden }))
    expect(names(order([rows[0]!, ...sorted, rows[3]!], 'territory', 'rate'), 'territory')).toEqual([
      ...['A', 'D', 'E', 'F', 'G'],
    ])
  })
  test('within each period of its own', () => {
    const years = ['2023', '2024'].flatMap((period) => [
      { period, territory: 'C', rate: 9 },
      { period, territory: 'A', ...(period === '2024' ? hidden : { rate: 8 }) },
      { period, territory: 'B', rate: 3 },
    ])
    expect(names(order(years, 'territory', 'period', 'rate'), 'period', 'territory')).toEqual([
      // It would be seen from the other year where it had stood.
      ...['2023 C', '2023 B', '2023 A', '2024 C', '2024 B', '2024 A'],
    ])
  })
  test('of sizes and of a total among its parts', () => {
    const effects = [-9, 5, -4, null, 1].map((rate, at) => ({
      territory: `${9 - at}`,
      rate,
      status: rate === null ? 'hidden-small' : 'ok',
    }))
    expect(names(order(effects, 'territory', 'rate'), 'territory')).toEqual(['9', '8', '7', '5', '6'])
    const parts = ['B', 'A', 'C'].flatMap((territory, at) =>
      ['F', 'M', 'T'].map((sex) => ({
        ...{ territory, sex },
        ...(at === 1 && sex === 'T' ? hidden : { rate: sex === 'T' ? 30 - at : (7 * at + 3) % 5 }),
      })),
    )
    expect(names(order(parts, 'territory', 'sex', 'rate'), 'territory', 'sex')).toEqual([
      ...['B F', 'B M', 'B T', 'C F', 'C M', 'C T', 'A F', 'A M', 'A T'],
    ])
  })
  test('stays that of codes, times and ages, however the values run', () => {
    const codes = ['CZ1', 'CZ2', 'CZ9', 'CZ10', 'CZ11', 'CZ12', 'CZ13']
    const rising = codes.map((territory, at) => ({ territory, ...(at === 2 ? hidden : { rate: at }) }))
    expect(order(rising, 'territory', 'rate')).toBe(rising)
    const years = [2021, 2022, 2023].map((period, at) => ({ period, ...(at === 1 ? hidden : { rate: at }) }))
    expect(order(years, 'period', 'rate')).toBe(years)
    const ages = codes.flatMap((territory, at) =>
      ['5-9', '10-14', 'all'].map((age, group) => ({
        ...{ territory, age },
        ...(at === 3 && group === 1 ? hidden : { rate: (at * 7 + group * 5) % 11 }),
      })),
    )
    expect(order(ages, 'territory', 'age', 'rate')).toBe(ages)
  })
  test('is worked out for a large table in reasonable time', () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => ({
      ...{
        territory: `T${Math.floor(at / 60)}`,
        sex: at % 2 === 0 ? 'F' : 'M',
        age: `${Math.floor(at / 2) % 30}`,
      },
      ...(at % 97 === 0 ? hidden : { rate: (at * 31) % 1009 }),
    }))
    expect(order(rows, 'territory', 'sex', 'age', 'rate')).toHaveLength(rows.length)
  })
})
