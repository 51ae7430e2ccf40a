import { isHiddenStatus } from './disclosure'
import type { Row } from './table'

/** A row that is as it should be says nothing about the one cell of it that is not there. */
const silentStatuses: ReadonlySet<unknown> = new Set([null, undefined, '', 'ok'])
export const isSilentStatus = (status: unknown): boolean => silentStatuses.has(status)

/** `ratio_status` speaks for `ratio` and `ratio_low`; `status` for every column without one of its own. */
export const ownStatus = (names: readonly string[], column: string): string | undefined =>
  names
    .filter((name) => name.endsWith('_status') && `${column}_`.startsWith(name.slice(0, -'status'.length)))
    // `women_gap_status` is nearer to `women_gap_low` than `women_status` is.
    .sort((a, b) => b.length - a.length)[0]

export function statusOf(row: Row, column: string): string | null {
  const status = row[ownStatus(Object.keys(row), column) ?? 'status']
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
