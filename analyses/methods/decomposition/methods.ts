import type { Method } from '../core/define-method'
import { oaxacaBlinderMethod } from './oaxaca-blinder'

export const decompositionMethods: readonly Method[] = [oaxacaBlinderMethod]
