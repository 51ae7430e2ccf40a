import type { YearValue } from './present-value'

/**
 * Years from the first flow until the sum of all flows is no longer below zero, evenly within the year in which that
 * happens; 0 when it never is below; null when it stays below. With `rate` the flows are discounted to the first year.
 */
export function payback(flows: readonly YearValue[], rate = 0): number | null {
  const years = new Map<number, number>()
  for (const { year, value } of flows) years.set(year, (years.get(year) ?? 0) + value)
  const ordered = [...years].toSorted(([a], [b]) => a - b)
  const first = ordered[0]?.[0]
  if (first === undefined) return null
  let sum = 0
  let place = 0
  for (const [year, value] of ordered) {
    const flow = value / (1 + rate) ** (year - first)
    const next = sum + flow
    if (next >= 0) {
      if (sum >= 0) return place
      return place + (year - first - place) * (-sum / flow)
    }
    sum = next
    place = year - first
  }
  return null
}
