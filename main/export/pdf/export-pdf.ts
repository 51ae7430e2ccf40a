import { FaultError, fault, refuse } from '../../../analyses/model/fault'
import type { Published } from '../../../analyses/model/published'
import type { ReportDocument } from '../../../analyses/model/report-document'
import type { PdfPrinter } from '../pdf-printer'
import { printableDocument } from '../printable'
import { finishPdf } from './finish-pdf'

export interface PdfOrder {
  readonly file: string
  readonly printer: PdfPrinter | null
  readonly signal: { throwIfAborted(): void }
  readonly report: ReportDocument
  /** What the report is made of, kept in the file. */
  readonly published?: Published
}

/**
 * The report's HTML as a PDF, printed by whoever can and finished here. What comes back must be a whole, tagged PDF,
 * because an untagged one cannot be read aloud. Faults: `export.no-printer`, `export.pdf-invalid`.
 */
export async function exportPdf(
  html: string,
  { file, printer, signal, report, published }: PdfOrder,
): Promise<Uint8Array> {
  if (printer === null) return refuse('export.no-printer', {}, file)
  const pdf = await printer.print(html, signal)
  const problem = problemOf(pdf)
  if (problem !== null) return refuse('export.pdf-invalid', { file, detail: problem }, file)
  signal.throwIfAborted()
  try {
    return await finishPdf(pdf, printableDocument(report), published)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw new FaultError(fault('export.pdf-invalid', { file, detail }, file), { cause: error })
  }
}

function problemOf(pdf: Uint8Array): string | null {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  if (!bytes.subarray(0, 8).toString('latin1').startsWith('%PDF-')) return '%PDF'
  if (!bytes.subarray(-1024).toString('latin1').includes('%%EOF')) return '%%EOF'
  return bytes.includes('/StructTreeRoot') && bytes.includes('/MarkInfo') ? null : '/StructTreeRoot'
}
