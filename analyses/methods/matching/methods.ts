import type { Method } from '../core/define-method'
import { matchingMethod } from './effects'

export const matchingMethods: readonly Method[] = [matchingMethod]
