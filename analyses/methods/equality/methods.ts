import type { Method } from '../core/define-method'
import { equalityMetricMethod } from './equality-metric'
import { genderEqualityMethod } from './gender-equality-index'
import { humanDevelopmentMethod } from './human-development'

export const equalityMethods: readonly Method[] = [
  equalityMetricMethod,
  genderEqualityMethod,
  humanDevelopmentMethod,
]
