import { expect, test } from 'vitest'
import type { TableCell } from '../model/report-document'
import { markedRows } from './cell-marks'
import { frameWords } from './words'

const absent = (text: string, reason: string): TableCell => ({ value: null, text, reason })
const number: TableCell = { value: 1, text: '1' }
const textsOf = (rows: readonly (readonly TableCell[])[]) => rows.map((row) => row.map(({ text }) => text))

test('a mark with one reason stays as it is; the legend counts its cells', () => {
  const marked = markedRows([[absent('•', 'small'), number], [absent('•', 'small')]], frameWords('en'))
  expect(textsOf(marked.rows)).toEqual([['•', '1'], ['•']])
  expect(marked.legend).toBe('• small (2 cells).')
})

test('reasons that share a mark get letters, so that a reader on paper can tell which cell is hidden why', () => {
  const rows = [
    [absent('•', 'small'), absent('–', 'no value'), absent('•', 'so that sums do not tell it')],
    [absent('•', 'so that sums do not tell it'), number, absent('•', 'small')],
  ]
  const marked = markedRows(rows, frameWords('cs'))
  expect(textsOf(marked.rows)).toEqual([
    ['•\u00a0a', '–', '•\u00a0b'],
    ['•\u00a0b', '1', '•\u00a0a'],
  ])
  expect(marked.legend.split('; ')).toEqual([
    expect.stringMatching(/^– no value \(1.buňka\)$/),
    expect.stringMatching(/^•.a.small \(2.buňky\)$/),
    expect.stringMatching(/^•.b so that sums do not tell it \(2.buňky\)\.$/),
  ])
})

test('more reasons than letters, none at all', () => {
  const many = Array.from({ length: 28 }, (_, index) => absent('•', `reason ${index}`))
  expect(textsOf(markedRows([many], frameWords('pl')).rows)[0]?.slice(25)).toEqual([
    '•\u00a0z',
    '•\u00a0aa',
    '•\u00a0ab',
  ])
  expect(markedRows([[number]], frameWords('pl'))).toEqual({ rows: [[number]], legend: '' })
})
