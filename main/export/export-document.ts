import type { Composition } from '../../analyses/model/composition'
import type { DisclosureSummary } from '../../analyses/model/disclosure'
import { refuse } from '../../analyses/model/fault'
import type { JobContext } from '../../analyses/model/job'
import type { Pack } from '../../analyses/model/pack'
import { type Published, publishedSchema } from '../../analyses/model/published'
import type { ChartBlock, ReportDocument } from '../../analyses/model/report-document'
import { unreachable } from '../../analyses/model/result'
import type { RunRecord } from '../../analyses/model/run-record'
import type { Table } from '../../analyses/model/table'
import { writeArrow } from './arrow/write-arrow'
import { writeCsv } from './csv/write-csv'
import { exportCsvw } from './csvw/export-csvw'
import { exportDocx } from './docx/export-docx'
import { encloseInHtml, encloseInOffice } from './enclosure'
import { exportHtml } from './html/export-html'
import { pageMessages } from './html/messages'
import { writeParquet } from './parquet/write-parquet'
import { exportPdf } from './pdf/export-pdf'
import type { PdfPrinter } from './pdf-printer'
import { chartPng } from './png/chart-png'
import { chartSvg } from './svg/chart-svg'
import { loadFonts } from './svg/fonts'
import { writeAtomically } from './write-atomically'
import { exportXlsx } from './xlsx/export-xlsx'

export type ExportFormat =
  | 'html'
  | 'docx'
  | 'xlsx'
  | 'pdf'
  | 'csvw'
  | 'parquet'
  | 'svg'
  | 'png'
  | 'csv'
  | 'arrow'
  | 'json'

/** A run as it may leave: its record is a protected one. */
export interface ProtectedRun {
  /** Name of the run in the report; its tables are `key.table` where there are several runs. */
  readonly key: string
  readonly pack: Pack
  readonly record: RunRecord
}

export interface ExportOrder {
  /** The report of the runs below: of one, or of a composition of several. */
  readonly document: ReportDocument
  readonly runs: readonly ProtectedRun[]
  readonly composition: Composition | null
  readonly disclosure: DisclosureSummary
  readonly format: ExportFormat
  /** Chart id for svg and png, table for csv, parquet and arrow; the first one when absent. */
  readonly part?: string | undefined
  readonly path: string
  readonly fontFolder: string
  readonly printer: PdfPrinter | null
  readonly job: JobContext
}

/**
 * A report in one format, for the window and the command line alike. Every format takes its numbers from the same
 * document and the same protected records. Faults: `export.*`; a cancelled export leaves nothing.
 */
export async function exportDocument(
  order: ExportOrder,
): Promise<{ readonly path: string; readonly bytes: number }> {
  const content = await documentContent(order)
  return writeAtomically(order.path, content, order.job.signal)
}

/** The bytes of the file, for who has to write them together with something else. */
export async function documentContent(order: ExportOrder): Promise<Uint8Array> {
  // Nothing that comes later can put right what leaves here.
  if (order.runs.some(({ record }) => record.disclosure === undefined))
    throw new Error('a record that was not protected was about to be exported')
  const content = await contentOf(order)
  order.job.signal.throwIfAborted()
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}

async function contentOf(order: ExportOrder): Promise<string | Uint8Array> {
  const { document, fontFolder, job, path } = order
  switch (order.format) {
    case 'html':
      return encloseInHtml(await htmlOf(order, false), published(order))
    case 'docx': {
      const word = await exportDocx(document, { fontFolder, signal: job.signal })
      return encloseInOffice(word, 'docx', published(order))
    }
    case 'xlsx':
      return encloseInOffice(await exportXlsx(document, path, job.signal), 'xlsx', published(order))
    case 'pdf':
      return pdfOf(order)
    case 'csvw':
      return exportCsvw(document, order.runs, published(order))
    case 'parquet':
      return writeParquet(await writeArrow(tableOf(order)))
    case 'svg':
      return svgOf(order)
    case 'png':
      return chartPng(await svgOf(order), await loadFonts(fontFolder))
    case 'csv':
      return writeCsv(tableOf(order), { byteOrderMark: true })
    case 'arrow':
      return writeArrow(tableOf(order))
    case 'json':
      return `${JSON.stringify(jsonOf(order), null, 2)}\n`
    default:
      return unreachable(order.format)
  }
}

