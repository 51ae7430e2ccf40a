import { studentTail } from '../student-t'
import { normalUpper } from './normal'

/** P(T > t) of Student's t for any t; infinite degrees of freedom are the normal distribution. */
export function studentUpper(t: number, degrees: number): number {
  if (Number.isNaN(t)) return Number.NaN
  if (degrees === Number.POSITIVE_INFINITY) return normalUpper(t)
  if (!Number.isFinite(t)) return t > 0 ? 0 : 1
  return t >= 0 ? studentTail(t, degrees) : 1 - studentTail(-t, degrees)
}

/** P(|T| > |t|): the two-sided p-value of a t statistic. */
export const studentTwoSided = (t: number, degrees: number): number =>
  Math.min(1, 2 * studentUpper(Math.abs(t), degrees))
