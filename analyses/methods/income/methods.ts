import type { Method } from '../core/define-method'
import { incomeDistributionMethod } from './income-distribution'
import { payGapMethod } from './pay-gap'
import { povertyMethod } from './poverty'

export const incomeMethods: readonly Method[] = [incomeDistributionMethod, payGapMethod, povertyMethod]
