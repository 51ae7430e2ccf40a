import { expect, test } from 'vitest'
import type { ImportOptions } from '../../../../analyses/model/data-set'
import { collectTable } from '../../../../tests/helpers/collect-table'
import { type MadeCell, makeXlsx } from '../../../../tests/helpers/make-workbook'
import { openWorkbook } from '../../../../tests/helpers/open-workbook'

type Rows = readonly (readonly MadeCell[])[]

/** What is found in one sheet: per table its labels, its records with their rows, and the rest of the account. */
async function found(rows: Rows, merges: readonly string[] = [], options: ImportOptions = {}) {
  const contents = await openWorkbook(makeXlsx([{ name: 'List', rows, merges }]), 'a.xlsx', options)
  const tables = []
  for (const table of contents.tables) {
    const { rows: records, lines, counts } = await collectTable(table)
    expect(counts.read).toBe(records.length + counts.preamble + counts.footer)
    tables.push({
      id: table.id,
      title: table.title,
      byDefault: table.byDefault,
      labels: table.columns.map(({ label }) => label),
      header: table.header,
      records,
      lines,
      preamble: counts.preamble,
      footer: counts.footer,
      problems: [...table.problems, ...counts.problems].map(({ code }) => code),
    })
  }
  return { tables, problems: contents.problems ?? [] }
}

const data: Rows = [
  ['CZ010', 'Praha', 10, 20],
  ['CZ020', 'Středočeský', 11, 21],
  ['CZ031', 'Jihočeský', 12, 22],
]
const names = ['kód', 'kraj', 'muži', 'ženy']

test('title and notes stand apart, by their rows', async () => {
  const rows = [
    ['Obyvatelstvo podle pohlaví'],
    ['stav k 1. 1. 2024'],
    [],
    names,
    ...data,
    [],
    ['Zdroj: ČSÚ'],
    ['* předběžné'],
  ]
  const { tables } = await found(rows)
  expect(tables).toMatchObject([
    { id: 'List', title: 'List', labels: names, header: 1, lines: [5, 6, 7], preamble: 2, footer: 2 },
  ])
})

test('merged and bilingual headings of two rows become one name each; a row of column numbers is no record', async () => {
  const rows = [
    ['Ludność wg płci', null, null, null, null],
    ['Wyszczególnienie\nSpecification', 'Ogółem \nTotal', 'Miasta  Urban areas', null, 'Wieś'],
    [null, null, 'razem \ntotal', 'kobiety', 'razem'],
    [1, 2, 3, 4, 5],
    [],
    [' 0-4 lat   ', 30, 10, 5, 20],
    ['0', 6, 2, 1, 4],
  ]
  const { tables } = await found(rows, ['A1:E1', 'A2:A3', 'B2:B3', 'C2:D2'])
  expect(tables).toMatchObject([
    {
      labels: [
        'Wyszczególnienie Specification',
        'Ogółem Total',
        'Miasta Urban areas razem total',
        'Miasta Urban areas kobiety',
        'Wieś razem',
      ],
      header: 3,
      preamble: 1,
      records: [
        [' 0-4 lat   ', '30', '10', '5', '20'],
        ['0', '6', '2', '1', '4'],
      ],
      lines: [6, 7],
    },
  ])
})

test('a parent that is not merged counts for the columns that have names below it', async () => {
  const rows = [
    ['kraj', 'rok 2023', null, 'rok 2024', null],
    [null, 'muži', 'ženy', 'muži', 'ženy'],
    ['Praha', 1, 2, 3, 4],
    ['Brno', 5, 6, 7, 8],
  ]
  const { tables } = await found(rows)
  expect(tables[0]?.labels).toEqual([
    'kraj',
    'rok 2023 muži',
    'rok 2023 ženy',
    'rok 2024 muži',
    'rok 2024 ženy',
  ])
})

test('years are names where the columns below hold something else', async () => {
  const { tables } = await found([
    ['kraj', 2021, 2022, 2023],
    ['Praha', 10, 11, 12],
    ['Brno', 20, 21, 22],
  ])
  expect(tables).toMatchObject([{ labels: ['kraj', '2021', '2022', '2023'], lines: [2, 3] }])
})

test('without names the first row is a record', async () => {
  const { tables } = await found([
    ['Praha', 10, 11],
    ['Brno', 20, 21],
  ])
  expect(tables).toMatchObject([
    { labels: ['', '', ''], header: 0, lines: [1, 2], problems: ['header.missing'] },
  ])
})

test('tables one under the other are offered apart, each with its own title', async () => {
  const second = [['Tab. 2 Školy'], ['okres', 'počet'], ['CZ0201', 5], ['CZ0202', 6]]
  const { tables } = await found([['Tab. 1 Kraje'], names, ...data, ['Zdroj: ČSÚ'], [], ...second])
  expect(tables).toMatchObject([
    { id: 'List#1', labels: names, lines: [3, 4, 5], preamble: 1, footer: 1, byDefault: true },
    {
      id: 'List#2',
      title: 'List · A9:B11',
      labels: ['okres', 'počet'],
      lines: [10, 11],
      preamble: 1,
      byDefault: true,
    },
  ])
})

