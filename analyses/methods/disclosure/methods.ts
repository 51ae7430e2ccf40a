import type { Method } from '../core/define-method'
import { roundingMethod } from './rounding'
import { suppressSmallMethod } from './suppress-small'
import { suppressionMethod } from './suppression'
import { topCodingMethod } from './top-coding'

export const disclosureMethods: readonly Method[] = [
  suppressSmallMethod,
  suppressionMethod,
  roundingMethod,
  topCodingMethod,
]
