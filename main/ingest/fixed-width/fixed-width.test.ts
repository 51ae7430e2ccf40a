import iconv from 'iconv-lite'
import { afterAll, describe, expect, test } from 'vitest'
import { importFolder } from '../../../tests/helpers/import-files'
import { readTables } from '../../../tests/helpers/read-delimited'
import { openPlace } from '../formats/place'
import { cutLine, findColumns } from './find-columns'
import { fixedWidthFormat } from './format'

const files = importFolder()
afterAll(() => files.remove())

const towns = ['Nové Město na Moravě', 'Žďár nad Sázavou', 'Brno', 'Ústí', 'Říčany']
const rows = towns.map(
  (name, i) =>
    `${String(i * 7 + 1).padStart(4)}  ${name.padEnd(24)}${String(i * 1234.5).padStart(10)}  ${2000 + i}`,
)
const report = ['  ID  Obec                        Počet  Rok', ...rows]

const recognised = async (path: string) => {
  const place = await openPlace(path)
  try {
    return await fixedWidthFormat.recognise(place, {})
  } finally {
    await place.close()
  }
}

describe('columns are found by what is blank in every line', () => {
  test('with a header over them', () => {
    const found = findColumns(report)
    expect(found?.labels).toEqual(['ID', 'Obec', 'Počet', 'Rok'])
    expect(found).toMatchObject({ header: 0, body: 1 })
    expect(cutLine([...(rows[1] ?? '')], found?.columns ?? [])).toEqual([
      '8',
      'Žďár nad Sázavou',
      '1234.5',
      '2001',
    ])
  })

  test('with notes above and a header whose words stand across the gaps', () => {
    const lines = [
      'Stanice 12, výpis ze dne 1. 2. 2023',
      '',
      '  ID  Název obce nebo části obce   Počet  Rok',
      ...rows,
    ]
    const found = findColumns(lines)
    expect(found).toMatchObject({ header: 2, body: 3 })
    expect(found?.labels[0]).toBe('ID')
    expect(found?.labels.at(-1)).toBe('Rok')
  })

  test('with a rule under the header', () => {
    const found = findColumns([
      'jmeno      pocet rok',
      '---------- ----- ----',
      'a b c          1 2020',
      'x              2 2021',
    ])
    expect(found?.labels).toEqual(['jmeno', 'pocet', 'rok'])
    expect(found?.columns).toHaveLength(3)
  })

  test('without a header', () => {
    expect(findColumns(rows)?.labels).toEqual(['', '', '', ''])
  })

  test.each([
    [
      'prose',
      [
        'Toto je dopis o několika',
        'řádcích, ve kterém není',
        'žádná tabulka a nic',
        'nestojí ve sloupcích',
        'ani pod sebou.',
      ],
    ],
    ['a delimiter', ['a;b ;c', '1;2 ;3', '4;5 ;6', '7;8 ;9', '1;1 ;1']],
    ['one blank between values', ['a b c', '1 2 3', '4 5 6', '7 8 9', '1 1 1']],
    ['one column', ['Brno', 'Praha', 'Zlín', 'Plzeň', 'Ostrava']],
  ])('%s is none', (_, lines) => {
    expect(findColumns(lines)).toBeNull()
  })
})

describe('a file', () => {
  const text = `${['Výpis', '', ...report, '', 'Zdroj: fiktivní úřad, odbor statistiky'].join('\r\n')}\r\n`

  test.each(['utf-8', 'windows-1250', 'utf-16'])('in %s: counted to the last line', async (encoding) => {
    const path = files.write(
      `vypis ${encoding}.txt`,
      iconv.encode(text, encoding, { addBOM: encoding === 'utf-16' }),
    )
    expect(await recognised(path)).toBe(true)
    const [table] = await readTables(path, {}, fixedWidthFormat)
    expect(table?.header).toEqual(['ID', 'Obec', 'Počet', 'Rok'])
    expect(table?.rowCounts).toEqual({ read: 7, loaded: 5, rejected: 0, preamble: 1, footer: 1 })
    expect(table?.rows[0]).toEqual(['1', 'Nové Město na Moravě', '0', '2000'])
    expect(table?.lines).toEqual([4, 5, 6, 7, 8])
  })

  test('a line across the columns is rejected with its text, a value that reaches into a gap is not', async () => {
    const long = '  99  Brandýs nad Labem-Stará_Boleslav dva 5  2020'
    const wide = `  98  ${'Velké Meziříčí'.padEnd(20)}${'123456.5'.padStart(14)}  2021`
    const path = files.write('b.txt', [...report, long, wide, ...rows, ''].join('\n'))
    const [table] = await readTables(path, {}, fixedWidthFormat)
    expect(table?.rejects).toMatchObject([{ line: 7, raw: long, reason: 'outside-columns' }])
    expect(table?.rows).toContainEqual(['98', 'Velké Meziříčí', '123456.5', '2021'])
  })
})
