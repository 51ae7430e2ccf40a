import type { Method } from '../core/define-method'
import { diagnosticsMethod } from './diagnostics'
import { indexScoresMethod } from './index-scores'
import { relativePerformanceMethod } from './relative-performance'
import { uncertaintyMethod } from './uncertainty'

export const compositeMethods: readonly Method[] = [
  indexScoresMethod,
  diagnosticsMethod,
  uncertaintyMethod,
  relativePerformanceMethod,
]
