import { FaultError, fault, refuse } from '../../../analyses/model/fault'
import type { ReportDocument } from '../../../analyses/model/report-document'
import type { PdfPrinter } from '../pdf-printer'
import { printableDocument } from '../printable'
import { finishPdf } from './finish-pdf'

/**
 * The report's HTML as a PDF, printed by whoever can and finished here. What comes back must be a whole, tagged PDF,
 * because an untagged one cannot be read aloud. Faults: `export.no-printer`, `export.pdf-invalid`.
 */
export async function exportPdf(
  html: string,
  file: string,
  printer: PdfPrinter | null,
  signal: { throwIfAborted(): void },
  report: ReportDocument,
): Promise<Uint8Array> {
  if (printer === null) return refuse('export.no-printer', {}, file)
  const pdf = await printer.print(html, signal)
  const problem = problemOf(pdf)
  if (problem !== null) return refuse('export.pdf-invalid', { file, detail: problem }, file)
  signal.throwIfAborted()
  try {
    return await finishPdf(pdf, printableDocument(report))
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