/** Parts of a report that are files of their own in this format: its charts or tables; empty: it is one file. */
export function partsOf(
  { document, runs }: Pick<ExportOrder, 'document' | 'runs'>,
  format: ExportFormat,
): readonly string[] {
  if (format === 'svg' || format === 'png') return chartsOf(document).map(({ id }) => id)
  if (format !== 'csv' && format !== 'parquet' && format !== 'arrow') return []
  return runs.flatMap((run) => tablesOf(run, runs.length > 1)).map(([name]) => name)
}

const chartsOf = ({ blocks }: ReportDocument): readonly ChartBlock[] =>
  blocks.filter((block): block is ChartBlock & typeof block => block.kind === 'chart')

const htmlOf = ({ document, fontFolder, job }: ExportOrder, paper: boolean): Promise<string> =>
  exportHtml(document, { fontFolder, paper, signal: job.signal })

async function pdfOf(order: ExportOrder): Promise<Uint8Array> {
  // Asked first, so that nobody waits for a drawing that cannot be printed.
  if (order.printer === null) return refuse('export.no-printer', {}, order.path)
  const html = await htmlOf(order, true)
  const { path: file, printer, document: report } = order
  return exportPdf(html, { file, printer, signal: order.job.signal, report, published: published(order) })
}

async function svgOf(order: ExportOrder): Promise<string> {
  const { document, part } = order
  const charts = chartsOf(document)
  const chart = part === undefined ? charts[0] : charts.find(({ id }) => id === part)
  if (chart === undefined) {
    const ids = charts.map(({ id }) => id)
    return partMissing(order, ids)
  }
  const mark = document.synthetic ? { mark: `${pageMessages[document.locale].synthetic}.` } : {}
  return chartSvg(chart, await loadFonts(order.fontFolder), { headings: true, ...mark })
}

/** A table of a protected record, whole and unrounded; without a name the first one its pack lists. */
function tableOf(order: ExportOrder): Table {
  const tables = new Map(order.runs.flatMap((run) => tablesOf(run, order.runs.length > 1)))
  const [first] = tables.values()
  const table = order.part === undefined ? first : tables.get(order.part)
  return table ?? partMissing(order, [...tables.keys()])
}

/** In the pack's order, then what only the record has. */
function tablesOf({ key, pack, record }: ProtectedRun, prefixed: boolean): readonly [string, Table][] {
  const listed = Object.keys(pack.manifest.tables).filter((name) => name in record.tables)
  const names = [...new Set([...listed, ...Object.keys(record.tables)])]
  return names.map((name) => [
    prefixed ? `${key}.${name}` : name,
    { columns: record.schema[name] ?? [], rows: record.tables[name] ?? [] },
  ])
}

/**
 * What the report is made of, kept in its file so that it can be calculated again. In the order its parser gives, so
 * that a report drawn again from what was read of it has the same bytes.
 */
const published = ({ document, composition, runs, disclosure }: ExportOrder): Published =>
  publishedSchema.parse({
    format: 'workbench-published/1',
    locale: document.locale,
    composition,
    runs: Object.fromEntries(runs.map(({ key, record }) => [key, record])),
    disclosure,
  })

/** One run is its protected record; a report says what it is made of. */
function jsonOf(order: ExportOrder): unknown {
  const [only, ...more] = order.runs
  return order.composition === null && more.length === 0 && only !== undefined
    ? only.record
    : published(order)
}

const partMissing = ({ part, path }: ExportOrder, known: readonly string[]): never =>
  refuse('export.part-missing', { part: part ?? '', count: known.length, known: known.join(', ') }, path)
