import { expect, test } from 'vitest'
import { FaultError } from '../../../analyses/model/fault'
import { collectTable } from '../../../tests/helpers/collect-table'
import { faultOf, seeded } from '../../../tests/helpers/import-files'
import { makeZip } from '../../../tests/helpers/make-archive'
import { makeOds, makeXlsx, odsContent } from '../../../tests/helpers/make-workbook'
import { biff8Stream, makeCompoundFile, record, u16 } from '../../../tests/helpers/make-xls'
import { openWorkbook } from '../../../tests/helpers/open-workbook'

const rows = [
  ['a', 'b'],
  ['x', 1],
  ['y', 2],
]
const codeOf = async (bytes: Buffer, file: string) => (await faultOf(openWorkbook(bytes, file))).code

test('a billion repeated cells are refused before they are made', async () => {
  const cell =
    '<table:table-cell table:number-columns-repeated="999999999" office:value-type="string"><text:p>X</text:p></table:table-cell>'
  const wide = `<table:table table:name="A"><table:table-row table:number-rows-repeated="999999999">${cell}</table:table-row></table:table>`
  expect(await codeOf(makeOds(odsContent(wide)), 'a.ods')).toBe('import.workbook-too-large')
  const tall = wide.replace('table:number-columns-repeated="999999999" ', '')
  expect(await codeOf(makeOds(odsContent(tall)), 'a.ods')).toBe('import.workbook-too-large')
  const many = `<table:table table:name="A"><table:table-row table:number-rows-repeated="1000000">${cell.replace('999999999', '2')}</table:table-row></table:table>`
  expect(await codeOf(makeOds(odsContent(many.repeat(13))), 'a.ods')).toBe('import.workbook-too-large')
  // Within the rows and columns of a sheet, and a billion cells all the same.
  const square = wide
    .replaceAll('999999999', '1000')
    .replace('rows-repeated="1000"', 'rows-repeated="1000000"')
  expect(await codeOf(makeOds(odsContent(square)), 'a.ods')).toBe('import.workbook-too-large')
})

test('a part that unpacks to more than data ever does is refused', async () => {
  const bomb = makeXlsx([{ name: 'A', rows }], {
    parts: { 'xl/worksheets/sheet1.xml': `<worksheet>${' '.repeat(100 * 1024 * 1024)}</worksheet>` },
  })
  expect(bomb.length).toBeLessThan(200_000)
  expect(await codeOf(bomb, 'a.xlsx')).toBe('import.archive-bomb')
})

test('entities of a document type are not resolved', async () => {
  const type =
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
  const sheet = (text: string) =>
    `${type}<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>${text}</v></c></row></sheetData></worksheet>`
  for (const entity of ['&b;', '&c;'])
    expect(
      await codeOf(
        makeXlsx([{ name: 'A', rows }], { parts: { 'xl/worksheets/sheet1.xml': sheet(entity) } }),
        'a.xlsx',
      ),
    ).toBe('import.workbook-damaged')
})

test('rows and columns beyond the sheet are refused', async () => {
  const sheet = (address: string) =>
    `<worksheet><sheetData><row><c r="${address}"><v>1</v></c></row></sheetData></worksheet>`
  for (const address of ['A1048577', 'XFE1', 'A99999999999999999999'])
    expect(
      await codeOf(
        makeXlsx([{ name: 'A', rows }], { parts: { 'xl/worksheets/sheet1.xml': sheet(address) } }),
        'a.xlsx',
      ),
    ).toBe('import.workbook-too-large')
})

test('what needs a password says so', async () => {
  const manifest =
    '<m:manifest xmlns:m="urn:m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
  expect(await codeOf(makeOds('encrypted bytes', manifest), 'a.ods')).toBe('import.workbook-protected')
  expect(await codeOf(makeCompoundFile('EncryptedPackage', Buffer.alloc(5000)), 'a.xlsx')).toBe(
    'import.workbook-protected',
  )
  const locked = biff8Stream([{ name: 'A', records: [] }], [record(0x2f, u16(1, 1))])
  expect(await codeOf(makeCompoundFile('Workbook', locked), 'a.xls')).toBe('import.workbook-protected')
})

test('what cannot be read is called by its name', async () => {
  const xlsb = makeZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: '_rels/.rels',
      content:
        '<Relationships><Relationship Id="1" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
    },
    { name: 'xl/workbook.bin', content: '' },
  ])
  expect(await faultOf(openWorkbook(xlsb, 'a.xlsb'))).toMatchObject({
    code: 'import.workbook-unsupported',
    values: { kind: 'XLSB' },
  })
  expect(
    (await faultOf(openWorkbook(makeCompoundFile('WordDocument', Buffer.alloc(5000)), 'a.xls'))).values[
      'kind'
    ],
  ).toBe('DOC')
  expect(await codeOf(Buffer.from([0x09, 0x04, 0x06, 0x00, 0, 0, 0x10, 0, 0, 0]), 'a.xls')).toBe(
    'import.workbook-unsupported',
  )
})

test('an empty workbook has no table', async () => {
  expect(await codeOf(makeXlsx([{ name: 'A', rows: [] }]), 'a.xlsx')).toBe('import.workbook-empty')
})

test('cut off and changed files end in one fault, or in rows that add up', async () => {
  const xls = makeCompoundFile('Workbook', biff8Stream([{ name: 'A', records: [] }]))
  const files: readonly (readonly [string, Buffer])[] = [
    ['a.xlsx', makeXlsx([{ name: 'A', rows }], { shared: true })],
    ['a.ods', makeOds(odsContent('<table:table table:name="A"/>'))],
    ['a.xls', xls],
  ]
  const { below } = seeded(3)
  for (const [file, bytes] of files)
    for (let i = 0; i < 150; i++) {
      const changed = Buffer.from(bytes)
      for (let k = 0; k <= below(6); k++) changed[4 + below(bytes.length - 4)] = below(256)
      const mutated = i % 3 === 0 ? changed.subarray(0, 8 + below(bytes.length - 8)) : changed
      try {
        for (const table of (await openWorkbook(mutated, file)).tables) {
          const { rows: found, counts } = await collectTable(table)
          expect(counts.read).toBe(found.length + counts.preamble + counts.footer)
        }
      } catch (error) {
        const named =
          error instanceof FaultError || (error instanceof Error && error.message.startsWith('no workbook'))
        if (!named) throw error
      }
    }
})

test('a cancel is heard while a workbook is read', async () => {
  const many = Array.from({ length: 60_000 }, (_, i) => [`k${i}`, i, i * 2, i * 3])
  const bytes = makeXlsx([{ name: 'A', rows: [['k', 'a', 'b', 'c'], ...many] }])
  const controller = new AbortController()
  const reading = openWorkbook(bytes, 'a.xlsx', {}, { signal: controller.signal, report: () => {} })
  await new Promise((resolve) => setTimeout(resolve, 60))
  const start = performance.now()
  controller.abort()
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
  expect(performance.now() - start).toBeLessThan(500)
})
