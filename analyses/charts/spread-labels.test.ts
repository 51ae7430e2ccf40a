import { expect, test } from 'vitest'
import { spreadLabels } from './spread-labels'

test('labels with room stay where they are wanted', () => {
  expect(spreadLabels([10, 90, 50], 15, 100)).toEqual([10, 90, 50])
})

test('labels at one place stand around it, in the order given', () => {
  expect(spreadLabels([50, 50, 50], 10, 100)).toEqual([40, 50, 60])
})

test('two labels that would meet move equally far', () => {
  expect(spreadLabels([52, 48], 10, 100)).toEqual([55, 45])
})

test('labels at an edge stay inside', () => {
  expect(spreadLabels([0, 1, 100, 99], 10, 100)).toEqual([0, 10, 100, 90])
})

test('no two labels of any number of them are nearer than they may be', () => {
  const wanted = Array.from({ length: 12 }, (_, at) => ((at * 37) % 50) + 20)
  const places = [...spreadLabels(wanted, 8, 100)].sort((a, b) => a - b)
  for (let at = 1; at < places.length; at++)
    expect((places[at] ?? 0) - (places[at - 1] ?? 0)).toBeGreaterThanOrEqual(8 - 1e-9)
  expect(places[0]).toBeGreaterThanOrEqual(0)
  expect(places.at(-1)).toBeLessThanOrEqual(100)
})

test('nothing to place is no trouble', () => {
  expect(spreadLabels([], 10, 100)).toEqual([])
})
