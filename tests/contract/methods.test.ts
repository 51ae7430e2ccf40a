import { describe, expect, test } from 'vitest'
import type { Limit, Method, OptionValue, OptionValues } from '../../analyses/methods/core/define-method'
import { MethodRefusal } from '../../analyses/methods/core/refusal'
import { methodLibrary } from '../../analyses/methods/library'

/** Values just outside a limit, on every side it has. */
function outside(limit: Limit): readonly OptionValue[] {
  switch (limit.kind) {
    case 'one-of':
      return ['no such value', '', null]
    case 'flag':
      return ['true', 1, null]
    case 'text':
      return [1, true, null]
    case 'list':
      return ['one', 1, null]
    case 'or-none':
      return outside(limit.limit).filter((value) => value !== null)
    case 'between': {
      // Enough to be another number beside a large limit.
      const step = limit.whole ? 1 : Math.max(1e-6, limit.high * 1e-12)
      const sides = [limit.low - step, limit.high + step, Number.NaN, Number.POSITIVE_INFINITY, null]
      return limit.whole ? [...sides, limit.low + 0.5] : sides
    }
  }
}

/** What must be accepted; texts and lists are the method's own to judge. */
function ends(limit: Limit): readonly OptionValue[] {
  switch (limit.kind) {
    case 'one-of':
      return limit.values
    case 'between':
      return [limit.low, limit.high]
    case 'flag':
      return [true, false]
    case 'or-none':
      return [null, ...ends(limit.limit)]
    default:
      return []
  }
}

/** A refusal is an answer: the option was accepted, the example's design is impossible with it (a far cut-off). */
function accepted(method: Method, options: OptionValues): void {
  try {
    method.tryExample(options)
  } catch (error) {
    if (!(error instanceof MethodRefusal)) throw error
  }
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(freeze)
    Object.freeze(value)
  }
  return value
}

test('no two methods share an id and version', () => {
  const ids = methodLibrary.map(({ id, version }) => `${id}@${version}`)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBeGreaterThan(7)
})

describe.each(methodLibrary.map((method) => ({ name: method.id, method })))('$name', ({ method }) => {
  test('gives the same answer twice, without touching its input', () => {
    freeze(method.example)
    const before = JSON.stringify(method.example)
    const first = JSON.stringify(method.tryExample())
    expect(JSON.stringify(method.tryExample())).toBe(first)
    expect(JSON.stringify(method.example)).toBe(before)
    expect(first).not.toContain('absent')
  })
  test('accepts both ends of every option and refuses what lies outside', () => {
    for (const [option, limit] of Object.entries(method.options)) {
      for (const value of ends(limit)) expect(() => accepted(method, { [option]: value })).not.toThrow()
      for (const value of outside(limit))
        expect(() => method.tryExample({ [option]: value }), `${option} = ${String(value)}`).toThrow(
          RangeError,
        )
    }
  })
  test('refuses an option it does not have', () => {
    expect(() => method.tryExample({ 'no such option': 1 })).toThrow(RangeError)
  })
})
