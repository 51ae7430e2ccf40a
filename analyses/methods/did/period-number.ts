/** A period's place on a time scale of whole steps; `scale` says what one step is. */
export interface PeriodNumber {
  readonly scale: 'year' | 'half' | 'quarter' | 'month' | 'week' | 'day'
  readonly value: number
}

const parts: readonly (readonly [RegExp, PeriodNumber['scale'], number])[] = [
  [/^(\d{4})-?[SH]([12])$/i, 'half', 2],
  [/^(\d{4})-?Q([1-4])$/i, 'quarter', 4],
  [/^(\d{4})-?M?(0[1-9]|1[0-2])$/i, 'month', 12],
]

/**
 * Whole numbers (years, or any counter) keep their value; halves, quarters, months and days become running numbers,
 * so that the difference of two periods counts the steps between them. ISO weeks run from the Monday they begin
 * with. Null for anything else.
 */
export function periodNumber(text: string): PeriodNumber | null {
  const plain = text.trim()
  if (/^-?\d{1,6}(\.0+)?$/.test(plain) && !/^\d{6}$/.test(plain))
    return { scale: 'year', value: Number(plain) }
  for (const [pattern, scale, steps] of parts) {
    const found = pattern.exec(plain)
    if (found !== null) return { scale, value: Number(found[1]) * steps + Number(found[2]) - 1 }
  }
  const week = /^(\d{4})-?W(\d{2})$/i.exec(plain)
  if (week !== null) return { scale: 'week', value: weekNumber(Number(week[1]), Number(week[2])) }
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(plain)
  if (day !== null)
    return { scale: 'day', value: dayNumber(Number(day[1]), Number(day[2]) - 1, Number(day[3])) }
  return null
}

const dayNumber = (year: number, month: number, day: number): number =>
  Date.UTC(year, month, day) / 86_400_000

/** Week 1 holds 4 January; 1970-01-01 was a Thursday, so Mondays are day numbers 4 modulo 7. */
function weekNumber(year: number, week: number): number {
  const fourth = dayNumber(year, 0, 4)
  const monday = fourth - ((fourth + 3) % 7)
  return (monday + 3) / 7 + week - 1
}

const neverWords = new Set(['', '0', 'never', 'inf', 'infinity', 'nikdy', 'nigdy', 'nie', 'none', 'na'])

/** Whether the cell of the first treated period says that the unit never was treated. */
export const saysNever = (cell: string | number | null): boolean =>
  cell === null ||
  (typeof cell === 'number'
    ? cell === 0 || !Number.isFinite(cell)
    : neverWords.has(cell.trim().toLowerCase()))
