import type { Method } from '../core/define-method'
import { naceMatchMethod } from './nace-match'
import { progressMethod } from './progress'

export const monitoringMethods: readonly Method[] = [naceMatchMethod, progressMethod]
