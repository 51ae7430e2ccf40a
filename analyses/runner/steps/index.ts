import { compositeSteps } from './composite'
import { convergenceSteps } from './convergence'
import { costSteps } from './costs'
import { decompositionSteps } from './decomposition'
import { didSteps } from './did'
import { disclosureSteps } from './disclosure'
import { discontinuitySteps } from './discontinuity'
import { equalitySteps } from './equality'
import { incomeSteps } from './income'
import { inequalitySteps } from './inequality'
import { matchingSteps } from './matching'
import { monitoringSteps } from './monitoring'
import { panelSteps } from './panel'
import { peersSteps } from './peers'
import { regionalSteps } from './regional'
import { seriesSteps } from './series'
import { spatialSteps } from './spatial'
import type { AnyStep } from './step-method'
import { syntheticSteps } from './synthetic'
import { territorialInequalitySteps } from './territorial-inequality'

const families: readonly (readonly AnyStep[])[] = [
  territorialInequalitySteps,
  costSteps,
  convergenceSteps,
  compositeSteps,
  panelSteps,
  didSteps,
  disclosureSteps,
  discontinuitySteps,
  seriesSteps,
  decompositionSteps,
  equalitySteps,
  incomeSteps,
  matchingSteps,
  inequalitySteps,
  monitoringSteps,
  regionalSteps,
  spatialSteps,
  syntheticSteps,
  peersSteps,
]

/** Methods a pack may name, as `family/name@version`. */
export const stepMethods: ReadonlyMap<string, AnyStep> = new Map(
  families.flat().map((step) => [`${step.method.id}@${step.method.version}`, step]),
)
