import { disclosureSteps } from './disclosure'
import { inequalitySteps } from './inequality'
import type { AnyStep } from './step-method'

const families: readonly (readonly AnyStep[])[] = [disclosureSteps, inequalitySteps]

/** Methods a pack may name, as `family/name@version`. */
export const stepMethods: ReadonlyMap<string, AnyStep> = new Map(
  families.flat().map((step) => [`${step.method.id}@${step.method.version}`, step]),
)
