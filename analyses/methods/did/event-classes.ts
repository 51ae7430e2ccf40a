import { refuseMethod } from '../core/refusal'

/** Of the event study's options, those that say which times stand together. */
export interface ClassOptions {
  readonly estimator: 'sun-abraham' | 'twfe'
  readonly bins: readonly string[]
  readonly windowFrom: number | null
  readonly windowTo: number | null
}

/** An event time, or the lower end of a class of them. */
export interface EventClass {
  readonly event: number
  readonly rows: number
}

/**
 * The class of an event time: with `bins` the largest lower end not above it (null before the first: the reference);
 * else the event time itself, those outside the window moved to its nearer end. Sun and Abraham's terms stay single.
 */
export function eventClasses({
  estimator,
  bins,
  windowFrom,
  windowTo,
}: ClassOptions): (event: number) => number | null {
  if (estimator === 'sun-abraham') return (event) => event
  const ends = bins.map(Number).sort((a, b) => a - b)
  if (ends.some((end) => !Number.isInteger(end))) refuseMethod('did.bins-wrong', { bins: bins.join(', ') })
  if (ends.length > 0) return (event) => ends.filter((end) => end <= event).at(-1) ?? null
  const low = windowFrom ?? Number.NEGATIVE_INFINITY
  const high = windowTo ?? Number.POSITIVE_INFINITY
  return (event) => Math.min(high, Math.max(low, event))
}
