import type { Fault } from '../../analyses/model/fault'
import type { FromEngine } from '../../preload/contract/host'
import type { PdfPrinter } from '../export/pdf-printer'
import { Questions } from './questions'

export interface ShellPrinter extends PdfPrinter {
  /** The shell's answer; a print that was given up meanwhile is ignored. */
  settle(id: number, outcome: { readonly pdf: Uint8Array } | { readonly fault: Fault }): void
}

/** Prints by asking the desktop shell, which alone has a window to print from. */
export function shellPrinter(send: (message: FromEngine) => void): ShellPrinter {
  const questions = new Questions<Uint8Array>()
  return {
    async print(html, signal) {
      signal.throwIfAborted()
      const pdf = await questions.ask((id) => send({ kind: 'print', id, html }))
      signal.throwIfAborted()
      return pdf
    },
    settle: (id, outcome) => questions.settle(id, 'pdf' in outcome ? { answer: outcome.pdf } : outcome),
  }
}
