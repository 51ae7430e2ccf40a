import { expect, test } from 'vitest'
import { defaultRules } from '../../analyses/model/disclosure'
import { changedRules } from './disclosure-commands'

test('rounding, which no report can do yet, is refused by its own name when the rules are set', () => {
  expect(() => changedRules(defaultRules, { treatment: { kind: 'round', base: 5 } })).toThrow(
    'disclosure.rounding-not-offered',
  )
  expect(changedRules(defaultRules, { minimum: 20 })).toMatchObject({
    minimum: 20,
    treatment: { kind: 'suppress' },
  })
})
