import { expect, test } from 'vitest'
import { between, defineMethod, oneOf, wholeBetween, wrongOptions } from './define-method'

const limits = { confidence: between(0.5, 0.99), draws: wholeBetween(1, 10), kind: oneOf('a', 'b') }

test('options inside their limits, both ends included', () => {
  expect(wrongOptions(limits, { confidence: 0.5, draws: 10, kind: 'b' })).toEqual([])
})
test('names every option that is missing, unknown or outside', () => {
  expect(wrongOptions(limits, { confidence: 0.991, draws: 2.5, other: 1 })).toEqual([
    'other',
    'confidence',
    'draws',
    'kind',
  ])
})
test('a method refuses wrong options before it computes', () => {
  const method = defineMethod({
    id: 'family/double',
    version: 1,
    cites: [],
    options: { times: between(1, 3) },
    example: { data: 2, options: { times: 2 } },
    compute: (data: number, options: { readonly times: number }) => data * options.times,
  })
  expect(method.tryExample()).toBe(4)
  expect(method.tryExample({ times: 3 })).toBe(6)
  expect(() => method.tryExample({ times: 4 })).toThrow(RangeError)
})
