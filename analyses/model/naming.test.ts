import { expect, test } from 'vitest'
import { columnNames, dataSetName, plainName } from './naming'

test('a header loses its diacritics, case and punctuation', () => {
  expect(plainName('Počet obyvatel (k 31. 12.)')).toBe('pocet_obyvatel_k_31_12')
  expect(plainName('Łódź – powierzchnia')).toBe('lodz_powierzchnia')
  expect(plainName('-A/XXXX [kW]')).toBe('a_xxxx_kw')
  expect(plainName('Straße')).toBe('strasse')
})

test('a leading digit gets c_ and nothing stays nothing', () => {
  expect(plainName('2023')).toBe('c_2023')
  expect(plainName(' — ')).toBe('')
})

test('precomposed and decomposed letters give the same name', () => {
  expect(plainName('Příjem'.normalize('NFD'))).toBe(plainName('Příjem'.normalize('NFC')))
})

test('empty headers are counted and repeated ones numbered, also against a name that looks numbered', () => {
  expect(columnNames(['', 'a', 'A', 'a 2', ''])).toEqual(['column_1', 'a', 'a_2', 'a_2_2', 'column_5'])
})

test('a data set is called as its file', () => {
  expect(dataSetName('/tmp/Míry nezaměstnanosti 2024.csv')).toBe('miry_nezamestnanosti_2024')
  expect(dataSetName('C:\\data\\lfst_r_lfu3rt.tsv.gz')).toBe('lfst_r_lfu3rt')
  expect(dataSetName('2024.txt')).toBe('c_2024')
  expect(dataSetName('.csv')).toBe('csv')
})
