import { expect, test } from 'vitest'
import { fault } from '../../../analyses/model/fault'
import { concerns } from './fault-place'

test('a fault is placed by the names in its facts', () => {
  const missing = fault('engine.bug', { need: 'people', column: 'sex' })
  expect(concerns(missing, 'need', 'people')).toBe(true)
  expect(concerns(missing, 'column', 'sex')).toBe(true)
  expect(concerns(missing, 'param', 'people')).toBe(false)
})

test('a missing source column is placed at the field it should have filled', () => {
  const missing = fault('run.source-column-missing', {
    dataSet: 'd',
    column: 'pohlavi',
    needed: 'sex',
    known: '',
  })
  expect(concerns(missing, 'column', 'sex')).toBe(true)
  expect(concerns(missing, 'column', 'pohlavi')).toBe(false)
})

test('or by its path', () => {
  const limit = fault('engine.bug', {}, 'params.confidence')
  expect(concerns(limit, 'param', 'confidence')).toBe(true)
  expect(concerns(limit, 'param', 'smallest_cell')).toBe(false)
  expect(concerns(fault('engine.bug', {}, 'run:bindings.people'), 'need', 'people')).toBe(true)
})
