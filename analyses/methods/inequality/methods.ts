import type { Method } from '../core/define-method'
import { territorialInequalityMethod } from './territorial-inequality'

export const territorialInequalityMethods: readonly Method[] = [territorialInequalityMethod]
