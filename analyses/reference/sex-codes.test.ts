import { expect, test } from 'vitest'
import list from './codelists/sex.json'
import { plainSpelling, sexOf, sexSpellings } from './sex-codes'

test.each([
  ['F', ['F', 'ženy', 'ŽENA', ' Z ', 'K', 'Kobiety', '2', 'female', 'Frauen']],
  ['M', ['M', 'muži', 'Muž', 'mężczyźni', '1', 'MALE', 'Männer']],
  ['T', ['T', 'celkem', 'Ogółem', 'Total', 'both  sexes']],
])('%s is recognised', (code, spellings) => {
  expect(spellings.map(sexOf)).toEqual(spellings.map(() => code))
})
test.each(['0', '9', 'X', 'U', 'neuvedeno', ''])('%j is nobody’s code', (text) => {
  expect(sexOf(text)).toBeNull()
})
test('each spelling is written as it is compared and means one thing', () => {
  const spellings = list.codes.flatMap((code) => code.spellings)
  expect(spellings).toEqual(spellings.map(plainSpelling))
  expect(new Set(spellings).size).toBe(sexSpellings.size)
  expect(spellings.length).toBe(sexSpellings.size)
})
