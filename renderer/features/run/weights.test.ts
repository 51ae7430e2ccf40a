import { expect, test } from 'vitest'
import { readWeights, writeWeights } from './weights'

test('weights go into items and come back', () => {
  const names = ['jobs', 'air=clean', 'schools']
  const weights = new Map([
    ['air=clean', 2.5],
    ['jobs', 0],
    ['schools', 1],
  ])
  const items = writeWeights(names, weights)
  expect(items).toEqual(['jobs=0', 'air=clean=2.5'])
  expect([...readWeights(items)]).toEqual([
    ['jobs', 0],
    ['air=clean', 2.5],
  ])
})

test('what is no weight is passed over', () => {
  expect([...readWeights(['jobs', '=3', 'jobs=x', 'jobs=-1', 'schools=2'])]).toEqual([['schools', 2]])
})
