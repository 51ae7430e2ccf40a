import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../analyses/model/database'
import { openDatabase } from '../../main/db/duckdb-database'
import { inspectFile, loadFile } from '../../main/ingest'
import { engineWorker } from '../helpers/engine'
import { faultOf, importFolder, quietJob } from '../helpers/import-files'
import { makeZip } from '../helpers/make-archive'
import { makeOds, makeXlsx, odsContent } from '../helpers/make-workbook'
import { biff8Stream, double, makeCompoundFile, record, u16, wideText } from '../helpers/make-xls'

const files = importFolder()
let database: Database

beforeAll(async () => {
  database = await openDatabase({ path: null, workerPath: engineWorker() })
})

afterAll(async () => {
  await database.close()
  files.remove()
})

const load = (path: string, options = {}) =>
  database.transaction((within) => loadFile(within, path, options, quietJob))

const kraje = [
  ['Obyvatelstvo podle pohlaví'],
  ['kód', 'kraj', 'muži', 'ženy', 'podíl'],
  ['010', 'Praha', 10, 20.5, { style: 1, inside: '<v>0.125</v>' }],
  ['020', 'Středočeský', 11, 21.5, { style: 1, inside: '<v>0.25</v>' }],
  ['031', 'Jihočeský', { type: 'e', inside: '<v>#DIV/0!</v>' }, 22.5, { style: 1, inside: '<v>0.5</v>' }],
  ['Zdroj: ČSÚ'],
]

test('sheets become data sets; hidden ones only when asked for', async () => {
  const workbook = makeXlsx(
    [
      { name: 'Kraje', rows: kraje },
      {
        name: 'Okresy 2',
        rows: [
          ['okres', 'počet'],
          ['CZ0201', 5],
          ['CZ0202', 6],
        ],
      },
      {
        name: 'Číselník',
        state: 'hidden',
        rows: [
          ['kód', 'text'],
          ['1', 'muž'],
          ['2', 'žena'],
        ],
      },
    ],
    { formats: ['0.0%'] },
  )
  const path = files.write('Výkaz 2024.xlsx', workbook)
  const preview = await inspectFile(path, {}, quietJob)
  expect(preview.tables.map(({ id, name, byDefault }) => [id, name, byDefault])).toEqual([
    ['Kraje', 'vykaz_2024', true],
    ['Okresy 2', 'vykaz_2024_okresy_2', true],
    ['Číselník', 'vykaz_2024_ciselnik', false],
  ])
  const receipt = await load(path)
  expect(receipt.dataSets.map(({ name, rows, header }) => [name, header, rows])).toEqual([
    ['vykaz_2024', 1, { read: 5, loaded: 3, rejected: 0, preamble: 1, footer: 1 }],
    ['vykaz_2024_okresy_2', 1, { read: 2, loaded: 2, rejected: 0, preamble: 0, footer: 0 }],
  ])
  const codes = receipt.dataSets[0]?.problems.map(({ code }) => code)
  expect(codes).toEqual(expect.arrayContaining(['sheets.hidden', 'cells.error', 'column.proportion']))
  expect(await database.rows('select kod, zeny, podil from vykaz_2024 order by kod')).toEqual([
    { kod: '010', zeny: 20.5, podil: 0.125 },
    { kod: '020', zeny: 21.5, podil: 0.25 },
    { kod: '031', zeny: 22.5, podil: 0.5 },
  ])
  expect(await database.rows('select _line, muzi from raw.vykaz_2024 order by 1')).toEqual([
    { _line: 3, muzi: '10' },
    { _line: 4, muzi: '11' },
    { _line: 5, muzi: '#DIV/0!' },
  ])
  const asked = await load(path, { only: ['Číselník'], name: 'cis' })
  expect(asked.dataSets[0]?.rows.loaded).toBe(2)
})

test('OpenDocument and XLS load the same; a package is no archive, wherever its type stands', async () => {
  const cell = (text: string) =>
    `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`
  const number = (value: number) => `<table:table-cell office:value-type="float" office:value="${value}"/>`
  const row = (cells: string) => `<table:table-row>${cells}</table:table-row>`
  const content = odsContent(
    `<table:table table:name="List">${row(cell('kraj') + cell('hodnota'))}${row(cell('Praha') + number(1.5))}${row(cell('Brno') + number(2.5))}</table:table>`,
  )
  const late = makeZip([
    { name: 'content.xml', content },
    { name: 'META-INF/manifest.xml', content: '<manifest/>' },
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
  ])
  const label = (r: number, c: number, text: string) => record(0x204, u16(r, c, 0), wideText(text))
  const value = (r: number, c: number, v: number) => record(0x203, u16(r, c, 0), double(v))
  const records = [
    label(0, 0, 'kraj'),
    label(0, 1, 'hodnota'),
    label(1, 0, 'Praha'),
    value(1, 1, 1.5),
    label(2, 0, 'Brno'),
    value(2, 1, 2.5),
  ]
  const xls = makeCompoundFile('Workbook', biff8Stream([{ name: 'List', records }]))
  for (const [file, bytes] of [
    ['a.ods', makeOds(content)],
    ['b.ods', late],
    ['c.xls', xls],
  ] as const) {
    const receipt = await load(files.write(file, bytes))
    expect(receipt.dataSets.map(({ name, rows }) => [name, rows.loaded])).toEqual([[file.slice(0, 1), 2]])
    expect(await database.rows(`select kraj, hodnota from ${file.slice(0, 1)} order by 1`)).toEqual([
      { kraj: 'Brno', hodnota: 2.5 },
      { kraj: 'Praha', hodnota: 1.5 },
    ])
  }
})

test('a damaged or locked workbook is one fault, and nothing is saved', async () => {
  const whole = makeXlsx([{ name: 'A', rows: kraje }])
  const damaged = files.write('poškozený.xlsx', whole.subarray(0, whole.length / 2))
  expect((await faultOf(load(damaged))).code).toBe('import.workbook-damaged')
  const locked = files.write('zamčený.xlsx', makeCompoundFile('EncryptedPackage', Buffer.alloc(5000)))
  expect((await faultOf(load(locked))).code).toBe('import.workbook-protected')
  const names = await database.rows(
    "select table_name from information_schema.tables where table_name like 'po_kozen%' or table_name like 'zam%'",
  )
  expect(names).toEqual([])
})
