import { expect, test } from 'vitest'
import type { PackCard } from '../../../analyses/model/pack-card'
import { findPacks } from './find-packs'

const card = (id: string, title: string, uses: readonly string[]): PackCard => ({
  id,
  version: '1.0.0',
  area: 'gender',
  topics: ['labour-market'],
  title,
  question: 'Jaký je rozdíl?',
  uses,
  limits: [],
  needs: [],
  params: [],
  outputs: [],
  citations: [],
})
const packs = [
  card('gender-gap', 'Rozdíl mezi ženami a muži', ['Zaměstnanost']),
  card('shift-share', 'Rozklad růstu', ['Przesunięcia, łącznie']),
]
const found = (words: string) => findPacks(packs, words).map(({ id }) => id)

test('every word must stand somewhere, without regard to case and diacritics', () => {
  expect(found('')).toEqual(['gender-gap', 'shift-share'])
  expect(found('ZENAMI zamest')).toEqual(['gender-gap'])
  expect(found('lacznie')).toEqual(['shift-share'])
  expect(found('labour rustu')).toEqual(['shift-share'])
  expect(found('zenami rustu')).toEqual([])
})
