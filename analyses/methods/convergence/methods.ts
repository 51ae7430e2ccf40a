import type { Method } from '../core/define-method'
import { convergenceMethod } from './convergence'

export const convergenceMethods: readonly Method[] = [convergenceMethod]
