import type { WorkOptions } from '../model/database'
import type { JobContext } from '../model/job'

/** A job with its steps counted, as every part of a run is given it. */
export interface Work {
  readonly options: WorkOptions
  /** Says that the next step begins; throws when the job was cancelled. */
  next(titleKey: string): void
}

export function workOf(job: JobContext, steps: number): Work {
  let step = 0
  return {
    options: { signal: job.signal },
    next(titleKey) {
      job.signal.throwIfAborted()
      step += 1
      job.report({ step, of: steps, titleKey, value: null })
    },
  }
}
