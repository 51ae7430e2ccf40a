const minute = 60_000
export const deathsTolerated = 3

/**
 * How long to wait before the engine is started again, in milliseconds; null to give up.
 * The first death is usually memory and over with at once; more of them in a minute mean a lasting cause.
 * @param deaths times of the deaths so far, the newest last
 */
export function restartDelay(deaths: readonly number[], now: number): number | null {
  const recent = deaths.filter((time) => now - time < minute).length
  if (recent >= deathsTolerated) return null
  return recent <= 1 ? 0 : 500 * 2 ** (recent - 2)
}
