import type { CancelSignal } from '../methods/core/signal'

/** Progress of long work: which step of how many, its title's message key, and the share done or null. */
export interface StepProgress {
  readonly step: number
  readonly of: number
  readonly titleKey: string
  readonly value: number | null
}

/** What every long command is given. */
export interface JobContext {
  readonly signal: CancelSignal
  readonly report: (progress: StepProgress) => void
}
