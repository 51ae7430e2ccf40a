import { expect, test } from 'vitest'
import { collectTable } from '../../../tests/helpers/collect-table'
import { faultOf } from '../../../tests/helpers/import-files'
import { makeOds, makeXlsx, odsContent } from '../../../tests/helpers/make-workbook'
import { openWorkbook } from '../../../tests/helpers/open-workbook'

/** Rows of the first table. */
async function rowsOf(bytes: Buffer, file: string) {
  const [table] = (await openWorkbook(bytes, file)).tables
  if (table === undefined) throw new Error('no table')
  return { table, ...(await collectTable(table)) }
}

test('cells keep what they are: codes, dates, errors, truth, escapes', async () => {
  const bytes = makeXlsx(
    [
      {
        name: 'Data',
        rows: [
          ['kód', 'datum', 'hodnota', 'platí', 'text'],
          [
            '001',
            { style: 1, inside: '<v>44197</v>' },
            { inside: '<v>0.10000000000000001</v>' },
            true,
            'a_x000D_b',
          ],
          [
            '002',
            { type: 'd', inside: '<v>2021-02-01</v>' },
            { type: 'e', inside: '<v>#DIV/0!</v>' },
            false,
            '_x005F_x000D_',
          ],
          [
            { style: 2, inside: '<v>3</v>' },
            { style: 1, inside: '<v>44198.25</v>' },
            { inside: '<f>A1*2</f><v>0.30000000000000004</v>' },
            null,
            {
              type: 'inlineStr',
              inside:
                '<is><r><t>tuč</t></r><r><rPr><b/></rPr><t>ně</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is>',
            },
          ],
          ['004', null, { type: 'str', inside: '<f>"" </f><v></v>' }, null, ' mezery '],
        ],
      },
    ],
    { formats: ['dd.mm.yyyy', '000'] },
  )
  const { rows, lines, table } = await rowsOf(bytes, 'data.xlsx')
  expect(rows).toEqual([
    ['001', '2021-01-01', '0.1', 'true', 'a\rb'],
    ['002', '2021-02-01', '#DIV/0!', 'false', '_x000D_'],
    ['003', '2021-01-02T06:00:00', '0.3', null, 'tučně'],
    ['004', null, '', null, ' mezery '],
  ])
  expect(lines).toEqual([2, 3, 4, 5])
  expect(table.problems).toContainEqual(
    expect.objectContaining({ code: 'cells.error', count: 1, example_line: 3, subject: 'Data!C3' }),
  )
})

test('shared texts, other prefixes and other places of the parts make no difference', async () => {
  const sheets = [
    {
      name: 'A',
      rows: [
        ['a', 'b'],
        ['x', 1],
        ['y', 2],
      ],
    },
  ]
  const shared = await rowsOf(makeXlsx(sheets, { shared: true }), 'a.xlsx')
  const plain = await rowsOf(makeXlsx(sheets), 'a.xlsx')
  expect(shared.rows).toEqual(plain.rows)
  const prefixed = makeXlsx(sheets, {
    parts: {
      '_rels/.rels':
        '<r:Relationships xmlns:r="urn:x"><r:Relationship Id="1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/sešit.xml"/></r:Relationships>',
      'sešit.xml':
        '<x:workbook xmlns:x="urn:s" xmlns:rel="urn:r"><x:sheets><x:sheet name="A" sheetId="1" rel:id="q"/></x:sheets></x:workbook>',
      '_rels/sešit.xml.rels':
        '<Relationships><Relationship Id="q" Type="x/worksheet" Target="list%201.xml"/></Relationships>',
      'list 1.xml':
        '<x:worksheet xmlns:x="urn:s"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>b</x:t></x:is></x:c></x:row><x:row><x:c t="inlineStr"><x:is><x:t>x</x:t></x:is></x:c><x:c><x:v>1</x:v></x:c></x:row><x:row><x:c t="inlineStr"><x:is><x:t>y</x:t></x:is></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      'xl/workbook.xml': '<none/>',
    },
  })
  expect((await rowsOf(prefixed, 'a.xlsx')).rows).toEqual(plain.rows)
})

