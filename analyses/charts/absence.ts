import { isHiddenStatus } from '../model/disclosure'
import type { Row } from '../model/table'

/** A row that is as it should be says nothing about the one cell of it that is not there. */
const silentStatuses: ReadonlySet<unknown> = new Set([null, undefined, '', 'ok'])
export const isSilentStatus = (status: unknown): boolean => silentStatuses.has(status)

/** `ratio_status` speaks for `ratio` and `ratio_low`; `status` for every column without one of its own. */
const ownStatus = (row: Row, column: string): string | undefined =>
  Object.keys(row)
    .filter((name) => name.endsWith('_status') && `${column}_`.startsWith(name.slice(0, -'status'.length)))
    // `women_gap_status` is nearer to `women_gap_low` than `women_status` is.
    .sort((a, b) => b.length - a.length)[0]

export function statusOf(row: Row, column: string): string | null {
  const status = row[ownStatus(row, column) ?? 'status']
  return typeof status === 'string' && !isSilentStatus(status) ? status : null
}

export interface Absence {
  /** The value exists and is kept back; otherwise there is none. */
  readonly hidden: boolean
  readonly status: string | null
}

/** Why a cell is empty; null for one that is not. */
export function absenceOf(row: Row, column: string): Absence | null {
  if ((row[column] ?? null) !== null) return null
  const status = statusOf(row, column)
  return { hidden: isHiddenStatus(status ?? undefined), status }
}

/**
 * A second lock behind the protection of records: a value whose own status says that it is hidden is taken out,
 * whoever left it there.
 */
export function withoutHidden(row: Row): Row {
  const statuses = Object.keys(row).filter((name) => name.endsWith('_status') && isHiddenStatus(row[name]))
  if (statuses.length === 0) return row
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const own = ownStatus(row, name)
      const hidden = own !== undefined && own !== name && statuses.includes(own)
      return [name, hidden && typeof value === 'number' ? null : value]
    }),
  )
}

/**
 * Rows in the order of a value say where a hidden one lies: such rows go to the end, in the order they had. The
 * order counts as one of the value when what is shown of it rises or falls throughout.
 */
export function withoutTellingOrder(rows: readonly Row[], columns: readonly string[]): readonly Row[] {
  const telling = columns.filter((column) => tells(rows, column))
  if (telling.length === 0) return rows
  const last = new Set(rows.filter((row) => telling.some((column) => absenceOf(row, column)?.hidden)))
  return [...rows.filter((row) => !last.has(row)), ...last]
}

function tells(rows: readonly Row[], column: string): boolean {
  if (!rows.some((row) => absenceOf(row, column)?.hidden)) return false
  const seen = rows.map((row) => row[column]).filter((value) => typeof value === 'number')
  const steps = seen.slice(1).map((value, at) => Math.sign(value - (seen[at] ?? 0)))
  return (
    steps.some((step) => step !== 0) && (steps.every((step) => step >= 0) || steps.every((step) => step <= 0))
  )
}
