import { disclosureSteps } from './disclosure'
import { inequalitySteps } from './inequality'
import type { StepMethod } from './step-method'

/** Methods a pack may name, as `family/name@version`. */
export const stepMethods: ReadonlyMap<string, StepMethod> = new Map(
  [...disclosureSteps, ...inequalitySteps].map((step) => [`${step.method.id}@${step.method.version}`, step]),
)
