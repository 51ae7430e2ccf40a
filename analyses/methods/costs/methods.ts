import type { Method } from '../core/define-method'
import { appraisalMethod } from './appraisal'

export const costMethods: readonly Method[] = [appraisalMethod]
