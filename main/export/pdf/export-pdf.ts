import { refuse } from '../../../analyses/model/fault'
import type { PdfPrinter } from '../pdf-printer'

/**
 * The report's HTML as a PDF, printed by whoever can. What comes back must be a whole, tagged PDF, because an
 * untagged one cannot be read aloud. Faults: `export.no-printer`, `export.pdf-invalid`.
 */
export async function exportPdf(
  html: string,
  file: string,
  printer: PdfPrinter | null,
  signal: { throwIfAborted(): void },
): Promise<Uint8Array> {
  if (printer === null) return refuse('export.no-printer', {}, file)
  const pdf = await printer.print(html, signal)
  const problem = problemOf(pdf)
  return problem === null ? pdf : refuse('export.pdf-invalid', { file, detail: problem }, file)
}

function problemOf(pdf: Uint8Array): string | null {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  if (!bytes.subarray(0, 8).toString('latin1').startsWith('%PDF-')) return '%PDF'
  if (!bytes.subarray(-1024).toString('latin1').includes('%%EOF')) return '%%EOF'
  return bytes.includes('/StructTreeRoot') && bytes.includes('/MarkInfo') ? null : '/StructTreeRoot'
}
