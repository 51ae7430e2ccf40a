import { afterAll, describe, expect, test } from 'vitest'
import { importFolder } from '../helpers/import-files'
import { readTables } from '../helpers/read-delimited'

const files = importFolder()
afterAll(() => files.remove())

let made = 0
const read = (text: string, encoding = 'utf-8') =>
  readTables(files.write(`case ${made++}.csv`, text, encoding))

async function readOne(text: string, encoding = 'utf-8') {
  const [table, ...others] = await read(text, encoding)
  if (table === undefined || others.length > 0) throw new Error(`${others.length + 1} tables`)
  return table
}

const people = Array.from(
  { length: 30 },
  (_, i) => `CZ0${i % 8};${2000 + i};${i * 3},5;${i % 4 === 0 ? '' : 'pozn.'}`,
)
const header = 'kraj;rok;hodnota;poznámka'

describe('records with a delimiter too many or too few', () => {
  test.each([
    [
      'empty cells at the end that were not written',
      'CZ010;2031;7,5',
      ['CZ010', '2031', '7,5', ''],
      'records.short',
    ],
    [
      'an empty cell too many inside',
      'CZ010;;2031;7,5;pozn.',
      ['CZ010', '2031', '7,5', 'pozn.'],
      'records.realigned',
    ],
    ['empty cells too many at the end', 'CZ010;2031;7,5;pozn.;;', ['CZ010', '2031', '7,5', 'pozn.'], null],
  ])('%s: loaded, and counted', async (_, line, cells, code) => {
    const { rows, rejects, counts } = await readOne(
      [header, ...people, line, 'CZ020;2032;8,5;x', ''].join('\n'),
    )
    expect(rejects).toEqual([])
    expect(rows[30]).toEqual(cells)
    expect(rows).toHaveLength(32)
    if (code === null) expect(counts.problems).toEqual([])
    else expect(counts.problems).toContainEqual({ code, count: 1, example_line: 32 })
  })

  test.each([
    ['a value that is missing where there always is one', 'CZ010;7,5;pozn.', 'too-few-fields'],
    ['two ways to read it', 'CZ010;2031;7,5;a;b', 'too-many-fields'],
    ['cut in the middle', 'CZ010;20', 'too-few-fields'],
    ['two cells run together', 'CZ0102031;7,5;pozn.', 'too-few-fields'],
  ])('%s: rejected as it is', async (_, line, reason) => {
    const { rows, rejects } = await readOne([header, ...people, line, 'CZ020;2032;8,5;x', ''].join('\n'))
    expect(rows).toHaveLength(31)
    expect(rejects.map(({ line: at, raw, reason: why }) => [at, raw, why])).toEqual([[32, line, reason]])
  })

  test('a text with an unquoted delimiter is whole again when only one reading fits', async () => {
    const rows = Array.from(
      { length: 20 },
      (_, i) => `${i},Obec ${String.fromCharCode(65 + i)} nad ${'řekou'.slice(i % 4)},${i}.5`,
    )
    const { rows: found } = await readOne(['id,obec,n', ...rows, '21,Praha 1, Nové Město,7.5', ''].join('\n'))
    expect(found.at(-1)).toEqual(['21', 'Praha 1, Nové Město', '7.5'])
  })

  test('a program that leaves out empty cells at the end is followed', async () => {
    const lines = Array.from({ length: 40 }, (_, i) =>
      i % 3 === 0 ? `${i},text ${i},x` : `${i},text ${i},`.slice(0, -1),
    )
    const full = Array.from({ length: 20 }, (_, i) => `${i},t ${i},`)
    const { rowCounts } = await readOne(['id,text,note', ...full, ...lines, ''].join('\n'))
    expect(rowCounts).toEqual({ read: 60, loaded: 60, rejected: 0, preamble: 0, footer: 0 })
  })
})

