import { setImmediate } from 'node:timers/promises'
import type { JobContext } from '../../../analyses/model/job'

/** A cancel must be heard within some fifty milliseconds. */
const WORK_MS = 40

/** Lets other work in (above all a cancel) when enough time has gone into computing. */
export class Pauses {
  private last = performance.now()

  constructor(private readonly signal: JobContext['signal']) {}

  async rest(): Promise<void> {
    this.signal.throwIfAborted()
    if (performance.now() - this.last < WORK_MS) return
    await setImmediate()
    this.last = performance.now()
    this.signal.throwIfAborted()
  }
}
