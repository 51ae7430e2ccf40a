import { expect, test } from 'vitest'
import { collectTable } from '../../../../tests/helpers/collect-table'
import {
  biff8Stream,
  double,
  makeCompoundFile,
  record,
  u16,
  u32,
  wideText,
} from '../../../../tests/helpers/make-xls'
import { openWorkbook } from '../../../../tests/helpers/open-workbook'

const label = (row: number, column: number, text: string) =>
  record(0x204, u16(row, column, 0), wideText(text))
const number = (row: number, column: number, value: number, style = 0) =>
  record(0x203, u16(row, column, style), double(value))
const xf = (format: number) => record(0xe0, u16(0, format), Buffer.alloc(16))

async function read(records: readonly Buffer[], globals: readonly Buffer[] = []) {
  const bytes = makeCompoundFile('Workbook', biff8Stream([{ name: 'Údaje', records }], globals))
  const contents = await openWorkbook(bytes, 'a.xls')
  const [table] = contents.tables
  if (table === undefined) throw new Error('no table')
  return { table, ...(await collectTable(table)) }
}

test('numbers in all their forms, truth, errors, results of formulas and merged cells', async () => {
  const rk = (row: number, column: number, value: number) => record(0x27e, u16(row, column, 0), u32(value))
  const result = (row: number, column: number, bytes: readonly number[]) =>
    record(0x06, u16(row, column, 0), Buffer.from(bytes), u16(0), u32(0), u16(0))
  const special = (kind: number, value: number) => [kind, 0, value, 0, 0, 0, 0xff, 0xff]
  const records = [
    ...['kraj', 'a', 'b', 'c', 'd'].map((text, i) => label(0, i, text)),
    label(1, 0, 'Žďár'),
    rk(1, 1, (1234 << 2) | 2),
    rk(1, 2, (1234 << 2) | 3),
    record(0xbd, u16(1, 3, 0), u32((5 << 2) | 2), u16(0), u32((-7 << 2) | 2), u16(4)),
    number(2, 1, 0.1),
    result(2, 2, special(1, 1)),
    result(2, 3, special(2, 0x07)),
    result(2, 4, special(0, 0)),
    record(0x207, wideText('výsledek')),
    number(3, 1, 44197, 1),
    record(0x205, u16(3, 2), u16(0), Buffer.from([0, 0])),
    record(0x205, u16(3, 3), u16(0), Buffer.from([0x2a, 1])),
    result(3, 4, [...double(1.5)]),
    record(0xe5, u16(1, 1, 3, 0, 0)),
  ]
  const { rows, lines, table } = await read(records, [xf(0), xf(14)])
  expect(table.columns.map(({ label: name }) => name)).toEqual(['kraj', 'a', 'b', 'c', 'd'])
  expect(rows).toEqual([
    ['Žďár', '1234', '12.34', '5', '-7'],
    ['Žďár', '0.1', 'true', '#DIV/0!', 'výsledek'],
    ['Žďár', '2021-01-01', 'false', '#N/A', '1.5'],
  ])
  expect(lines).toEqual([2, 3, 4])
})

test('shared texts run on over records, and change the width of their letters there', async () => {
  const first = Buffer.concat([u32(9, 99), u16(6), Buffer.from([0]), Buffer.from('ab', 'latin1')])
  const rest = Buffer.concat([
    Buffer.from([1]),
    Buffer.from('čďeř', 'utf16le'),
    u16(2),
    Buffer.from([0]),
    Buffer.from('xy'),
  ])
  const rich = Buffer.concat([u16(2), Buffer.from([8]), u16(1), Buffer.from('zw'), u32(0)])
  const shared = [record(0xfc, first), record(0x3c, rest), record(0x3c, rich)]
  const text = (row: number, column: number, index: number) => record(0xfd, u16(row, column, 0), u32(index))
  const { rows } = await read(
    [
      label(0, 0, 'k'),
      label(0, 1, 'n'),
      text(1, 0, 0),
      number(1, 1, 1),
      text(2, 0, 2),
      number(2, 1, 2),
      text(3, 0, 7),
      number(3, 1, 3),
    ],
    shared,
  )
  expect(rows).toEqual([
    ['abčďeř', '1'],
    ['zw', '2'],
    ['#7', '3'],
  ])
})

test('BIFF5 has texts in a code page, and states of sheets', async () => {
  const begin = (kind: number) => record(0x809, u16(0x500, kind, 0, 0))
  const entry = (at: number) =>
    record(0x85, u32(at), Buffer.from([1, 0, 4]), Buffer.from([0x8e, 0x69, 0x76, 0x6f]))
  const text = (row: number, column: number, bytes: Buffer) =>
    record(0x204, u16(row, column, 0), u16(bytes.length), bytes)
  const globals = Buffer.concat([begin(5), record(0x42, u16(1250))])
  const at = globals.length + entry(0).length + 4
  const sheet = [
    begin(0x10),
    text(0, 0, Buffer.from('m')),
    text(0, 1, Buffer.from('n')),
    text(1, 0, Buffer.from([0xd8, 0xed, 0xe8, 0x61, 0x6e, 0x79])),
    number(1, 1, 5),
    record(0x0a),
  ]
  const stream = Buffer.concat([globals, entry(at), record(0x0a), ...sheet])
  const contents = await openWorkbook(makeCompoundFile('Book', stream), 'a.xls')
  const [table] = contents.tables
  expect([table?.id, table?.byDefault]).toEqual(['Živo', false])
  expect(table === undefined ? [] : (await collectTable(table)).rows).toEqual([['Říčany', '5']])
})

test('a stream of a file system in a circle ends', async () => {
  const bytes = makeCompoundFile('Workbook', biff8Stream([{ name: 'A', records: [label(0, 0, 'x')] }]))
  const table = bytes.subarray(512)
  for (let i = 0; i < 12; i++) table.writeUInt32LE(2, i * 4)
  await expect(openWorkbook(bytes, 'a.xls')).rejects.toMatchObject({
    fault: { code: 'import.workbook-damaged' },
  })
})