describe('several tables in one file', () => {
  const men = ['kraj;muži 2022;muži 2023', 'Praha;10;11', 'Zlín;12;13', 'Brno;14;15']
  const women = ['okres;rok;ženy;podíl', 'Praha;2023;20;0,5', 'Zlín;2023;22;0,6']

  test('a blank line and a title between: each has its own header, and together they are the file', async () => {
    const text = ['Tabulka 1. Muži', '', ...men, 'Zdroj: úřad', '', 'Tabulka 2. Ženy', ...women, ''].join(
      '\n',
    )
    const [first, second, ...more] = await read(text)
    expect(more).toEqual([])
    expect(first?.header).toEqual(['kraj', 'muži 2022', 'muži 2023'])
    expect(first?.rowCounts).toEqual({ read: 5, loaded: 3, rejected: 0, preamble: 1, footer: 1 })
    expect(first?.lines).toEqual([4, 5, 6])
    expect(second?.header).toEqual(['okres', 'rok', 'ženy', 'podíl'])
    expect(second?.rowCounts).toEqual({ read: 3, loaded: 2, rejected: 0, preamble: 1, footer: 0 })
    expect(second?.lines).toEqual([11, 12])
    expect(second?.table).toMatchObject({ id: 'table:2', title: 'Tabulka 2. Ženy', suffix: 'tabulka_2_zeny' })
    expect(second?.counts.dialect).toMatchObject({ headerLine: 10, headerLines: 1 })
  })

  test.each(['utf-8', 'windows-1250', 'utf-16le'])('in %s', async (encoding) => {
    const rows = Array.from({ length: 300 }, (_, i) => `Žďár ${i};${i};${i * 2}`)
    const text = [
      '\ufeffobec;muži;ženy',
      ...rows,
      '',
      'kraj;rok;počet;podíl',
      'Říčany;2023;5;1,5',
      'Plzeň;2022;6;2,5',
      '',
    ].join('\r\n')
    const [first, second] = await read(encoding === 'windows-1250' ? text.slice(1) : text, encoding)
    expect(first?.rowCounts.loaded).toBe(300)
    expect(second?.rows).toEqual([
      ['Říčany', '2023', '5', '1,5'],
      ['Plzeň', '2022', '6', '2,5'],
    ])
  })

  test('the small table may come first, and neither needs a blank line when the widths differ', async () => {
    const rows = Array.from({ length: 400 }, (_, i) => `${i};a;b;c;${i};${i};d;e`)
    const text = [...men, 'id;p;q;r;n;m;s;t', ...rows, ''].join('\n')
    const [first, second] = await read(text)
    expect(first?.rowCounts).toMatchObject({ read: 3, loaded: 3 })
    expect(second?.rowCounts).toMatchObject({ read: 400, loaded: 400, preamble: 0 })
  })

  test('a table with sheet-wide delimiters below another', async () => {
    const pad = (line: string) => `${line}${';'.repeat(4 - line.split(';').length)}`
    const text = [...men, '', 'Ženy', ...women].map(pad).join('\n')
    const [first, second] = await read(`${text}\n`)
    expect(first?.header).toEqual(['kraj', 'muži 2022', 'muži 2023'])
    expect(first?.rowCounts.loaded).toBe(3)
    expect(second?.rowCounts).toMatchObject({ loaded: 2, preamble: 1 })
  })

  test('blank lines between groups of one table make no second one', async () => {
    const text = [
      'kraj;rok;n',
      'A;2020;1',
      'A;2021;2',
      '',
      'B;2020;3',
      'B;2021;4',
      '',
      'C;2020;5',
      'C;2021;6',
      '',
    ]
    expect((await readOne(text.join('\n'))).rowCounts.loaded).toBe(6)
  })

  test('keys and values above a table are no table', async () => {
    const text = [
      'Název;Obyvatelstvo',
      'Období;2023',
      'Zdroj;Úřad',
      '',
      'kraj;rok;n',
      'A;2020;1',
      'B;2021;2',
      'C;2022;3',
      '',
    ]
    const { header: found, rowCounts } = await readOne(text.join('\n'))
    expect(found).toEqual(['kraj', 'rok', 'n'])
    expect(rowCounts).toEqual({ read: 6, loaded: 3, rejected: 0, preamble: 3, footer: 0 })
  })

  test('what a person says about lines describes one table', async () => {
    const path = files.write('said.csv', ['x;y', ...men, '', ...women, ''].join('\n'))
    expect(await readTables(path, { headerLine: 2, maxRejectedShare: 1 })).toHaveLength(1)
  })
})

describe('what is not data', () => {
  test('a header that comes back, as where exports were put together', async () => {
    const part = (from: number) => [
      'kraj;rok;n',
      ...Array.from({ length: 5 }, (_, i) => `A;${from + i};${i}`),
    ]
    const { rowCounts, counts } = await readOne([...part(2000), ...part(2005), ...part(2010), ''].join('\n'))
    expect(rowCounts).toEqual({ read: 17, loaded: 15, rejected: 0, preamble: 2, footer: 0 })
    expect(counts.problems).toContainEqual({ code: 'header.repeated', count: 2, example_line: 7 })
  })

  test('numbers of columns under their names', async () => {
    const { header: found, rows } = await readOne('kraj;muži;ženy\na;1;2\nPraha;5;6\nBrno;7;8\nZlín;9;10\n')
    expect(found).toEqual(['kraj', 'muži', 'ženy'])
    expect(rows).toHaveLength(3)
    const plain = await readOne('x;y;z\n1;2;3\n4;5;6\n7;8;9\n')
    expect(plain.rows).toHaveLength(3)
  })

  test('units under the names become part of them', async () => {
    const { header: found } = await readOne(
      'čas;teplota;prašnost\n;°C;µg/m3\n1:00;5,5;6\n2:00;7;8\n3:00;9;10\n',
    )
    expect(found).toEqual(['čas', 'teplota [°C]', 'prašnost [µg/m3]'])
  })

  test('a last line of blanks or delimiters only', async () => {
    const { rowCounts } = await readOne('a;b;c\n1;x;3\n4;y;6\n;;\n \n')
    expect(rowCounts.loaded).toBe(2)
  })
})