test('1904 counts from another day', async () => {
  const rows = [
    ['den', 'počet'],
    [{ style: 1, inside: '<v>42735</v>' }, 1],
    [{ style: 1, inside: '<v>42736</v>' }, 2],
  ]
  const bytes = makeXlsx([{ name: 'A', rows }], { date1904: true, formats: ['yyyy-mm-dd'] })
  const { rows: found, table } = await rowsOf(bytes, 'a.xlsm')
  expect(found.map(([day]) => day)).toEqual(['2021-01-01', '2021-01-02'])
  expect(table.dialect).toMatchObject({ format: 'xlsx', facts: { epoch: '1904', range: 'A1:B3' } })
})

test('cells and rows out of order, and rows given twice, are put in order', async () => {
  const sheet =
    '<worksheet><sheetData><row r="3"><c r="B3"><v>30</v></c><c r="A3"><v>3</v></c></row><row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1" t="str"><v>b</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="2"><c r="B2"><v>20</v></c></row></sheetData></worksheet>'
  const bytes = makeXlsx([{ name: 'A', rows: [] }], { parts: { 'xl/worksheets/sheet1.xml': sheet } })
  const { rows, table } = await rowsOf(bytes, 'a.xlsx')
  expect(table.columns.map(({ label }) => label)).toEqual(['a', 'b'])
  expect(rows).toEqual([
    ['2', '20'],
    ['3', '30'],
  ])
})

test('hidden sheets are named and not loaded unasked', async () => {
  const rows = [
    ['a', 'b'],
    ['x', 1],
    ['y', 2],
  ]
  const contents = await openWorkbook(
    makeXlsx([
      { name: 'Skrytý', state: 'hidden', rows },
      { name: 'Data', rows },
      { name: 'Tajný', state: 'veryHidden', rows },
      { name: 'Prázdný', rows: [] },
    ]),
    'a.xlsx',
  )
  expect(contents.tables.map(({ id, byDefault }) => [id, byDefault])).toEqual([
    ['Data', true],
    ['Skrytý', false],
    ['Tajný', false],
  ])
  expect(contents.problems).toContainEqual(
    expect.objectContaining({ code: 'sheets.hidden', count: 2, subject: 'Skrytý, Tajný' }),
  )
  expect(contents.tables[2]?.dialect).toMatchObject({ facts: { visibility: 'very-hidden' } })
})

test('formulas without results are told, and refused where they are the data', async () => {
  const formula = (row: number) => ({ inside: `<f>B${row}*2</f>` })
  const few = makeXlsx([
    {
      name: 'Data',
      rows: [['a', 'b', 'c', 'dvakrát'], ...[2, 3, 4].map((row) => [`k${row}`, row, row, formula(row)])],
    },
  ])
  const { rows, table } = await rowsOf(few, 'a.xlsx')
  expect(rows[0]).toEqual(['k2', '2', '2', '=B2*2'])
  expect(table.problems).toContainEqual(
    expect.objectContaining({ code: 'cells.not-calculated', count: 3, subject: 'Data!D2' }),
  )
  const all = makeXlsx([
    { name: 'Data', rows: [['a', 'b'], ...[2, 3, 4].map((row) => [`k${row}`, formula(row)])] },
  ])
  const [only] = (await openWorkbook(all, 'vzorce.xlsx')).tables
  if (only === undefined) throw new Error('no table')
  expect(await faultOf(collectTable(only))).toEqual({
    code: 'import.workbook-not-calculated',
    path: 'vzorce.xlsx',
    values: { file: 'vzorce.xlsx', sheet: 'Data', cells: 3, cell: 'B2' },
  })
})

