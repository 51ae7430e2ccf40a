import { expect, test } from 'vitest'
import { type DisclosureRules, defaultRules } from '../../../analyses/model/disclosure'
import { draftOf, isGood, rulesOf } from './rules-draft'

const full: DisclosureRules = {
  minimum: 5,
  zeros: true,
  p: 12.5,
  dominance: { n: 2, k: 85 },
  group: false,
  extremes: false,
  protection: 15,
  treatment: { kind: 'round', base: 5 },
  keep: ['totals', 'sexes'],
}

test.each([
  ['the usual rules', defaultRules],
  ['every rule another way', full],
])('%s come back as they were', (_, rules) => {
  expect(rulesOf(draftOf(rules))).toEqual({ ok: true, rules })
})

test('a number out of its range, or none, is named; a rule that is off asks for no number', () => {
  const draft = draftOf(full)
  expect(rulesOf({ ...draft, minimum: '2', k: '' })).toEqual({ ok: false, wrong: ['minimum', 'k'] })
  expect(rulesOf({ ...draft, k: 'x', usesDominance: false })).toMatchObject({ ok: true })
  expect(isGood('minimum', '10.5')).toBe(false)
  expect(isGood('p', '12,5')).toBe(true)
})
