import { expect, test } from 'vitest'
import type { TableCell } from '../model/report-document'
import { markedRows } from './cell-marks'
import { frameWords } from './words'

const absent = (text: string, reason: string): TableCell => ({ value: null, text, reason })
const number: TableCell = { value: 1, text: '1' }
const textsOf = (rows: readonly (readonly TableCell[])[]) => rows.map((row) => row.map(({ text }) => text))

test('a mark with one reason stays as it is; the legend counts its cells', () => {
  const marked = markedRows(
    [[absent('•', 'small'), number], [absent('•', 'small')]],
    [true, true],
    frameWords('en'),
  )
  expect(textsOf(marked.rows)).toEqual([['•', '1'], ['•']])
  expect(marked.legend).toBe('• small (2 cells).')
})

test('reasons that share a mark get letters, so that a reader on paper can tell which cell is hidden why', () => {
  const rows = [
    [absent('•', 'small'), absent('–', 'no value'), absent('•', 'so that sums do not tell it')],
    [absent('•', 'so that sums do not tell it'), number, absent('•', 'small')],
  ]
  const marked = markedRows(rows, [true, true, true], frameWords('cs'))
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
  expect(textsOf(markedRows([many], [], frameWords('pl')).rows)[0]?.slice(25)).toEqual([
    '•\u00a0z',
    '•\u00a0aa',
    '•\u00a0ab',
  ])
  expect(markedRows([[number]], [true], frameWords('pl'))).toEqual({ rows: [[number]], legend: '' })
})

test('a row kept back as a whole has one mark for one reason; a row that shows something keeps each mark', () => {
  const hidden = (reason: string): TableCell => ({ ...absent('•', reason), hidden: 'hidden-small' })
  const label: TableCell = { value: 'A', text: 'A' }
  const whole = [label, hidden('small'), hidden('small'), hidden('small')]
  const partly = [label, hidden('small'), number, hidden('small')]
  const mixed = [label, hidden('small'), hidden('other'), hidden('small')]
  const numeric = [false, true, true, true]
  const texts = textsOf(markedRows([whole, partly, mixed], numeric, frameWords('en')).rows)
  expect(texts[0]).toEqual(['A', '•\u00a0a', '', ''])
  expect(texts[1]).toEqual(['A', '•\u00a0a', '1', '•\u00a0a'])
  expect(texts[2]).toEqual(['A', '•\u00a0a', '•\u00a0b', '•\u00a0a'])
  const { rows, legend } = markedRows([whole, whole], numeric, frameWords('cs'))
  expect(rows[0]?.map(({ hidden: why }) => why ?? null)).toEqual([null, ...Array(3).fill('hidden-small')])
  expect(legend.replaceAll('\u00a0', ' ')).toBe(
    '• small (6 buněk; 2 řádky jsou skryty celé a mají po jedné značce).',
  )
})
