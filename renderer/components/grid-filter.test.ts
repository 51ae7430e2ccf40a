import { expect, test } from 'vitest'
import { readFilter, readSort } from './grid-filter'

test('every operator of the grid has its word in the contract', () => {
  const model = {
    a: { filterType: 'text', type: 'contains', filter: 'Kar' },
    b: { filterType: 'text', type: 'startsWith', filter: '0' },
    c: { filterType: 'number', type: 'inRange', filter: 1, filterTo: 2.5 },
    d: { filterType: 'number', type: 'lessThan', filter: 0 },
    e: { filterType: 'text', type: 'blank' },
    f: { filterType: 'date', type: 'greaterThan', dateFrom: '2023-02-28 00:00:00', dateTo: null },
    g: { filterType: 'text', type: 'notEqual', filter: 'T' },
  }
  expect(readFilter(model)).toEqual([
    { column: 'a', operator: 'contains', value: 'Kar' },
    { column: 'b', operator: 'starts-with', value: '0' },
    { column: 'c', operator: 'between', value: '1', to: '2.5' },
    { column: 'd', operator: 'less', value: '0' },
    { column: 'e', operator: 'blank' },
    { column: 'f', operator: 'greater', value: '2023-02-28' },
    { column: 'g', operator: 'not-equals', value: 'T' },
  ])
})

test('unfinished and unknown conditions ask for nothing', () => {
  expect(
    readFilter({
      a: { filterType: 'text', type: 'contains', filter: null },
      b: { filterType: 'number', type: 'inRange', filter: 1, filterTo: null },
      c: { filterType: 'text', type: 'endsWith', filter: 'x' },
      d: null,
    }),
  ).toEqual([])
  expect(readFilter(null)).toEqual([])
})

test('order keeps its direction and sequence', () => {
  expect(
    readSort([
      { colId: 'period', sort: 'desc' },
      { colId: 'territory', sort: 'asc' },
    ]),
  ).toEqual([
    { column: 'period', direction: 'descending' },
    { column: 'territory', direction: 'ascending' },
  ])
})
