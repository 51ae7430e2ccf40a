import { unitLabel } from '../charts'
import type { Locale } from '../model/locale'
import type { OutputUnit } from '../model/pack'
import type { Row } from '../model/table'

/** The unit the data name themselves in a column `unit`, when it is one and the same in all rows. */
export function unitOfRows(rows: readonly Row[]): string {
  const units = new Set(rows.map((row) => row['unit'] ?? ''))
  const [unit] = units
  return units.size === 1 && typeof unit === 'string' && unit !== 'blank' ? unit : ''
}

/** How sources write per cent: Eurostat's PC and its subsets, the sign, and words that begin like it. */
const perCent = /^(?:pc|pct|%|percent.*|procent.*)(?:_.*)?$/i

/** A measure as delivered is worded by its source; the difference of two percentages is percentage points. */
export function sourceUnitText(unit: OutputUnit, delivered: string, locale: Locale): string {
  if (unit !== 'source' && unit !== 'source-difference') return ''
  if (!perCent.test(delivered)) return delivered
  return unitLabel(unit === 'source' ? 'proportion' : 'proportion-difference', locale)
}