test('titles inside a column part a table in sections when the same keys come again', async () => {
  const { tables } = await found([names, ['Všichni'], ...data, ['Domácí'], ...data, ['Zahraniční'], ...data])
  expect(tables.map(({ id, title, lines }) => [id, title, lines])).toEqual([
    ['List#1', 'List · Všichni', [3, 4, 5]],
    ['List#2', 'List · Domácí', [7, 8, 9]],
    ['List#3', 'List · Zahraniční', [11, 12, 13]],
  ])
  expect(tables.map(({ labels, preamble }) => [labels, preamble])).toEqual([
    [names, 1],
    [names, 1],
    [names, 1],
  ])
})

test('titles over different keys name groups: the table stays one and says so', async () => {
  const { tables } = await found([
    names,
    ['Čechy'],
    ...data,
    ['Morava'],
    ['CZ064', 'Jihomoravský', 13, 23],
    ['CZ071', 'Olomoucký', 1, 2],
  ])
  expect(tables).toMatchObject([{ id: 'List', lines: [2, 3, 4, 5, 6, 7, 8] }])
  expect(tables[0]?.problems).toContain('rows.group-names')
})

test('the same header again inside a table is no record', async () => {
  const { tables } = await found([names, ...data, names, ['CZ064', 'Jihomoravský', 13, 23]])
  expect(tables).toMatchObject([{ id: 'List', header: 1, lines: [2, 3, 4, 6] }])
  expect(tables[0]?.problems).toContain('header.repeated')
})

test('settings and notes to the right are offered, not loaded', async () => {
  const beside = [['MAPTYPE'], [null, 'ps'], ['Třídy:', 'nízká', 1], [null, 'vysoká', 2]]
  const rows = [names, ...data].map((row, i) => [...row, null, null, ...(beside[i] ?? [])])
  const more = Array.from({ length: 30 }, (_, i) => [`CZ${100 + i}`, `Kraj ${i}`, i, i + 1])
  const { tables } = await found([...rows, ...more])
  expect(tables).toMatchObject([
    { id: 'List', labels: names, byDefault: true },
    { id: 'List#2', byDefault: false, header: 0, lines: [1, 2, 3, 4] },
  ])
  expect(tables[0]?.records).toHaveLength(33)
})

test('two tables beside each other are two', async () => {
  const rows = [names, ...data].map((row, i) => [
    ...row,
    null,
    null,
    ...(i === 0 ? ['okres', 'počet'] : [`CZ02${i}`, i]),
  ])
  const { tables } = await found(rows)
  expect(tables.map(({ id, labels, byDefault }) => [id, labels, byDefault])).toEqual([
    ['List#1', names, true],
    ['List#2', ['okres', 'počet'], true],
  ])
})

test('an empty column amid a table does not cut it', async () => {
  const rows = [
    ['kód', 'kraj', null, 'muži', 'ženy'],
    ...data.map(([a = null, b = null, c = null, d = null]) => [a, b, null, c, d]),
  ]
  const { tables } = await found(rows)
  expect(tables.map(({ labels }) => labels)).toEqual([names])
})

test('blank rows amid the records are no records and do not end the table', async () => {
  const { tables } = await found([
    names,
    ...data.slice(0, 2),
    [],
    ...data.slice(2),
    [],
    [],
    ['CZ064', 'Jihomoravský', 13, 23],
  ])
  expect(tables).toMatchObject([{ lines: [2, 3, 5, 8], footer: 0 }])
})

test('a text merged over several rows counts for each; a number does not', async () => {
  const rows = [
    ['okres', 'obec', 'počet', 'celkem'],
    ['Kladno', 'A', 1, 6],
    [null, 'B', 2, null],
    [null, 'C', 3, null],
  ]
  const { tables } = await found(rows, ['A2:A4', 'D2:D4'])
  expect(tables[0]?.records).toEqual([
    ['Kladno', 'A', '1', '6'],
    ['Kladno', 'B', '2', null],
    ['Kladno', 'C', '3', null],
  ])
  expect(tables[0]?.problems).toContain('cells.merged')
})

test('a cell far away is told, and does not stretch the table', async () => {
  const far: (readonly MadeCell[])[] = Array.from({ length: 7_000 }, () => [])
  const { tables, problems } = await found([names, ...data, ...far, [...new Array<null>(25).fill(null), 'x']])
  expect(tables).toMatchObject([{ id: 'List', labels: names, lines: [2, 3, 4] }])
  expect(problems).toContainEqual(
    expect.objectContaining({ code: 'cells.beside', count: 1, subject: 'List', example_line: 7005 }),
  )
})

test('what a person says of the header is done', async () => {
  const rows = [
    ['a', 'b'],
    ['x', 'y'],
    ['p', 'q'],
    ['konec', 'tabulky'],
  ]
  const said = await found(rows, [], { headerLine: 2, headerLines: 1, footerLines: 1 })
  expect(said.tables).toMatchObject([{ labels: ['x', 'y'], lines: [3], preamble: 1, footer: 1 }])
  const none = await found(rows, [], { headerLine: null })
  expect(none.tables).toMatchObject([{ labels: ['', ''], header: 0, lines: [1, 2, 3, 4] }])
})
