import { expect, test } from 'vitest'
import {
  builtInCodeLists,
  type CodeList,
  hasCheckDigit,
  judgeTerritory,
  levelOf,
  parentOf,
  plainList,
  registers,
} from './index'

const list = (id: string): CodeList => {
  const found = builtInCodeLists.find((each) => each.id === id)
  if (found === undefined) throw new Error(`no list ${id}`)
  return found
}
const codesOf = (id: string) => [...list(id).items.keys()]
const judge = (codes: readonly string[], name = 'x', territorial = false, lists = builtInCodeLists) =>
  judgeTerritory(codes, { name, territorial }, lists)
const place = (codes: readonly string[], name?: string, territorial?: boolean) =>
  judge(codes, name, territorial)?.match.list.id ?? null

test('the lists have as many codes as their registers', () => {
  const counts = Object.fromEntries(builtInCodeLists.map(({ id, items }) => [id, items.size]))
  expect(counts).toMatchObject({
    'cz-kraj/csu': 14,
    'cz-okres/lau1': 77,
    'cz-okres/election': 78,
    'cz-orp/csu': 206,
    'cz-orp/ruian': 206,
    'cz-praha-district/csu': 22,
    'sk-okres/lau1': 79,
    'pl-wojewodztwo': 16,
  })
  const inPoland = (id: string) => codesOf(id).filter((code) => /^PL...$/.test(code)).length
  expect(['nuts-2010', 'nuts-2013', 'nuts-2016', 'nuts-2021', 'nuts-2024'].map(inPoland)).toEqual([
    66, 72, 73, 73, 73,
  ])
})

test('every parent is in its list, and one level up', () => {
  for (const nuts of builtInCodeLists.filter(({ family }) => family === 'nuts'))
    for (const [code, { parent }] of nuts.items) {
      if (/^(?:CZ|PL|SK)/.test(code)) expect(parent === null).toBe(code.length === 2)
      if (parent !== null) expect(nuts.items.has(parent), `${nuts.id} ${code}`).toBe(true)
    }
  const nuts3 = new Set(codesOf('nuts-2024'))
  for (const id of ['cz-okres/lau1', 'cz-orp/csu', 'sk-okres/lau1'])
    for (const [code, { parent }] of list(id).items)
      expect(nuts3.has(parent ?? ''), `${id} ${code}`).toBe(true)
})

test('units keep their keys apart: Zlín is 7204 in elections and 3705 in RÚIAN, 7204 among ORP is Luhačovice', () => {
  const okres = registers['cz-okres']?.units.find(({ keys }) => keys[0] === 'CZ0724')
  expect(okres).toMatchObject({ keys: ['CZ0724', '3705', '7204', '40851'], label: 'Zlín' })
  expect(list('cz-orp/csu').items.get('7204')?.label).toBe('Luhačovice')
  expect(registers['cz-orp']?.units.find(({ keys }) => keys[0] === '6203')).toMatchObject({
    label: 'Brno',
    keys: ['6203', '1317'],
  })
})

test.each(['554782', '582786', '528595', '40169', '3051', '3140'])('%s has its check digit', (code) => {
  expect(hasCheckDigit(code)).toBe(true)
  expect(hasCheckDigit(`${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`)).toBe(false)
})

test('level and parent of a code', () => {
  const nuts = list('nuts-2021')
  expect(
    ['CZ', 'cz0', 'CZ06', 'CZ064', 'CZ0642', 'EU27_2020', 'CZ99'].map((code) => levelOf(nuts, code)),
  ).toEqual(['country', 'nuts1', 'nuts2', 'nuts3', 'lau1', 'aggregate', null])
  expect([parentOf(nuts, 'CZ064'), parentOf(nuts, 'CZ')]).toEqual(['CZ06', null])
})

