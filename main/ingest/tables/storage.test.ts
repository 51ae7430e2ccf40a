import { expect, it } from 'vitest'
import { storageOf } from './storage'

const rows = (count: number, cells: (i: number) => readonly (string | null)[]) =>
  Array.from({ length: count }, (_, i) => cells(i))

it('packs columns of few values as a dictionary and others by their parts', () => {
  const sample = rows(1000, (i) => [`s${i % 250}`, String(i), i % 4 === 0 ? `x${i}` : null, null])
  expect(storageOf(sample, 4)).toEqual([
    ' using compression dictionary',
    ' using compression fsst',
    ' using compression fsst',
    '',
  ])
})

it('leaves the choice to the engine where the first rows say little', () => {
  expect(
    storageOf(
      rows(199, (i) => [String(i)]),
      2,
    ),
  ).toEqual(['', ''])
  expect(storageOf([], 1)).toEqual([''])
})
