/** Some of a group have the property; both are whole numbers, `successes` <= `total`, `total` > 0. */
export interface GroupCount {
  readonly successes: number
  readonly total: number
}

/** Score interval of one proportion (Wilson 1927), without continuity correction. */
export function wilson({ successes, total }: GroupCount, z: number) {
  const rate = successes / total
  const scale = 1 + (z * z) / total
  const centre = (rate + (z * z) / (2 * total)) / scale
  const half = (z / scale) * Math.sqrt((rate * (1 - rate)) / total + (z * z) / (4 * total * total))
  // At 0 and at all the limit is exactly 0 and 1; rounding would put it a hair outside.
  return {
    rate,
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === total ? 1 : Math.min(1, centre + half),
  }
}
