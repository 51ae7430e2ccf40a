import type { Block, ReportDocument } from '../../analyses/model/report-document'
import { buildReport } from '../../analyses/report'
import { writeCsv } from '../../main/export'
import { exportDocx } from '../../main/export/docx/export-docx'
import { exportHtml } from '../../main/export/html/export-html'
import { readCsvTable, readDocxTables, readHtmlTables, readXlsxTables } from '../../main/export/readback'
import { chartSvg } from '../../main/export/svg/chart-svg'
import { loadFonts } from '../../main/export/svg/fonts'
import { exportXlsx } from '../../main/export/xlsx/export-xlsx'
import { activeInOffice, looseTexts, skeletonOf } from './active-content'
import { asRead, asWorkbook, tableDifferences } from './exported-tables'
import { fontFolder, smallPack, smallRecord } from './small-report'

/** A report in which each text stands wherever a word of data or of a person can stand. */
export function documentOf(texts: readonly string[]): ReportDocument {
  const rows = texts.map((territory, index) => ({ territory, women: 0.4 + index / 1000, men: 0.6 }))
  const report = buildReport({ pack: smallPack(), record: smallRecord(rows), locale: 'cs' })
  const all = texts.join(' ')
  const own = texts.flatMap((text, index): readonly Block[] => [
    { kind: 'heading', level: 3, id: `own-${index}`, text },
    { kind: 'paragraph', text },
    { kind: 'list', items: [text] },
    { kind: 'comment', text },
    { kind: 'note', tone: 'note', text },
    { kind: 'facts', caption: text, items: [{ label: text, value: text, code: index % 2 === 0 }] },
  ])
  const columns = texts.slice(0, 8).map((label, index) => ({
    ...{ name: `c${index}`, label, unit: label, numeric: index % 2 === 1 },
    output: index % 2 === 1 ? ('number' as const) : ('code' as const),
  }))
  const cells = texts.map((text) => columns.map(() => ({ value: text, text })))
  const table = {
    kind: 'table',
    id: texts[0] ?? '',
    caption: texts[1] ?? '',
    columns,
    rows: cells,
    total: 0,
    note: all,
  } as const
  return {
    ...report,
    title: all,
    subtitle: all,
    imprint: { organisation: all, author: all, date: all, keywords: texts, description: all },
    contents: true,
    blocks: [...report.blocks, ...own, table],
  }
}

const harmless = ['Ústí nad Olší', 'Žďár', 'Łódź']

/**
 * What texts make of the files when they stand wherever a word can stand: everything that is not as with harmless
 * words. Nothing: they are only texts, and they are there.
 */
export async function effectsOf(payloads: readonly string[]): Promise<readonly string[]> {
  const document = documentOf(payloads)
  const page = await exportHtml(document, { fontFolder })
  const word = await exportDocx(document, { fontFolder })
  const book = await exportXlsx(document, 'report.xlsx')
  const known = await knownSkeleton()
  const label = (format: string) => (problem: string) => `${format}: ${problem}`
  return [
    ...skeletonOf(page)
      .filter((part) => !known.has(part))
      .map(label('html')),
    ...tableDifferences(document, readHtmlTables(page), asRead).differences.slice(0, 3).map(label('html')),
    ...activeInOffice(word).map(label('docx')),
    ...tableDifferences(document, readDocxTables(word), asRead).differences.slice(0, 3).map(label('docx')),
    ...activeInOffice(book).map(label('xlsx')),
    ...(looseTexts(book) === 0 ? [] : ['xlsx: a text that is none']),
    ...tableDifferences(document, readXlsxTables(book), asWorkbook)
      .differences.slice(0, 3)
      .map(label('xlsx')),
    ...(await svgEffects(document)).map(label('svg')),
    ...payloads.flatMap(csvEffects).map(label('csv')),
  ]
}

let skeleton: Promise<ReadonlySet<string>> | null = null
const knownSkeleton = (): Promise<ReadonlySet<string>> => {
  skeleton ??= exportHtml(documentOf(harmless), { fontFolder }).then((page) => new Set(skeletonOf(page)))
  return skeleton
}

async function svgEffects(document: ReportDocument): Promise<readonly string[]> {
  const draw = async ({ blocks }: ReportDocument) => {
    const chart = blocks.find((block) => block.kind === 'chart')
    if (chart?.kind !== 'chart') throw new Error('no chart')
    return skeletonOf(
      `<body>${await chartSvg(chart, await loadFonts(fontFolder), { headings: true })}</body></html>`,
    )
  }
  const known = new Set(await draw(documentOf(harmless)))
  return (await draw(document)).filter((part) => !known.has(part))
}

/** A text in CSV reads back as it was, after a mark that keeps a spreadsheet from running it; numbers stay numbers. */
function csvEffects(payload: string): readonly string[] {
  const columns = [{ name: 'label' }, { name: 'value' }]
  const text = writeCsv({ columns, rows: [{ label: payload, value: -1.5 }] }, { byteOrderMark: true })
  const [row] = readCsvTable(text).rows
  const [label = '', value = ''] = row?.map((cell) => cell.text) ?? []
  const runs = /^[\s]*[=+\-@＝＋－＠]/.test(label) && !/^[+-]?(?:\d+(?:[.,]\d+)?)?$/.test(label)
  return [
    ...(label.replace(/^'(?=\s*[=+\-@＝＋－＠\t\r\n])/, '') === payload || label === payload
      ? []
      : [`reads back as ${label}`]),
    ...(runs ? ['runs as a formula'] : []),
    ...(value === '-1.5' ? [] : [`number ${value}`]),
  ]
}
