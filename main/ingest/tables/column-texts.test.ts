import { describe, expect, it } from 'vitest'
import { textColumn } from '../arrow/text-columns'
import { TextCounter } from './column-texts'

/** Numbers that are the same in every run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    yield state
  }
}

const counterOf = (columns: readonly (readonly (string | null)[])[], size = 7): TextCounter => {
  const counter = new TextCounter(columns.length)
  const rows = columns[0]?.length ?? 0
  for (let at = 0; at < rows; at += size) {
    const some = columns.map((texts) => texts.slice(at, at + size))
    const count = some[0]?.length ?? 0
    counter.add({ rows: count, columns: some.map(textColumn), lines: new BigInt64Array(count) })
  }
  return counter
}

describe('TextCounter', () => {
  it('counts what a map counts, whatever the texts and batches', () => {
    const letters = ['a', 'b', 'ž', '0', ' ', '', '🙂', '\u00a0', 'ab']
    for (let seed = 1; seed <= 30; seed++) {
      const random = numbers(seed)
      const next = (below: number) => (random.next().value ?? 0) % below
      const texts = Array.from({ length: 400 }, () =>
        next(11) === 0
          ? null
          : Array.from({ length: next(seed) }, () => letters[next(letters.length)] ?? '').join(''),
      )
      const expected = new Map<string, number>()
      for (const text of texts) if (text !== null) expected.set(text, (expected.get(text) ?? 0) + 1)
      const [column] = counterOf([texts], 1 + next(90)).result()
      expect(column?.counts).toEqual([...expected].map(([text, count]) => ({ text, count })))
    }
  })

  it('keeps the texts of a column up to 20,000 and the forms of one with more', () => {
    const texts = (count: number) =>
      Array.from({ length: count }, (_, i) => `A-${String(i).padStart(6, '0')}`)
    const [few] = counterOf([texts(20_000)], 999).result()
    expect(few?.counts?.length).toBe(20_000)
    expect(few?.forms).toBeNull()
    const [many] = counterOf([[...texts(20_001), 'Xy é']], 999).result()
    expect(many?.counts).toBeNull()
    expect(many?.forms).toEqual(['A-000000', 'Aa é'])
  })

  it('gives up on columns of many forms without a limit on memory', () => {
    const texts = Array.from({ length: 30_000 }, (_, i) => 'x'.repeat(i % 900) + i)
    const [column] = counterOf([texts], 5000).result()
    expect(column).toEqual({ counts: null, forms: null })
  })

  it('takes the rows of a footer away', () => {
    const counter = counterOf([
      ['a', 'b', 'Source', null],
      ['1', '1', '', '1'],
    ])
    counter.remove([
      ['Source', ''],
      [null, '1'],
    ])
    expect(counter.result().map(({ counts }) => counts)).toEqual([
      [
        { text: 'a', count: 1 },
        { text: 'b', count: 1 },
      ],
      [{ text: '1', count: 2 }],
    ])
  })
})
