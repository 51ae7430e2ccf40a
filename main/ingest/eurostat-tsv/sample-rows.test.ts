import { expect, test } from 'vitest'
import { sampleRows } from './sample-rows'

const header = { dimensions: ['sex', 'geo'], labels: ['sex', 'geo'], periods: ['2022', '2023'] }

test('a record becomes one row for each period, its flags apart from its value', () => {
  expect(sampleRows(header, [['F,CZ01', '9.4 b', ': u']], 200)).toEqual([
    ['F', 'CZ01', '2022', '9.4', 'b', null],
    ['F', 'CZ01', '2023', null, 'u', null],
  ])
})

test('confidentiality stands in its own column, old flags in today’s words', () => {
  expect(sampleRows(header, [['M,CZ02', ': c', '-1.5 s']], 200)).toEqual([
    ['M', 'CZ02', '2022', null, null, 'C'],
    ['M', 'CZ02', '2023', '-1.5', 'i', null],
  ])
})

test('records with another number of dimensions are not shown, and the limit holds within a record', () => {
  expect(
    sampleRows(
      header,
      [
        ['F', '1', '2'],
        ['F,CZ01', '1', '2'],
      ],
      1,
    ),
  ).toEqual([['F', 'CZ01', '2022', '1', null, null]])
})
