import type { Method } from '../core/define-method'
import { autocorrelationMethod } from './autocorrelation'
import { regressionTestsMethod } from './regression-tests'
import { weightsFromShapesMethod } from './weights-from-shapes'

export const spatialMethods: readonly Method[] = [
  autocorrelationMethod,
  regressionTestsMethod,
  weightsFromShapesMethod,
]
