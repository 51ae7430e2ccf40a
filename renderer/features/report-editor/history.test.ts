import { expect, test } from 'vitest'
import { type History, type HistoryEvent, historyReducer, startHistory } from './history'

const change = (value: string, about: string, at: number): HistoryEvent<string> => ({
  kind: 'change',
  make: () => value,
  about,
  at,
})
const run = (...events: HistoryEvent<string>[]): History<string> =>
  events.reduce<History<string>>(historyReducer, startHistory(''))

test('typing into one field is one step back; a pause or another field starts a new one', () => {
  const typed = run(change('a', 'title', 0), change('ab', 'title', 100), change('abc', 'title', 3000))
  expect(typed.past).toEqual(['', 'ab'])
  const elsewhere = run(change('a', 'title', 0), change('ab', 'comment', 100))
  expect(elsewhere.past).toEqual(['', 'a'])
})

test('changes about nothing in particular never join', () => {
  expect(run(change('a', '', 0), change('b', '', 1)).past).toEqual(['', 'a'])
})

test('undo and redo go back and forth; a new change forgets what could be redone', () => {
  const back = run(change('a', '', 0), change('b', '', 1), { kind: 'undo' })
  expect(back.present).toBe('a')
  expect(historyReducer(back, { kind: 'redo' }).present).toBe('b')
  expect(historyReducer(back, change('c', '', 2)).future).toEqual([])
  expect(historyReducer(startHistory('x'), { kind: 'undo' }).present).toBe('x')
})

test('typing after an undo does not join what was undone', () => {
  const after = run(change('a', 'title', 0), { kind: 'undo' }, change('b', 'title', 10))
  expect(after.past).toEqual([''])
})
