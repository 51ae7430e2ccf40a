import { afterAll, describe, expect, test } from 'vitest'
import { importFolder } from '../helpers/import-files'
import { type ReadTable, readTables } from '../helpers/read-delimited'
import { measure, total } from '../real/pollock-measures'
import { parseStrict, rowPollutions } from '../real/pollock-rows'

/** A table of our own, polluted in the ways of the Pollock benchmark and in some more; every file is read without a hint. */
const places = ['Nová Ves', 'Horní Lhota', 'Dolní Lhota, místní část', 'Městec', 'Újezd "U lípy"']
const rows = Array.from({ length: 40 }, (_, i) => [
  `${String((i % 28) + 1).padStart(2, '0')}/03/2023`,
  `${String(i % 24).padStart(2, '0')}:30`,
  `SY-${1000 + i * 7}`,
  `${(i * 37) % 19}.${i % 10}`,
  `${places[i % places.length]} ${i}`,
  `Poznámka k záznamu, která má čárku; i středník (číslo ${i})`,
  '',
])
const header = ['DATUM', 'CAS', 'Kod', 'Hodnota', 'Misto', 'Popis', 'Stav']
const clean = [header, ...rows]

interface Written {
  readonly delimiter?: string
  readonly quote?: string
  readonly escape?: string
  readonly end?: string
}

function write(
  table: readonly (readonly string[])[],
  { delimiter = ',', quote = '"', escape: mark = quote, end = '\r\n' }: Written,
): string {
  const needs = (cell: string) => cell.includes(delimiter) || cell.includes(quote) || /[,;\s]/.test(cell)
  const cell = (text: string) =>
    needs(text) ? `${quote}${text.replaceAll(quote, `${mark}${quote}`)}${quote}` : text
  return table.map((row) => row.map(cell).join(delimiter) + end).join('')
}

const files = importFolder()
afterAll(() => files.remove())
let made = 0

async function load(text: string | Uint8Array, encoding = 'utf-8'): Promise<string[][]> {
  const [table] = await readTables(files.write(`polluted ${made++}.csv`, text, encoding))
  if (table === undefined) throw new Error('no table')
  return texts(table)
}

const texts = ({ table, header: labels, rows: found }: ReadTable): string[][] => [
  ...(table.header > 0 ? [[...labels]] : []),
  ...found.map((row) => row.map((cell) => cell ?? '')),
]

describe('the whole file is written in another way', () => {
  test.each<[string, Written]>([
    ['comma', {}],
    ['semicolon', { delimiter: ';' }],
    ['tab', { delimiter: '\t' }],
    ['pipe', { delimiter: '|' }],
    ['comma and blank', { delimiter: ', ' }],
    ['semicolon and blank', { delimiter: '; ' }],
    ['blank', { delimiter: ' ' }],
    ['two tabs', { delimiter: '\t\t' }],
    ['two pipes', { delimiter: '||' }],
    ['caret', { delimiter: '^' }],
    ['unit separator', { delimiter: '\x1f' }],
    ['a sign of several marks', { delimiter: '~|~' }],
    ['LF', { end: '\n' }],
    ['CR', { end: '\r' }],
    ['apostrophes', { quote: "'" }],
    ['apostrophes and semicolons', { quote: "'", delimiter: ';' }],
    ['backslashes before quotes', { escape: '\\' }],
    ['NUL before quotes', { escape: '\0' }],
    ['quotes that are not escaped', { escape: '' }],
  ])('%s', async (_, written) => {
    expect(await load(write(clean, written))).toEqual(clean)
  })

  test.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1250', 'iso-8859-2', 'ibm852'])(
    'in %s',
    async (encoding) => {
      const mark = encoding.startsWith('utf-16') ? '\ufeff' : ''
      expect(await load(mark + write(clean, { delimiter: ';' }), encoding)).toEqual(clean)
    },
  )

  test('line ends of all kinds in one file', async () => {
    const ends = ['\r\n', '\n', '\r']
    const text = clean.map((row, i) => write([row], { end: ends[i % 3] ?? '\n' })).join('')
    expect(await load(text)).toEqual(clean)
  })

  test.each([
    ['no line end at the end', write(clean, {}).trimEnd(), clean],
    ['two at the end', `${write(clean, {})}\r\n`, clean],
    ['no header', write(rows, {}), rows],
    ['notes above, with all delimiters', `PREAMBLE,,,,,,\r\n,,,,,,\r\n${write(clean, {})}`, clean],
    ['notes above', `Výpis z evidence\r\n\r\n${write(clean, {})}`, clean],
    ['notes below', `${write(clean, {})}FOOTNOTE\r\nZdroj: úřad\r\n`, clean],
    ['one record', write(clean.slice(0, 2), {}), clean.slice(0, 2)],
    ['a header and no record', write([header], {}), [header]],
    [
      'the header on two lines',
      write([header, ...clean], {}),
      [header.map((name) => `${name} ${name}`), ...rows],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await load(text)).toEqual(expected)
  })

  test.each([-1, 1])('a second table below, %i columns more', async (more) => {
    const second = clean.map((row, i) => (more < 0 ? row.slice(0, -1) : [...row, i === 0 ? 'Navic' : 'x']))
    expect(await load(write(clean, {}) + write(second, {}))).toEqual(clean)
  })
})

test('a delimiter more, a delimiter less, a stray quote, in every cell: nothing but that record is lost', async () => {
  const source = write(clean, { end: '\n' })
  expect(parseStrict(source)).toEqual(clean)
  const scores = new Map<string, number[]>()
  let row = 0
  for (const made of rowPollutions(source, clean)) {
    // Every eighth one keeps the test short; the script in tests/real runs them all.
    if (row++ % 8 !== 0) continue
    const found = await load(made.bytes)
    const kind = made.file.replace(/\d+/g, '').replace(/_x.*/, '')
    scores.set(kind, [...(scores.get(kind) ?? []), total(measure(made.clean, found))])
    if (/row[1-9]|quote[1-9]/.test(made.file))
      expect(Math.abs(found.length - clean.length), made.file).toBeLessThan(2)
  }
  const means = [...scores].map(([kind, all]) => [kind, all.reduce((a, b) => a + b, 0) / all.length] as const)
  expect(means).toHaveLength(4)
  for (const [kind, mean] of means) expect(mean, kind).toBeGreaterThan(9.8)
}, 60_000)
