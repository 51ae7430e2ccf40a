/**
 * A period's end on a line of years: 2023 is 2024.0, 2023-Q2 is 2023.5, 2023-06 the same, 2023-S1 too. Targets are due at
 * the end of their period, and values are of the whole of it. A day counts by its share of the year. Anything else: null.
 */
export function periodEnd(period: string | null): number | null {
  if (period === null) return null
  const found = /^(\d{4})(?:-?(?:Q([1-4])|S([12])|H([12])|(\d{2})(?:-(\d{2}))?))?$/i.exec(period.trim())
  if (found === null) return null
  const [, year, quarter, semester, half, month, day] = found
  const start = Number(year)
  if (quarter !== undefined) return start + Number(quarter) / 4
  if (semester !== undefined || half !== undefined) return start + Number(semester ?? half) / 2
  if (month === undefined) return start + 1
  const months = Number(month)
  if (months < 1 || months > 12) return null
  if (day === undefined) return start + months / 12
  const days = Number(day)
  if (days < 1 || days > 31) return null
  return start + (months - 1) / 12 + days / (12 * 31)
}
