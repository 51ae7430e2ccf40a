import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8 } from 'fflate'
import { describe, expect, test, vi } from 'vitest'
import { FaultError } from '../../analyses/model/fault'
import type { ReportDocument } from '../../analyses/model/report-document'
import { type RunRecord, runRecordSchema } from '../../analyses/model/run-record'
import { buildReport } from '../../analyses/report'
import { documentContent, type ExportFormat } from '../../main/export'
import { languages } from '../../main/export/docx/styles'
import { readDocxTables, readHtmlTables, readXlsxTables } from '../../main/export/readback'
import { readXml } from '../../main/export/readback/markup'
import { checkDocx } from '../helpers/docx-structure'
import { scratchFolder } from '../helpers/engine'
import { asRead, asWorkbook, tableDifferences } from '../helpers/exported-tables'
import { openDifferences, readArrow, readCsv, readPackage, readParquet, tableOf } from '../helpers/open-data'
import { quiet } from '../helpers/pack-case'
import { brokenRules } from '../helpers/rules'
import { fontFolder, noDisclosure, type SmallRow, smallPack, smallRecord } from '../helpers/small-report'
import { taggedPdf } from '../helpers/tagged-pdf'
import { checkXlsx } from '../helpers/xlsx-structure'

vi.setConfig({ testTimeout: 300_000 })

const hidden = (territory: string): SmallRow => ({ territory, women: null, men: null, status: 'suppressed' })
const shown = (territory: string, at = 0): SmallRow => ({ territory, women: 0.4 + at / 1000, men: 0.6 })

const runs: Readonly<Record<string, readonly SmallRow[]>> = {
  'an empty run': [],
  'all cells hidden': ['Lhotka', 'Žďár', 'Łódź'].map(hidden),
  'one municipality': [shown('Lhotka')],
  'no women': ['Lhotka', 'Žďár', 'Łódź'].map((territory) => ({ territory, women: null, men: 0.6 })),
  '300 categories': Array.from({ length: 300 }, (_, at) => shown(`Obec ${at + 1}`, at)),
  'labels of 5,000 characters': [
    shown('dlouhé slovo '.repeat(385)),
    shown('x'.repeat(5000), 1),
    shown('Lhotka'),
  ],
  'labels from the right to the left': [
    shown('שלום עולם'),
    shown('مرحبا \u202eobráceně', 1),
    shown('a\u2066b'),
  ],
  'labels of control characters': [
    shown('\u0000\u0001\u0008'),
    shown('a\u001b[31m\u007f', 1),
    shown('a\tb\r\nc\u2028d'),
  ],
  'labels that are nothing': [shown(''), shown(' ', 1), shown('\u200b')],
}

interface Made {
  readonly document: ReportDocument
  readonly record: RunRecord
  readonly bytes: Uint8Array
  /** What went to the printer. */
  readonly paper: string
}

const pack = smallPack()

async function made(rows: readonly SmallRow[], format: ExportFormat, fonts = fontFolder): Promise<Made> {
  const record = { ...smallRecord(rows), disclosure: noDisclosure }
  const document = buildReport({ pack, record, locale: 'cs', mostRows: Number.MAX_SAFE_INTEGER })
  let paper = ''
  const print = (html: string) => {
    paper = html
    return taggedPdf()
  }
  const bytes = await documentContent({
    ...{ document, runs: [{ key: 'run', pack, record }], composition: null, disclosure: noDisclosure },
    ...{ format, path: `report.${format}`, fontFolder: fonts, printer: { print }, job: quiet },
  })
  return { document, record, bytes, paper }
}

const read = (bytes: Uint8Array) => strFromU8(bytes)
/** What is wrong with a file of each format; nothing when it is whole and says what the run says. */
const wrongIn: Readonly<
  Record<ExportFormat, (made: Made) => readonly string[] | Promise<readonly string[]>>
> = {
  html: ({ document, bytes }) => tableDifferences(document, readHtmlTables(read(bytes)), asRead).differences,
  docx: ({ document, bytes }) => [
    ...brokenRules(
      checkDocx(bytes, {
        title: document.title,
        language: languages.cs,
        contents: document.contents === true,
      }),
    ),
    ...tableDifferences(document, readDocxTables(bytes), asRead).differences,
  ],
  xlsx: ({ document, bytes }) => [
    ...brokenRules(checkXlsx(bytes, { title: document.title, language: 'cs' })),
    ...tableDifferences(document, readXlsxTables(bytes), asWorkbook).differences,
  ],
  pdf: ({ document, bytes, paper }) => [
    ...(read(bytes.subarray(0, 5)) === '%PDF-' ? [] : ['no PDF']),
    // On a page the caption of a wide table stands before it; these tables are narrow.
    ...tableDifferences(document, readHtmlTables(paper), asRead).differences,
  ],
  csvw: ({ bytes, record }) => {
    const found = readPackage(bytes, record).get('gap')
    return found === undefined ? ['no table'] : openDifferences(tableOf(record, 'gap'), found)
  },
  csv: ({ bytes, record }) => {
    const table = tableOf(record, 'gap')
    return openDifferences(table, readCsv(read(bytes), table))
  },
  arrow: ({ bytes, record }) => openDifferences(tableOf(record, 'gap'), readArrow(bytes)),
  parquet: async ({ bytes, record }) => openDifferences(tableOf(record, 'gap'), await readParquet(bytes)),
  json: ({ bytes, record }) => {
    const again = runRecordSchema.parse(JSON.parse(read(bytes)))
    return JSON.stringify(again.tables) === JSON.stringify(record.tables) ? [] : ['other tables']
  },
  svg: ({ bytes }) => (readXml(read(bytes)).name === 'svg' ? [] : ['no picture']),
  png: ({ bytes }) => {
    const [width, height] = [16, 20].map((at) => Buffer.from(bytes).readUInt32BE(at))
    return Number(width) > 100 && Number(height) > 50 ? [] : [`${width} by ${height}`]
  },
}
const formats = Object.keys(wrongIn) as readonly ExportFormat[]

/** Of a run without a value there is no picture to draw, and that is said. */
const saidInstead: Readonly<Record<string, readonly string[]>> = {
  svg: ['export.chart-empty', 'export.part-missing'],
  png: ['export.chart-empty', 'export.part-missing'],
}

describe.each(Object.entries(runs))('%s', (_, rows) => {
  test.each(formats)('%s is whole and says what the run says, or a clear fault', async (format) => {
    try {
      const file = await made(rows, format)
      expect((await wrongIn[format](file)).slice(0, 10)).toEqual([])
    } catch (error) {
      if (!(error instanceof FaultError)) throw error
      expect(rows.some(({ men }) => men !== null)).toBe(false)
      expect(saidInstead[format]).toContain(error.fault.code)
    }
  })
})

test('without fonts a chart is refused by name, and what has no chart is written', async () => {
  const empty = join(scratchFolder('no-fonts'), 'fonts')
  mkdirSync(empty)
  const rows = [shown('Lhotka')]
  for (const format of formats) {
    const outcome = await made(rows, format, empty).then(
      () => 'written',
      (error: { fault: { code: string } }) => error.fault.code,
    )
    const draws = ['html', 'docx', 'pdf', 'svg', 'png'].includes(format)
    expect([format, outcome]).toEqual([format, draws ? 'export.font-missing' : 'written'])
  }
})
