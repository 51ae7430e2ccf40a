import type { JobContext } from '../../analyses/model/job'

/** Steps of an import, in order; the titles are message keys. */
export const importSteps = [
  'import.step.survey',
  'import.step.read',
  'import.step.types',
  'import.step.finish',
] as const
export type ImportStep = (typeof importSteps)[number]

/** Longer pauses look stuck, shorter ones only cost. */
const PAUSE_MS = 100

/** Reports the share of a step, at most ten times a second, and the first and last share of each step always. */
export function makeProgress({ report }: JobContext): (step: ImportStep, share: number | null) => void {
  let last = Number.NEGATIVE_INFINITY
  let lastStep: ImportStep | null = null
  return (step, share) => {
    const now = performance.now()
    if (step === lastStep && share !== 1 && now - last < PAUSE_MS) return
    last = now
    lastStep = step
    report({ step: importSteps.indexOf(step) + 1, of: importSteps.length, titleKey: step, value: share })
  }
}
