import type { ProgramSolver } from '../methods/core/optimise/program'
import type { Steps } from '../methods/core/steps'
import type { WorkOptions } from '../model/database'
import type { JobContext } from '../model/job'

/** What the platform may bring for heavy work; without it methods manage on their own. */
export interface RunTools {
  /** Loaded by the first step that uses it. */
  readonly solver?: () => Promise<ProgramSolver>
}

/** A job with its steps counted, as every part of a run is given it. */
export interface Work {
  readonly options: WorkOptions
  readonly tools: RunTools
  /** Says that the next step begins; throws when the job was cancelled. */
  next(titleKey: string): void
  /** Runs a long calculation to its end: the job's progress moves, others get their turn, a cancel stops it. */
  drive<T>(steps: Steps<T>): Promise<T>
}

/** How long a calculation goes on before others get their turn, ms. */
const turnEvery = 25

/** Of the platform, whichever it is. */
declare function setTimeout(handler: () => void, milliseconds: number): unknown

const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 0)
  })

export function workOf(job: JobContext, steps: number, tools: RunTools = {}): Work {
  let step = 0
  let title = ''
  return {
    options: { signal: job.signal },
    tools,
    next(titleKey) {
      job.signal.throwIfAborted()
      step += 1
      title = titleKey
      job.report({ step, of: steps, titleKey, value: null })
    },
    async drive(calculation) {
      let paused = Date.now()
      for (;;) {
        const { done, value } = calculation.next()
        if (done === true) return value
        if (Date.now() - paused < turnEvery) continue
        job.report({ step, of: steps, titleKey: title, value: Math.min(1, Math.max(0, value)) })
        await turn()
        job.signal.throwIfAborted()
        paused = Date.now()
      }
    },
  }
}
