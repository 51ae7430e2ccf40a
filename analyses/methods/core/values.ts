/** A number with its confidence limits; all three share one unit. */
export interface Estimate {
  readonly kind: 'present'
  readonly value: number
  readonly low: number | null
  readonly high: number | null
}

/** Why there is no number. Codes, never sentences: the reader's language is not known here. */
export type AbsenceReason =
  | 'empty-group'
  | 'empty-denominator'
  | 'too-few'
  | 'no-variation'
  | 'missing-input'
  | 'suppressed'

export interface Absent {
  readonly kind: 'absent'
  readonly reason: AbsenceReason
}

export const absent = (reason: AbsenceReason): Absent => ({ kind: 'absent', reason })

export const present = (estimate: {
  readonly value: number
  readonly low?: number | null
  readonly high?: number | null
}): Estimate => ({
  kind: 'present',
  value: estimate.value,
  low: estimate.low ?? null,
  high: estimate.high ?? null,
})
