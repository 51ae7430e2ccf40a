import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { Locale } from '../../analyses/model/locale'
import type { ReportDocument } from '../../analyses/model/report-document'
import { buildReport } from '../../analyses/report'
import { exportDocx } from '../../main/export/docx/export-docx'
import { languages } from '../../main/export/docx/styles'
import { encloseInOffice } from '../../main/export/enclosure'
import { printableDocument } from '../../main/export/printable'
import { exportXlsx } from '../../main/export/xlsx/export-xlsx'
import { checkDocx } from '../helpers/docx-structure'
import { fullDocument } from '../helpers/full-document'
import { brokenRules } from '../helpers/rules'
import { fontFolder, smallPack, smallRecord } from '../helpers/small-report'
import { checkXlsx } from '../helpers/xlsx-structure'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const small = (locale: Locale, rows?: Parameters<typeof smallRecord>[0]): ReportDocument =>
  buildReport({ pack: smallPack(), record: smallRecord(rows), locale })
const documents: readonly (readonly [string, ReportDocument])[] = [
  ['one run', small('cs')],
  ['a run without a row', small('en', [])],
  ['one territory', small('pl', [{ territory: 'Łódź', women: 0.5, men: 0.5 }])],
  ['everything a composition can hold', fullDocument('Ústí nad Olší', 'cs', 'en')],
  ['the same from the other side', fullDocument('=SUM("a") & <b>\u202eشمال', 'pl', 'cs')],
  ['a title alone', { ...small('en'), subtitle: '', blocks: [] }],
]

const titleOf = (document: ReportDocument): string => printableDocument(document).title
async function brokenInWord(document: ReportDocument, word: Uint8Array): Promise<readonly string[]> {
  const contents = document.contents === true
  return brokenRules(
    checkDocx(word, { title: titleOf(document), language: languages[document.locale], contents }),
  )
}

describe.each(documents)('%s', (_, document) => {
  test('DOCX keeps every rule', async () => {
    const word = encloseInOffice(await exportDocx(document, { fontFolder }), 'docx', {})
    expect(await brokenInWord(document, word)).toEqual([])
  })
  test('XLSX keeps every rule', async () => {
    const book = encloseInOffice(await exportXlsx(document, 'report.xlsx'), 'xlsx', {})
    const expected = { title: titleOf(document), language: document.locale }
    expect(brokenRules(checkXlsx(book, expected))).toEqual([])
  })
})

/** The same file with one part changed. */
function damaged(file: Uint8Array, part: string, from: string | RegExp, to: string): Uint8Array {
  const files = unzipSync(file)
  const text = strFromU8(files[part] ?? new Uint8Array())
  const changed = text.replace(from, to)
  if (changed === text) throw new Error(`${part} has no ${from}`)
  return zipSync({ ...files, [part]: strToU8(changed) })
}

