import { expect, test } from 'vitest'
import type { CellType, Table } from '../model/table'
import type { RunDatabase } from './run-database'
import { readAll } from './run-outputs'
import { workOf } from './work'

const work = workOf({ signal: new AbortController().signal, report: () => {} }, 1)

/** A relation of that many rows; the type of its column may change from a row on, as with numbers too large. */
function relationOf(count: number, textFrom = Number.POSITIVE_INFINITY): RunDatabase {
  const select = async (sql: string): Promise<Table> => {
    const [, limit, offset] = /limit (\d+) offset (\d+)/.exec(sql) ?? [sql, String(count), '0']
    const from = Number(offset)
    const to = Math.min(count, from + Number(limit))
    const type: CellType = to > textFrom ? 'text' : 'number'
    const rows = Array.from({ length: Math.max(0, to - from) }, (_, index) => ({
      at: type === 'text' ? String(from + index) : from + index,
    }))
    return { columns: [{ name: 'at', type }], rows }
  }
  const never = () => Promise.reject(new Error('not asked for'))
  return {
    select,
    relation: (name) => name,
    tablesRead: never,
    materialise: never,
    put: never,
    drop: never,
  }
}

test.each([0, 1, 39_999, 40_000, 40_001, 80_000, 100_003])(
  'all of %i rows, in their order',
  async (count) => {
    const { rows } = await readAll('t', relationOf(count), work)
    expect(rows.length).toBe(count)
    expect(rows.every(({ at }, index) => at === index)).toBe(true)
  },
)

test('a column is of one type in all parts', async () => {
  const { columns, rows } = await readAll('t', relationOf(50_000, 45_000), work)
  expect(columns[0]?.type).toBe('text')
  expect(rows.length).toBe(50_000)
  expect(rows[0]?.['at']).toBe('0')
})
