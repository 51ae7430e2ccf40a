import { expect, test } from 'vitest'
import type { ParamCard } from '../../../analyses/model/pack-card'
import { decimalMark, defaultsOf, readParam, readParams } from './param-draft'

const param = (part: Partial<ParamCard>): ParamCard => ({
  name: 'p',
  title: 'P',
  help: '',
  type: 'number',
  default: 0,
  advanced: false,
  ...part,
})
const confidence = param({ name: 'confidence', default: 0.95, min: 0.8, max: 0.99 })
const cell = param({ name: 'cell', type: 'integer', default: 10, min: 3 })

test('both decimal marks are understood', () => {
  expect(readParam(confidence, '0,9')).toEqual({ ok: true, value: 0.9 })
  expect(readParam(confidence, ' 0.9 ')).toEqual({ ok: true, value: 0.9 })
})

test('limits, whole numbers and letters are told apart', () => {
  expect(readParam(confidence, '0.8')).toEqual({ ok: true, value: 0.8 })
  expect(readParam(confidence, '0.79')).toEqual({ ok: false, reason: 'range' })
  expect(readParam(cell, '10.5')).toEqual({ ok: false, reason: 'integer' })
  expect(readParam(cell, 'ten')).toEqual({ ok: false, reason: 'number' })
  expect(readParam(confidence, '1e400')).toEqual({ ok: false, reason: 'number' })
  expect(readParam(cell, '')).toEqual({ ok: false, reason: 'empty' })
})

test('defaults are written as the reader writes numbers and read back the same', () => {
  expect(decimalMark('cs')).toBe(',')
  const params = [confidence, cell, param({ name: 'list', type: 'list', default: ['a', 'b'] })]
  const draft = defaultsOf(params, decimalMark('cs'))
  expect(draft).toEqual({ confidence: '0,95', cell: '10', list: 'a, b' })
  expect(readParams(params, draft)).toEqual({ confidence: 0.95, cell: 10, list: ['a', 'b'] })
  expect(readParams(params, { ...draft, cell: '1' })).toBeNull()
})

test('a number that may stay empty is not set', () => {
  const caliper = param({ default: null, min: 0, max: 1 })
  expect(defaultsOf([caliper], ',')).toEqual({ p: '' })
  expect(readParam(caliper, ' ')).toEqual({ ok: true, value: null })
  expect(readParam(caliper, '0,2')).toEqual({ ok: true, value: 0.2 })
  expect(readParam(param({ default: 1 }), '')).toEqual({ ok: false, reason: 'empty' })
})
