import type { Design } from './design'
import type { Dropped } from './panel'
import type { EffectResult } from './result'

/** The parts an estimate fills; the design may have lost donors that lack a predictor. */
export interface Estimated {
  readonly tables: EffectResult
  readonly design: Design
  readonly flow: readonly Dropped[]
}

/** Units of a design in one short word: two designs with the same word can be compared draw by draw. */
export function sampleName({ panel, controls, cohorts }: Design): string {
  let hash = 0x811c9dc5
  const text = [controls, ...cohorts.map(({ units }) => units)]
    .map((units) => units.map((unit) => panel.units[unit]).join('\n'))
    .join('\n\n')
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16)
}
