import type { Localised } from '../locale'

/**
 * One area's fault codes with their sentences: what happened, where, what to do (ICU message format).
 * The three languages stand beside each other so that a reviewer sees when one drifts.
 */
export const defineFaults = <const T extends Readonly<Record<string, Localised>>>(faults: T): T => faults
