import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { buildReport } from '../../analyses/report'
import { fontFolder, smallPack, smallRecord } from '../../tests/helpers/small-report'
import { exportDocx } from './docx/export-docx'
import { exportXlsx } from './xlsx/export-xlsx'
import { sheetNames } from './xlsx/sheet-names'

const record = smallRecord()
const report = (label?: string) =>
  buildReport({
    pack: smallPack(),
    record: label === undefined ? record : withLabel(label),
    locale: 'cs',
  })
const withLabel = (territory: string) => ({
  ...record,
  tables: {
    ...record.tables,
    gap: (record.tables['gap'] ?? []).map((row, index) => (index === 0 ? { ...row, territory } : row)),
  },
})
const parts = (bytes: Uint8Array) =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes))
      .filter(([path]) => /\.(xml|rels)$/.test(path))
      .map(([path, content]) => [path, strFromU8(content)]),
  )
const unescaped = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')

describe('DOCX', () => {
  test('has headings, captions, repeated table headers, alternative texts, language and page numbers', async () => {
    const files = parts(await exportDocx(report(), { fontFolder }))
    const body = files['word/document.xml'] ?? ''
    expect(body).toContain('<w:pStyle w:val="Title"/>')
    expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)?.length).toBeGreaterThan(3)
    expect(body).toContain('<w:pStyle w:val="Caption"/>')
    expect(body.match(/<w:tblHeader/g)?.length).toBeGreaterThanOrEqual(2)
    expect(body).toMatch(/<wp:docPr [^>]*descr="[^"]{20,}"/)
    expect(files['word/styles.xml']).toContain('w:val="cs-CZ"')
    expect(files['word/footer1.xml']).toContain('NUMPAGES')
    expect(files['docProps/core.xml']).toContain('<dc:title>')
  })

  test('shows what the report shows, cell by cell', async () => {
    const body = parts(await exportDocx(report(), { fontFolder }))['word/document.xml'] ?? ''
    const cells = [...body.matchAll(/<w:tc>([\s\S]*?)<\/w:tc>/g)].map(([, cell = '']) =>
      unescaped([...cell.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')),
    )
    const gap = report().blocks.find((block) => block.kind === 'table' && block.id === 'gap')
    if (gap?.kind !== 'table') throw new Error('the report has the table')
    const wanted = gap.rows.flatMap((row) => row.map(({ text }) => text))
    expect(cells.join('|')).toContain(wanted.join('|'))
  })

  test('letters that take two places are whole wherever they stand in a long text', async () => {
    const [block] = report().blocks
    const long = '𠜎'.repeat(20_000)
    const paragraphs = ['', 'x'].map((before) => ({ kind: 'paragraph' as const, text: `${before}${long}` }))
    const bytes = await exportDocx(
      { ...report(), blocks: [...(block ? [block] : []), ...paragraphs] },
      { fontFolder },
    )
    const body = parts(bytes)['word/document.xml'] ?? ''
    expect(body.split('𠜎').length - 1).toBe(40_000)
    expect(body).not.toMatch(/\ufffd|[\ue000-\ue7ff]/)
  })

  test('the same report gives the same bytes', async () => {
    const [first, second] = [
      await exportDocx(report(), { fontFolder }),
      await exportDocx(report(), { fontFolder }),
    ]
    expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0)
  })
})

describe('XLSX', () => {
  test('holds the numbers of the record to the last digit, codes as text, header frozen', async () => {
    const files = parts(await exportXlsx(report(), 'out.xlsx'))
    const strings = [...(files['xl/sharedStrings.xml'] ?? '').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(
      ([, item = '']) =>
        unescaped([...item.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text).join('')),
    )
    const sheets = Object.entries(files).filter(([path]) => path.startsWith('xl/worksheets/sheet'))
    const sheet = sheets
      .map(([, xml]) => xml)
      .filter((xml) => xml.includes('state="frozen"'))
      .join('')
    const numbers = [...sheet.matchAll(/<c [^>]*?(?:t="n")?[^>]*?><v>([^<]+)<\/v><\/c>/g)].filter(
      ([cell]) => !cell.includes('t="s"') && !cell.includes('t="b"'),
    )
    const truth = sheets.length > 0 ? (record.tables['gap'] ?? []) : []
    const wanted = truth.flatMap((row) =>
      ['women', 'men', 'total', 'difference', 'ratio'].flatMap((name) =>
        typeof row[name] === 'number' ? [row[name]] : [],
      ),
    )
    const found = new Set(numbers.map(([, value]) => Number(value)))
    expect(wanted.length).toBeGreaterThan(5)
    expect(wanted.filter((value) => !found.has(Number(value)))).toEqual([])
    expect(strings).toContain(String(truth[0]?.['territory']))
    expect(Object.values(files).join('')).not.toContain('<f>')
  })

  test.each([
    '<script>alert(1)</script>',
    '=HYPERLINK("http://x.example")',
    '+1+1',
    '@SUM(A1)',
    '<b>&amp;</b>',
    'a\u0000b\u0007c',
    'x'.repeat(40_000),
  ])('a label from data is only text', async (label) => {
    for (const bytes of [
      await exportXlsx(report(label), 'out.xlsx'),
      await exportDocx(report(label), { fontFolder }),
    ]) {
      const files = parts(bytes)
      const whole = Object.values(files).join('')
      expect(whole).not.toMatch(/<f>|<f |<w:hyperlink|<script|<b>&amp;/)
      // Control characters are no XML and would make the whole file unreadable.
      expect([...whole].some((mark) => mark < ' ' && !'\t\n\r'.includes(mark))).toBe(false)
    }
  })

  test('the same report gives the same bytes', async () => {
    const [first, second] = [await exportXlsx(report(), 'a.xlsx'), await exportXlsx(report(), 'b.xlsx')]
    expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0)
  })

  test('names of sheets are as Excel wants them', () => {
    const names = sheetNames([
      'a/b:c',
      "'quoted'",
      '',
      'Data',
      `${'dlouhý název listu '.repeat(3)}`,
      `${'dlouhý název listu '.repeat(3)}`,
    ])
    expect(names.slice(0, 4)).toEqual(['a b c', 'quoted', 'Data', 'Data 2'])
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
    expect(names.every((name) => name.length <= 31)).toBe(true)
    expect(sheetNames(['❤️ 💔 💌 💕 💞 💓 💗 💖 💘 💝 💟 💜 💛 💚 💙'])[0]).toBe(
      '❤️ 💔 💌 💕 💞 💓 💗 💖 💘 💝',
    )
  })
})