test('districts of elections and ORP: the whole sets decide, a few shared codes do not', () => {
  expect(place(codesOf('cz-okres/election'))).toBe('cz-okres/election')
  expect(place(codesOf('cz-orp/csu'))).toBe('cz-orp/csu')
  expect(place(['6201', '6202', '6203'])).toBeNull()
  expect(place(['6201', '6202', '6203'], 'okres')).toBe('cz-okres/election')
  expect(place(['6201', '6202', '6203'], 'kod_orp')).toBe('cz-orp/csu')
  expect(judge(['6201', '6202', '6203'], 'uzemi', true)).toMatchObject({ rivals: ['cz-orp/csu'] })
})

test('one code that another list does not know decides', () => {
  expect(judge(['1100', '6201', '6202'], 'uzemi', true)).toMatchObject({
    match: { list: { id: 'cz-okres/election' } },
    rivals: [],
  })
  expect(judge(['1000', '6201', '6202'], 'uzemi', true)).toMatchObject({
    match: { list: { id: 'cz-orp/csu' } },
    rivals: [],
  })
})

test('editions of NUTS: told by codes that came or went, otherwise all that fit', () => {
  expect(judge(['PL11', 'PL33', 'PL121'], 'geo')?.editions).toEqual(['2010'])
  expect(judge(['PL11', 'PL33', 'PL12B'], 'geo')?.editions).toEqual(['2013'])
  expect(judge(['PL71', 'PL92', 'CZ01'], 'geo')?.editions).toEqual(['2016', '2021', '2024'])
  expect(judge(['CZ010', 'CZ064', 'SK021'], 'geo')?.editions).toEqual([
    '2010',
    '2013',
    '2016',
    '2021',
    '2024',
  ])
})

test('codes of NUTS 2024 outside the three countries', () => {
  expect(judge(['NL35', 'PT1A', 'BE10', 'CZ01'], 'geo')?.editions).toEqual(['2024'])
  expect(judge(['NL31', 'PT17', 'BE10', 'CZ01'], 'geo')?.editions).toEqual(['2010', '2016', '2021'])
})

test('codes of two editions in one column are named', () => {
  const verdict = judge(['PL11', 'PL12', 'PL71', 'PL72', 'PL81', 'CZ01'], 'geo')
  expect(verdict?.match.unmatched).toEqual(['PL11', 'PL12'])
  expect(verdict?.foreign).toEqual([
    { edition: '2010', codes: ['PL11', 'PL12'] },
    { edition: '2013', codes: ['PL11', 'PL12'] },
  ])
})

test('mixed levels are counted', () => {
  expect(judge(['CZ', 'CZ0', 'CZ01', 'CZ02', 'CZ010', 'EU27_2020'], 'geo')?.match.levels).toEqual({
    country: 1,
    nuts1: 1,
    nuts2: 2,
    nuts3: 1,
    aggregate: 1,
  })
})

test('municipalities: Praha as one or as its parts tells obec from ZÚJ', () => {
  expect(place(['554782', '582786', '500011'], 'obec')).toBe('cz-obec')
  expect(place(['500054', '582786', '500011'], 'obec')).toBe('cz-zuj')
  expect(place(['582787', '500012', '123456'], 'obec')).toBeNull()
})

test('small whole numbers are no places', () => {
  expect(place(Array.from({ length: 60 }, (_, i) => String(i)))).toBeNull()
  expect(place(['19', '27', '35', '43', '51'], 'vek')).toBeNull()
  expect(place(['02', '04', '06'], 'wojewodztwo')).toBe('pl-wojewodztwo')
})

test('countries', () => {
  expect(place(['AF', 'CZ', 'NA', 'UA'], 'iso2')).toBe('country/iso2')
  expect(place(['AFG', 'CZE', 'NAM', 'UKR'], 'iso3')).toBe('country/iso3')
})

test('a list a person loaded takes part', () => {
  const items = new Map(['A1', 'A2', 'A3', 'A4'].map((code) => [code, { label: code, parent: null }]))
  const mine = plainList({
    id: 'mine',
    edition: null,
    country: null,
    level: 'ward',
    validFrom: null,
    validTo: null,
    source: '',
    items,
    hint: null,
  })
  expect(judge(['A1', 'A2', 'A3'], 'x', false, [...builtInCodeLists, mine])?.match.list.id).toBe('mine')
})
