import type { Column } from '../../../analyses/model/data-set'
import type { ShapeStep } from '../../../analyses/model/shape-step'

/** Columns of so many proposals are a table of codes, not of levels to choose from. */
const MOST = 6

/**
 * A column of levels beside each that mixes levels of places, ages or codes, or editions of a list, so that one of
 * them can be chosen. Where the source has such a column already, nothing is proposed.
 */
export function proposeLevels(columns: readonly Column[]): ShapeStep[] {
  const taken = new Set(columns.map(({ name }) => name))
  return columns
    .filter(({ name, derived, evidence }) => {
      if (derived !== undefined || taken.has(`${name}_level`) || evidence === undefined) return false
      const mixed = Object.keys(evidence.levels ?? {}).length > 1
      return mixed || Object.keys(evidence.otherEditions ?? {}).length > 0
    })
    .slice(0, MOST)
    .map(({ name }) => ({ kind: 'add-level', column: name }))
}