describe('a broken rule is found', () => {
  const document = fullDocument()
  let word: Uint8Array
  let book: Uint8Array
  beforeAll(async () => {
    word = await exportDocx(document, { fontFolder })
    book = await exportXlsx(document, 'report.xlsx')
  })

  test.each([
    ['core', 'docProps/core.xml', 'cs-CZ', 'de-DE', 'the document has its language'],
    ['body', 'word/document.xml', '"Heading1"', '"Heading3"', 'headings begin with the first level'],
    ['body', 'word/document.xml', ' descr="', ' was="', 'every picture has an alternative text'],
    ['body', 'word/document.xml', '<w:tblHeader/>', '', 'head rows are marked'],
    ['body', 'word/document.xml', 'SEQ Figure', 'AUTHOR', 'every picture stands under its numbered caption'],
    ['body', 'word/document.xml', '<w:p>', '<w:p></w:p><w:p>', 'no paragraph is empty'],
    ['body', 'word/document.xml', /PAGEREF section_1/, 'PAGEREF section_99', 'references and links lead'],
    [
      'body',
      'word/document.xml',
      'w:val="Caption"',
      'w:val="Bildtext"',
      'all styles that are used are there',
    ],
    [
      'body',
      'word/document.xml',
      /<w:bookmarkStart w:name="section_2" w:id="\d+"/,
      '<w:bookmarkStart w:name="section_2" w:id="1"',
      'places have names',
    ],
    [
      'body',
      'word/document.xml',
      '<w:jc w:val="left"/></w:pPr>',
      '<w:jc w:val="left"/><w:pStyle w:val="Caption"/></w:pPr>',
      'parts of paragraphs and tables',
    ],
    ['footer', 'word/footer1.xml', '>NUMPAGES<', '>DATE<', 'every page says which one it is'],
    [
      'links',
      'word/_rels/document.xml.rels',
      'Target="styles.xml"',
      'Target="http://example.org/s.xml" TargetMode="External"',
      'nothing runs',
    ],
    ['styles', 'word/styles.xml', 'w:val="565D66"', 'w:val="B0B0B0"', 'letters stand out'],
  ] as const)('DOCX, %s: %s', async (_, part, from, to, rule) => {
    const broken = await brokenInWord(document, damaged(word, part, from, to))
    expect(broken.filter((words) => words.startsWith(rule))).not.toEqual([])
  })

  test.each([
    ['xl/workbook.xml', 'name="gap"', 'name="a/b"', 'names of sheets'],
    ['xl/workbook.xml', 'name="gap"', 'state="hidden" name="gap"', 'nothing is hidden'],
    ['xl/workbook.xml', '_xlnm.Print_Titles', '_xlnm.Print_Area', 'heads are printed on every page'],
    ['xl/worksheets/sheet2.xml', '<v>0.51</v>', '<f>1+1</f><v>0.51</v>', 'cells hold a number'],
    ['xl/worksheets/sheet2.xml', / s="\d+"><v>0.51</, '><v>0.51<', 'numbers have a format'],
    ['xl/worksheets/sheet2.xml', 'state="frozen"', 'state="split"', 'heads are bold'],
    [
      'xl/worksheets/sheet2.xml',
      /<autoFilter ref="A1:F7"/,
      '<autoFilter ref="A1:F6"',
      'tables have a filter',
    ],
    ['xl/worksheets/sheet2.xml', /width="12"/, 'width="2"', 'every column has a width'],
    [
      'xl/worksheets/sheet2.xml',
      '<sheetData>',
      '<pageMargins left="1"/><sheetData>',
      'parts of sheets stand',
    ],
    ['xl/worksheets/sheet2.xml', '<row r="3"', '<row r="3" hidden="1"', 'nothing is hidden'],
    ['xl/styles.xml', 'formatCode="@"', 'formatCode="General"', 'texts have the format of texts'],
    ['docProps/core.xml', 'Zpráva', '', 'the document has its title'],
  ] as const)('XLSX, %s: %s', (part, from, to, rule) => {
    const broken = brokenRules(
      checkXlsx(damaged(book, part, from, to), { title: titleOf(document), language: 'cs' }),
    )
    expect(broken.filter((words) => words.startsWith(rule))).not.toEqual([])
  })

  test('a number written as a text is found', () => {
    const text = strFromU8(unzipSync(book)['xl/sharedStrings.xml'] ?? new Uint8Array())
    const at = text.match(/<si>/g)?.length ?? 0
    const more = damaged(book, 'xl/sharedStrings.xml', '</sst>', '<si><t>51,0</t></si></sst>')
    const loose = damaged(more, 'xl/worksheets/sheet2.xml', /s="\d+"><v>0.51</, `s="2" t="s"><v>${at}<`)
    const broken = brokenRules(checkXlsx(loose, { title: titleOf(document), language: 'cs' }))
    expect(broken).toHaveLength(1)
    expect(broken[0]).toContain('among numbers stand only marks')
  })
})
