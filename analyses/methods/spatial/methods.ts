import type { Method } from '../core/define-method'
import { autocorrelationMethod } from './autocorrelation'
import { outlinesMethod } from './outlines'
import { regressionTestsMethod } from './regression-tests'
import { weightsFromShapesMethod } from './weights-from-shapes'

export const spatialMethods: readonly Method[] = [
  autocorrelationMethod,
  outlinesMethod,
  regressionTestsMethod,
  weightsFromShapesMethod,
]
