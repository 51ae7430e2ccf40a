import { normalTwoSided } from '../core/distributions/normal'
import { studentTwoSided } from '../core/distributions/student'
import { normalQuantile } from '../core/normal-quantile'
import { studentQuantile } from '../core/student-t'
import type { Term } from './panel-types'

/** An estimate with what its variance says; no degrees of freedom: normal. Without a variance there is no interval. */
export function termOf(
  name: string,
  estimate: number,
  variance: number,
  degrees: number | null,
  confidence: number,
): Term {
  if (!(variance > 0)) return { name, estimate, se: null, statistic: null, p: null, low: null, high: null }
  const se = Math.sqrt(variance)
  const statistic = estimate / se
  const tail = 1 - (1 - confidence) / 2
  const reach = se * (degrees === null ? normalQuantile(tail) : studentQuantile(tail, degrees))
  return {
    name,
    estimate,
    se,
    statistic,
    p: degrees === null ? normalTwoSided(statistic) : studentTwoSided(statistic, degrees),
    low: estimate - reach,
    high: estimate + reach,
  }
}
