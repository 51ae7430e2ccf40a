import { type Fault, FaultError } from '../../analyses/model/fault'
import type { FromEngine } from '../../preload/contract/host'
import type { PdfPrinter } from '../export/pdf-printer'

export interface ShellPrinter extends PdfPrinter {
  /** The shell's answer; a print that was given up meanwhile is ignored. */
  settle(id: number, outcome: { readonly pdf: Uint8Array } | { readonly fault: Fault }): void
}

interface Waiting {
  readonly resolve: (pdf: Uint8Array) => void
  readonly reject: (error: FaultError) => void
}

/** Prints by asking the desktop shell, which alone has a window to print from. */
export function shellPrinter(ask: (message: FromEngine) => void): ShellPrinter {
  const waiting = new Map<number, Waiting>()
  let last = 0
  return {
    async print(html, signal) {
      signal.throwIfAborted()
      last += 1
      const id = last
      const pdf = await new Promise<Uint8Array>((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        ask({ kind: 'print', id, html })
      })
      signal.throwIfAborted()
      return pdf
    },
    settle(id, outcome) {
      const job = waiting.get(id)
      waiting.delete(id)
      if ('pdf' in outcome) job?.resolve(outcome.pdf)
      else job?.reject(new FaultError(outcome.fault))
    },
  }
}
