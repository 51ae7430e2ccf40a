import { expect, test } from 'vitest'
import type { PackCard } from '../../../analyses/model/pack-card'
import { findPacks, matching } from './find-packs'
import { typesetPack } from './typeset-pack'

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

test('an empty search matches all, also in a list of names', () => {
  expect(matching('0501 Žďár', '')).toBe(true)
  expect(matching('0501 Žďár', 'zdar 05')).toBe(true)
  expect(matching('0501 Žďár', 'brno')).toBe(false)
})

test('words bound by a hard space are still found, and only sentences are bound', () => {
  const bound = typesetPack(card('a b', 'Rozdíl v mzdě', ['K tomu']), 'cs')
  expect([bound.id, bound.title, bound.uses]).toEqual(['a b', 'Rozdíl v\u00a0mzdě', ['K\u00a0tomu']])
  expect(findPacks([bound], 'v mzde')).toHaveLength(1)
  expect(typesetPack(card('x', 'a region', []), 'en').title).toBe('a region')
})
