import { expect, test } from 'vitest'
import { ageBandOf, ageLevels, packedAge } from './age-bands'
import { periodOf } from './periods'
import { sexCodingOf } from './sex-codings'

test.each([
  ['Y15-24', 15, 24],
  ['Y15T24', 15, 24],
  ['Y_GE65', 65, null],
  ['Y_LT15', 0, 14],
  ['Y_GT74', 75, null],
  ['Y0', 0, 0],
  ['15-24', 15, 24],
  ['15–24 let', 15, 24],
  [' 0-4 lat   ', 0, 4],
  ['15 až 24 let', 15, 24],
  ['65+', 65, null],
  ['<1', 0, 0],
  ['85 a více', 85, null],
  ['85 lat i więcej\n85 and more', 85, null],
  ['85 lat i więcej', 85, null],
  ['85 and over', 85, null],
  ['od 65', 65, null],
  ['do 14 let', 0, 14],
  ['under 5', 0, 4],
  ['7', 7, 7],
  ['410015610020000', 15, 19],
  ['400000600005000', 0, 4],
  ['410095799999000', 95, null],
] as const)('age %j', (text, from, to) => expect(ageBandOf(text)).toEqual({ from, to, total: false }))

test.each(['TOTAL', 'celkem', 'Ogółem'])('%s is every age', (text) =>
  expect(ageBandOf(text)?.total).toBe(true),
)
test.each(['A', '24-15', '2020', '200', '1-2k', 'UNK', '2019-2020'])('%j is no age', (text) =>
  expect(ageBandOf(text)).toBeNull(),
)

test('digits in names of columns', () => {
  expect(['014', '1524', '65', '04', '4', '6515'].map(packedAge)).toEqual([
    { from: 0, to: 14, total: false },
    { from: 15, to: 24, total: false },
    { from: 65, to: null, total: false },
    { from: 4, to: null, total: false },
    null,
    null,
  ])
})

test('nested bands are levels: every age, five years, single years', () => {
  expect(ageLevels(['Ogółem', '0-4 lat', '0', '1', '5-9 lat', '85 lat i więcej'])).toEqual([
    ['Ogółem'],
    ['0-4 lat', '5-9 lat', '85 lat i więcej'],
    ['0', '1'],
  ])
  expect(ageLevels(['Y15-24', 'Y25-34', 'Y_GE35'])).toHaveLength(1)
  expect(ageLevels(['Y15-64', 'Y15-24', 'Y_GE15'])).toEqual([['Y_GE15'], ['Y15-64'], ['Y15-24']])
})

test.each([
  ['2023', 'A', '2023'],
  ['2023-Q2', 'Q', '2023-Q2'],
  ['2. čtvrtletí 2023', 'Q', '2023-Q2'],
  ['II kwartał 2023', 'Q', '2023-Q2'],
  ['Q1 2023', 'Q', '2023-Q1'],
  ['2023-S1', 'S', '2023-S1'],
  ['2. pololetí 2023', 'S', '2023-S2'],
  ['2023M06', 'M', '2023-06'],
  ['červen 2023', 'M', '2023-06'],
  ['6/2023', 'M', '2023-06'],
  ['202306', 'M', '2023-06'],
  ['2023-W05', 'W', '2023-W05'],
  ['30. 6. 2023', 'D', '2023-06-30'],
  ['2023/24', 'school', '2023/2024'],
  ['2023/2024', 'school', '2023/2024'],
] as const)('period %j', (text, frequency, code) => expect(periodOf(text)).toEqual({ frequency, code }))
test.each(['1234', '2023-13', '2023/2026', 'CZ01', 'x 2023'])('%j is no period', (text) =>
  expect(periodOf(text)).toBeNull(),
)

const sex = (texts: readonly string[], named = true, labels?: Readonly<Record<string, string>>) => {
  const coding = sexCodingOf(texts, named, labels === undefined ? null : new Map(Object.entries(labels)))
  return coding === null ? null : { ...Object.fromEntries(coding.codes), sure: coding.sure }
}

test('letters and words in several languages', () => {
  expect(sex(['F', 'M', 'T'], false)).toEqual({ F: 'F', M: 'M', T: 'T', sure: true })
  expect(sex(['Ž', 'M'])).toEqual({ Ž: 'F', M: 'M', sure: true })
  expect(sex(['K', 'M'])).toEqual({ K: 'F', M: 'M', sure: true })
  expect(sex(['W', 'M', 'D'])).toEqual({ W: 'F', M: 'M', D: 'U', sure: true })
  expect(sex(['жінки', 'чоловіки'], false)).toEqual({ жінки: 'F', чоловіки: 'M', sure: true })
  expect(sex(['H', 'F'])).toEqual({ H: 'M', F: 'F', sure: true })
  expect(sex(['H', 'M'])).toEqual({ H: 'M', M: 'F', sure: true })
})

test('digits are a convention until words stand beside them', () => {
  expect(sex(['1', '2'])).toEqual({ 1: 'M', 2: 'F', sure: false })
  expect(sex(['1', '2', '9'])).toEqual({ 1: 'M', 2: 'F', sure: false })
  expect(sex(['1', '2', '9'], true, { 1: 'males', 2: 'females', 9: 'total' })).toEqual({
    1: 'M',
    2: 'F',
    9: 'T',
    sure: true,
  })
  expect(sex(['1', '2'], true, { 1: 'women', 2: 'men' })).toEqual({ 1: 'F', 2: 'M', sure: true })
  expect(sex(['1', '2'], false)).toBeNull()
  expect(sex(['0', '1'])).toBeNull()
})

test('letters of other things are not sex', () => {
  expect(sex(['A', 'F', 'M'], false)).toBeNull()
  expect(sex(['M', 'T'], false)).toBeNull()
  expect(sex(['Praha', 'Brno'])).toBeNull()
})
