import { expect, test } from 'vitest'
import { defaultRules } from '../../analyses/model/disclosure'
import { changedRules } from './disclosure-commands'

test('rounding to a base that is offered becomes a rule, another base does not', () => {
  expect(changedRules(defaultRules, { treatment: { kind: 'round', base: 5 } })).toEqual({
    ...defaultRules,
    treatment: { kind: 'round', base: 5 },
  })
  expect(() => changedRules(defaultRules, { treatment: { kind: 'round', base: 4 } })).toThrow(
    'report.bad-rules',
  )
  expect(changedRules(defaultRules, { minimum: 20 })).toMatchObject({
    minimum: 20,
    treatment: { kind: 'suppress' },
  })
})
