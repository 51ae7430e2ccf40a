import { refuseMethod } from '../core/refusal'
import type { SeriesRow } from './sample'

/** The treated series minus the comparison series, over it, or both in one model. */
export type ControlDesign = 'difference' | 'ratio' | 'comparison'

/**
 * Takes the comparison series off (what both share cancels) or leaves both for one model. Periods without either
 * value become holes. Without a comparison series the rows stay what they are. A difference or a ratio of counts is
 * no count: refuses `series.control-counts`; a ratio to 0: `series.control-zero`.
 */
export function netOfControl(
  rows: readonly SeriesRow[],
  design: ControlDesign,
  counts: boolean,
): readonly SeriesRow[] {
  if (design === 'comparison' || !rows.some(({ control }) => control)) return rows
  if (counts) return refuseMethod('series.control-counts')
  const others = new Map(rows.filter(({ control }) => control).map((row) => [row.period, row.value]))
  return rows
    .filter(({ control }) => !control)
    .map((row) => {
      const other = others.get(row.period) ?? Number.NaN
      if (design === 'ratio' && other === 0) refuseMethod('series.control-zero', { period: row.period })
      return { ...row, value: design === 'ratio' ? row.value / other : row.value - other }
    })
}
