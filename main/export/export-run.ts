import { refuse } from '../../analyses/model/fault'
import type { JobContext } from '../../analyses/model/job'
import type { Locale } from '../../analyses/model/locale'
import type { Pack } from '../../analyses/model/pack'
import type { ChartBlock } from '../../analyses/model/report-document'
import { unreachable } from '../../analyses/model/result'
import type { RunRecord } from '../../analyses/model/run-record'
import type { TableColumn } from '../../analyses/model/table'
import { buildReport } from '../../analyses/report'
import { writeArrow } from './arrow/write-arrow'
import { writeCsv } from './csv/write-csv'
import { exportDocx } from './docx/export-docx'
import { exportHtml } from './html/export-html'
import { pageMessages } from './html/messages'
import { exportPdf } from './pdf/export-pdf'
import type { PdfPrinter } from './pdf-printer'
import { chartPng } from './png/chart-png'
import { chartSvg } from './svg/chart-svg'
import { loadFonts } from './svg/fonts'
import { writeAtomically } from './write-atomically'
import { exportXlsx } from './xlsx/export-xlsx'

export type ExportFormat = 'html' | 'docx' | 'xlsx' | 'pdf' | 'svg' | 'png' | 'csv' | 'arrow' | 'json'

export interface ExportOrder {
  readonly pack: Pack
  readonly record: RunRecord
  readonly locale: Locale
  readonly format: ExportFormat
  /** Chart id for svg and png, table name for csv and arrow; the first one when absent. */
  readonly part?: string | undefined
  readonly path: string
  readonly fontFolder: string
  readonly printer: PdfPrinter | null
  readonly job: JobContext
}

/**
 * One run in one format, for the window and the command line alike. Every format takes its numbers from the same
 * record. Faults: `export.*`; a cancelled export leaves nothing.
 */
export async function exportRun(
  order: ExportOrder,
): Promise<{ readonly path: string; readonly bytes: number }> {
  const { job, path } = order
  job.report({ step: 1, of: 2, titleKey: 'job.export', value: null })
  const content = await contentOf(order)
  job.signal.throwIfAborted()
  job.report({ step: 2, of: 2, titleKey: 'job.write', value: null })
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return writeAtomically(path, bytes, job.signal)
}

async function contentOf(order: ExportOrder): Promise<string | Uint8Array> {
  switch (order.format) {
    case 'html':
      return htmlOf(order, false)
    case 'docx':
      return exportDocx(buildReport(order), { fontFolder: order.fontFolder, signal: order.job.signal })
    case 'xlsx':
      // A workbook is for counting on: it holds every row.
      return exportXlsx(
        buildReport({ ...order, mostRows: Number.MAX_SAFE_INTEGER }),
        order.path,
        order.job.signal,
      )
    case 'pdf':
      return pdfOf(order)
    case 'svg':
      return svgOf(order)
    case 'png':
      return chartPng(await svgOf(order), await loadFonts(order.fontFolder))
    case 'csv':
      return writeCsv(tableOf(order), { byteOrderMark: true })
    case 'arrow':
      return writeArrow(tableOf(order))
    case 'json':
      return `${JSON.stringify(order.record, null, 2)}\n`
    default:
      return unreachable(order.format)
  }
}

const htmlOf = (order: ExportOrder, paper: boolean): Promise<string> =>
  exportHtml(buildReport(order), { fontFolder: order.fontFolder, paper, signal: order.job.signal })

async function pdfOf(order: ExportOrder): Promise<Uint8Array> {
  // Asked first, so that nobody waits for a drawing that cannot be printed.
  if (order.printer === null) return refuse('export.no-printer', {}, order.path)
  return exportPdf(await htmlOf(order, true), order.path, order.printer, order.job.signal)
}

async function svgOf(order: ExportOrder): Promise<string> {
  const report = buildReport(order)
  const charts = report.blocks.filter((block): block is ChartBlock => block.kind === 'chart')
  const chart = order.part === undefined ? charts[0] : charts.find(({ id }) => id === order.part)
  if (chart === undefined)
    return partMissing(
      order,
      charts.map(({ id }) => id),
    )
  const mark = report.synthetic ? { mark: `${pageMessages[order.locale].synthetic}.` } : {}
  return chartSvg(chart, await loadFonts(order.fontFolder), { headings: true, ...mark })
}

/** A table of the record, whole and unrounded; without a name the first one the pack lists. */
function tableOf(order: ExportOrder) {
  const { pack, record } = order
  const name = order.part ?? Object.keys(pack.manifest.tables).find((table) => table in record.tables)
  const rows = name === undefined ? undefined : record.tables[name]
  const columns: readonly TableColumn[] = record.schema[name ?? ''] ?? []
  return rows === undefined ? partMissing(order, Object.keys(record.tables)) : { columns, rows }
}

const partMissing = ({ part, path }: ExportOrder, known: readonly string[]): never =>
  refuse('export.part-missing', { part: part ?? '', count: known.length, known: known.join(', ') }, path)
