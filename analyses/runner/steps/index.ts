import { compositeSteps } from './composite'
import { didSteps } from './did'
import { disclosureSteps } from './disclosure'
import { incomeSteps } from './income'
import { inequalitySteps } from './inequality'
import { monitoringSteps } from './monitoring'
import { panelSteps } from './panel'
import { regionalSteps } from './regional'
import { spatialSteps } from './spatial'
import type { AnyStep } from './step-method'
import { syntheticSteps } from './synthetic'

const families: readonly (readonly AnyStep[])[] = [
  compositeSteps,
  panelSteps,
  didSteps,
  disclosureSteps,
  incomeSteps,
  inequalitySteps,
  monitoringSteps,
  regionalSteps,
  spatialSteps,
  syntheticSteps,
]

/** Methods a pack may name, as `family/name@version`. */
export const stepMethods: ReadonlyMap<string, AnyStep> = new Map(
  families.flat().map((step) => [`${step.method.id}@${step.method.version}`, step]),
)
