import { expect, test } from 'vitest'
import { columnNames } from '../../../analyses/model/naming'
import { findWideBlocks, type WideBlock } from './wide-blocks'

const blocks = (...labels: readonly string[]): readonly WideBlock[] => {
  const names = columnNames(labels)
  return findWideBlocks(
    labels.map((label, i) => ({
      name: names[i] ?? '',
      label,
      type: i === 0 ? 'text' : 'integer',
      role: i === 0 ? 'category' : 'measure',
    })),
  )
}
const shape = ([block, ...more]: readonly WideBlock[]) => ({
  value: block?.value,
  dimensions: Object.fromEntries(
    (block?.dimensions ?? []).map(({ kind, values }) => [kind, values.join(' ')]),
  ),
  more: more.length,
})

test('wide years, with and without a stem', () => {
  expect(shape(blocks('geo', '2013 ', '2012 ', '2011 '))).toEqual({
    value: 'value',
    dimensions: { period: '2013 2012 2011' },
    more: 0,
  })
  expect(shape(blocks('geo', 'r2013', 'r2014'))).toMatchObject({ dimensions: { period: '2013 2014' } })
  expect(shape(blocks('geo', 'obyvatele_2013', 'obyvatele_2014'))).toMatchObject({ value: 'obyvatele' })
  expect(shape(blocks('geo', '2013-Q1', '2013-Q2', '2013-Q3'))).toMatchObject({
    dimensions: { period: '2013-Q1 2013-Q2 2013-Q3' },
  })
  expect(shape(blocks('geo', 'Leden 2023', 'Únor 2023'))).toMatchObject({
    dimensions: { period: '2023-01 2023-02' },
  })
})

test('wide sexes, one thing or several', () => {
  expect(shape(blocks('obec', 'Muži', 'Ženy', 'Celkem'))).toEqual({
    value: 'value',
    dimensions: { sex: 'M F T' },
    more: 0,
  })
  const many = blocks('countrycode', 'TOTAL_M', 'TOTAL_F', 'OC1_M', 'OC1_F', 'OC2_M', 'OC2_F')
  expect(shape(many)).toEqual({ value: 'value', dimensions: { sex: 'M F', item: 'total oc1 oc2' }, more: 0 })
  expect(many[0]?.columns[2]).toEqual({ name: 'oc1_m', codes: ['M', 'oc1'] })
  expect(shape(blocks('kraj', 'ženy 15+', 'muži 15+', 'celkem 15+'))).toMatchObject({
    dimensions: { sex: 'F M T' },
  })
})

test('words run together, and columns without a header', () => {
  expect(
    shape(blocks('id', 'MaleLowerQuartile', 'FemaleLowerQuartile', 'MaleTopQuartile', 'FemaleTopQuartile')),
  ).toMatchObject({
    dimensions: { sex: 'M F', item: 'lower_quartile top_quartile' },
  })
  expect(blocks('', '', '', '', '')).toEqual([])
})

test('headers in two languages say the sex twice', () => {
  expect(
    shape(
      blocks(
        'wiek',
        'Ogółem Total',
        'Mężczyźni Males',
        'Kobiety Females',
        'Miasta Razem Total',
        'Miasta Mężczyźni Males',
        'Miasta Kobiety Females',
      ),
    ),
  ).toMatchObject({
    dimensions: { sex: 'T M F' },
  })
})

test('years and sexes together', () => {
  expect(shape(blocks('geo', 'f_2020', 'm_2020', 'f_2021', 'm_2021'))).toMatchObject({
    dimensions: { sex: 'F M', period: '2020 2021' },
  })
})

test('sex and age packed in names', () => {
  const who = blocks(
    'country',
    'new_sp_m014',
    'new_sp_m1524',
    'new_sp_m65',
    'new_sp_f014',
    'new_sp_f1524',
    'new_sp_f65',
    'newrel_m014',
    'newrel_m1524',
    'newrel_m65',
    'newrel_f014',
    'newrel_f1524',
    'newrel_f65',
  )
  expect(shape(who)).toEqual({
    value: 'value',
    dimensions: { sex: 'M F', age: 'Y0-14 Y15-24 Y_GE65', item: 'new_sp newrel' },
    more: 0,
  })
})

test('ages, months, numbered categories, places', () => {
  expect(shape(blocks('obec', '0-14 let', '15-64 let', '65+ let'))).toMatchObject({
    dimensions: { age: 'Y0-14 Y15-64 Y_GE65' },
  })
  expect(shape(blocks('obec', 'vek_0_4', 'vek_5_9', 'vek_10_plus'))).toMatchObject({
    dimensions: { age: 'Y0-4 Y5-9 Y_GE10' },
  })
  expect(shape(blocks('nuts', 'January', 'February', 'March', 'April', 'May', 'June'))).toMatchObject({
    dimensions: { month: '01 02 03 04 05 06' },
  })
  expect(shape(blocks('obec', 'HLASY_01', 'HLASY_02', 'HLASY_03'))).toEqual({
    value: 'hlasy',
    dimensions: { number: '01 02 03' },
    more: 0,
  })
  expect(shape(blocks('rok', 'CZ010', 'CZ020', 'CZ031'))).toMatchObject({
    dimensions: { territory: 'CZ010 CZ020 CZ031' },
  })
})

test('what only looks alike is left alone', () => {
  expect(blocks('obec', 'muzi', 'plocha')).toEqual([])
  expect(blocks('obec', 'pm10', 'no2')).toEqual([])
  expect(blocks('obec', 'obyvatele_2013', 'plocha_2014')).toEqual([])
  expect(blocks('obec', 'm', 'n', 'o')).toEqual([])
  expect(findWideBlocks([])).toEqual([])
})
