import { setImmediate } from 'node:timers/promises'
import type { CancelSignal } from '../../../analyses/methods/core/signal'

const LONGEST_MS = 30

/** Lets the thread hear a cancel during long work: to be awaited every few hundred steps; it mostly does nothing. */
export class Breath {
  private last = performance.now()

  constructor(private readonly signal: CancelSignal) {}

  async take(): Promise<void> {
    if (performance.now() - this.last < LONGEST_MS) return
    await setImmediate()
    this.signal.throwIfAborted()
    this.last = performance.now()
  }
}
