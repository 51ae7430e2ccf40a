import type { Method } from '../core/define-method'
import { effectDifferenceMethod } from './difference'
import { policyEffectMethod } from './effect'

export const syntheticMethods: readonly Method[] = [effectDifferenceMethod, policyEffectMethod]
