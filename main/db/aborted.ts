import type { CancelSignal } from '../../analyses/methods/core/signal'
import { FaultError, fault } from '../../analyses/model/fault'

export const cancelled = (): FaultError => new FaultError(fault('engine.cancelled'))

/** The work's outcome, or `engine.cancelled` as soon as one signal aborts, whatever the work does then. */
export function unlessAborted<T>(work: Promise<T>, signals: readonly CancelSignal[] = []): Promise<T> {
  if (signals.length === 0) return work
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(cancelled())
    for (const signal of signals) {
      signal.addEventListener('abort', abort, { once: true })
      if (signal.aborted) abort()
    }
    work.then(resolve, reject).finally(() => {
      for (const signal of signals) signal.removeEventListener('abort', abort)
    })
  })
}