test('columns in percent keep the stored numbers and say so', async () => {
  const share = (value: number) => ({ style: 1, inside: `<v>${value}</v>` })
  const rows = [
    ['obec', 'podíl v %'],
    ['A', share(0.123)],
    ['B', share(0.5)],
    ['C', share(1)],
  ]
  const { rows: found, table } = await rowsOf(
    makeXlsx([{ name: 'A', rows }], { formats: ['0.0%'] }),
    'a.xlsx',
  )
  expect(found.map(([, value]) => value)).toEqual(['0.123', '0.5', '1'])
  expect(table.columns[1]?.declared).toEqual({ unit: 'proportion' })
  expect(table.problems).toContainEqual(
    expect.objectContaining({ code: 'column.proportion', column: 'podíl v %' }),
  )
})

const cell = (text: string, more = '') =>
  `<table:table-cell office:value-type="string"${more}><text:p>${text}</text:p></table:table-cell>`
const number = (value: number, more = '') =>
  `<table:table-cell office:value-type="float" office:value="${value}"${more}><text:p>!</text:p></table:table-cell>`
const row = (cells: string, more = '') => `<table:table-row${more}>${cells}</table:table-row>`
const table = (rows: string, more = '') => `<table:table table:name="List"${more}>${rows}</table:table>`

test('OpenDocument: values by their type, texts without notes, repeats and hidden sheets', async () => {
  const note = '<office:annotation><text:p>poznámka</text:p></office:annotation>'
  const rows = [
    row(cell('obec') + cell('den') + cell('čas') + cell('podíl') + cell('platí') + cell('text')),
    row(
      `${cell('Brno')}<table:table-cell office:value-type="date" office:date-value="2021-01-01"/><table:table-cell office:value-type="time" office:time-value="PT255H10M10.500S"/><table:table-cell office:value-type="percentage" office:value="0.125"/><table:table-cell office:value-type="boolean" office:boolean-value="true"/><table:table-cell office:value-type="string">${note}<text:p>a<text:s text:c="2"/>b<text:tab/>c</text:p><text:p>d <text:span>e</text:span></text:p></table:table-cell>`,
      ' table:number-rows-repeated="2"',
    ),
    row('<table:table-cell table:number-columns-repeated="16384"/>', ' table:number-rows-repeated="10"'),
    row(
      `${cell('Praha')}<table:table-cell table:number-columns-repeated="3"/>${number(7)}<table:table-cell table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>`,
    ),
    row('<table:table-cell table:number-columns-repeated="16384"/>', ' table:number-rows-repeated="1048500"'),
  ]
  const hidden = table(
    row(cell('a') + cell('b')) + row(cell('x') + number(1)),
    ' table:style-name="ta2"',
  ).replace('List', 'Skrytý')
  const style =
    '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
  const bytes = makeOds(odsContent(table(rows.join('')) + hidden, style))
  const { rows: found, lines, table: first } = await rowsOf(bytes, 'a.ods')
  const brno = ['Brno', '2021-01-01', '255:10:10.5', '0.125', 'true', 'a  b\tc\nd e']
  expect(found).toEqual([brno, brno, ['Praha', null, null, null, '7', '#DIV/0!']])
  expect(lines).toEqual([2, 3, 14])
  expect(first.problems.map(({ code }) => code)).toContain('cells.error')
  const contents = await openWorkbook(bytes, 'a.ods')
  expect(contents.tables.map(({ id, byDefault }) => [id, byDefault])).toEqual([
    ['List', true],
    ['Skrytý', false],
  ])
})

test('a flat OpenDocument file is the same without its package', async () => {
  const flat = odsContent(
    table(row(cell('a') + cell('b')) + row(cell('x') + number(1)) + row(cell('y') + number(2))),
  )
    .replaceAll('office:document-content', 'office:document')
    .replace(
      'xmlns:office=',
      'office:mimetype="application/vnd.oasis.opendocument.spreadsheet" xmlns:office=',
    )
  const { rows } = await rowsOf(Buffer.from(flat), 'a.fods')
  expect(rows).toEqual([
    ['x', '1'],
    ['y', '2'],
  ])
})
