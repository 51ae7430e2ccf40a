import type { Composition } from '../../../analyses/model/composition'
import { isForTerritories, isForTerritory } from '../../../analyses/model/template-make'

export interface WaitingSlots {
  /** Analyses the report cannot do without and that can be run now. */
  readonly missing: number
  /** Analyses it can do without and that can be run now. */
  readonly spare: number
  /** Nobody has said yet which territory the report is about: its analyses cannot be run. */
  readonly territory: boolean
}

/** What a report still waits for. */
export function waitingSlots(report: Pick<Composition, 'runs' | 'territory'>): WaitingSlots {
  const territory = report.territory === null && isForTerritories(report)
  const waiting = Object.values(report.runs).filter(
    (slot) => slot.run === null && !(territory && isForTerritory(slot)),
  )
  const missing = waiting.filter(({ optional }) => !optional).length
  return { missing, spare: waiting.length - missing, territory }
}
