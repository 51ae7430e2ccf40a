import { expect, test } from 'vitest'
import { guessRole, unitOf } from './roles'

const role = (
  name: string,
  texts: readonly string[],
  type: 'text' | 'code' | 'integer' | 'number' = 'text',
  filled = 1000,
) => guessRole({ name, type, texts, distinct: new Set(texts).size, filled })

test.each([
  ['geo', ['CZ01', 'CZ02', 'PL21']],
  ['cokoliv', ['CZ010', 'CZ020', 'SK031', 'EU27_2020']],
  ['kod_kraje', ['108', '141']],
  ['okresy', ['Brno-venkov', 'Třebíč']],
])('%s is a territory', (name, texts) => expect(role(name, texts)).toBe('territory'))

test('names of places are no keys', () =>
  expect(role('nazev_kraje', ['Vysočina', 'Zlínský'])).toBe('category'))

test.each([
  ['sex', ['F', 'M', 'T']],
  ['pohlavi', ['muži', 'ženy', 'celkem']],
  ['plec', ['kobiety', 'mężczyźni', 'ogółem']],
  ['geschlecht', ['weiblich', 'männlich']],
  ['x', ['female', 'male']],
])('%s is sex', (name, texts) => expect(role(name, texts)).toBe('sex'))

test('sex written in digits needs the name of the column', () => {
  expect(role('pohlavi_kod', ['1', '2'], 'code')).toBe('sex')
  expect(role('skupina', ['1', '2'], 'code')).not.toBe('sex')
})

test('periods, ages, measures, categories', () => {
  expect(role('rok', ['2020', '2021'], 'integer')).toBe('period')
  expect(role('time_period', ['2020-Q1', '2020-Q2'])).toBe('period')
  expect(role('age', ['Y15-24', 'Y_GE65', 'TOTAL'])).toBe('age')
  expect(role('skupina', ['0-14', '15-64', '65+'])).toBe('age')
  expect(role('hodnota', ['1.5', '2.5'], 'number')).toBe('measure')
  expect(role('obor', ['A', 'B', 'C'])).toBe('category')
})

test('a unit is read off the header of a number', () => {
  expect(unitOf('-A/X [kW]', 'number')).toBe('kW')
  expect(unitOf('Cena (tis. Kč)', 'number')).toBe('tis. Kč')
  expect(unitOf('Podíl v %', 'number')).toBe('%')
  expect(unitOf('Obyvatelé (2023)', 'number')).toBeNull()
  expect(unitOf('Název [text]', 'text')).toBeNull()
})
