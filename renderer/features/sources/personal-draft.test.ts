import { expect, test } from 'vitest'
import type { PersonalDecision } from '../../../analyses/model/personal-data'
import { isDecided, masked, mayBeSeen, undecided } from './personal-draft'

const column = (name: string) => ({ column: name, label: name, kind: 'email' as const, share: 1 })

test('a ground of a few letters is no decision', () => {
  expect(isDecided({ action: 'keep', ground: 'zákon' })).toBe(false)
  expect(isDecided({ action: 'keep', ground: ' § 60 z. č. 435/2004 Sb. ' })).toBe(true)
  expect(isDecided(undefined)).toBe(false)
  expect(isDecided({ action: 'drop' })).toBe(true)
})

test('values are seen only where they are loaded as they are', () => {
  const decisions: PersonalDecision[] = [
    { action: 'drop' },
    { action: 'pseudonymise' },
    { action: 'keep', ground: 'souhlas dotčených osob' },
    { action: 'not-personal' },
  ]
  expect(decisions.map(mayBeSeen)).toEqual([false, false, true, true])
  expect(mayBeSeen(undefined)).toBe(false)
})

test('what is open, and what is masked', () => {
  const said = (name: string) => (name === 'b' ? { personal: { action: 'drop' as const } } : {})
  const columns = [column('a'), column('b')]
  expect(undecided(columns, said).map((one) => one.column)).toEqual(['a'])
  expect([...masked(columns, said)]).toEqual(['a', 'b'])
})
