import { expect, test } from 'vitest'
import { seededRandom, shuffled } from './random'

const drawn = (seed: number, count: number) => {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => random.uniform())
}
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

test('one seed gives one stream, neighbouring and negative seeds others', () => {
  expect(drawn(1, 5)).toEqual(drawn(1, 5))
  const firsts = [-2, -1, 0, 1, 2, 2 ** 32, 2 ** 32 + 1, 2 ** 40].map((seed) => drawn(seed, 1)[0])
  expect(new Set(firsts).size).toBe(firsts.length)
})

test('uniform numbers lie strictly between 0 and 1 with the moments and the independence they should have', () => {
  const values = drawn(7, 20_000)
  expect(values.every((value) => value > 0 && value < 1)).toBe(true)
  expect(Math.abs(mean(values) - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / 20_000))
  expect(mean(values.map((value) => (value - 0.5) ** 2))).toBeCloseTo(1 / 12, 3)
  const neighbours = values.slice(1).map((value, i) => (value - 0.5) * ((values[i] ?? 0) - 0.5))
  expect(Math.abs(mean(neighbours))).toBeLessThan(4 / 12 / Math.sqrt(20_000))
})

test('normal numbers have mean 0, deviation 1, no skew and the normal share beyond 1.96', () => {
  const random = seededRandom(11)
  const values = Array.from({ length: 20_000 }, () => random.normal())
  expect(Math.abs(mean(values))).toBeLessThan(4 / Math.sqrt(20_000))
  expect(Math.abs(mean(values.map((value) => value ** 2)) - 1)).toBeLessThan(4 * Math.sqrt(2 / 20_000))
  expect(Math.abs(mean(values.map((value) => value ** 3)))).toBeLessThan(4 * Math.sqrt(15 / 20_000))
  const tails = values.filter((value) => Math.abs(value) > 1.959963984540054).length / 20_000
  expect(Math.abs(tails - 0.05)).toBeLessThan(0.007)
})

test('below(n) takes every whole number under n equally often', () => {
  const random = seededRandom(3)
  const counts = new Array<number>(6).fill(0)
  for (let i = 0; i < 12_000; i += 1) {
    const value = random.below(6)
    counts[value] = (counts[value] ?? 0) + 1
  }
  expect(counts).toHaveLength(6)
  // Chi-squared with 5 degrees of freedom: beyond 20.5 once in a thousand streams.
  expect(counts.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0)).toBeLessThan(20.5)
  expect(seededRandom(1).below(1)).toBe(0)
})

test('shuffling keeps the items, the source and every order equally likely', () => {
  const source = Object.freeze(['a', 'b', 'c'])
  const random = seededRandom(5)
  const counts = new Map<string, number>()
  for (let i = 0; i < 6000; i += 1) {
    const order = shuffled(source, random).join('')
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  expect([...counts.keys()].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba'])
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120)
  expect(shuffled([], random)).toEqual([])
})
