import type { Method } from '../core/define-method'
import { funnelMethod } from './funnel'
import { statisticalNeighboursMethod } from './neighbours'
import { typologyMethod } from './typology'

export const peersMethods: readonly Method[] = [funnelMethod, statisticalNeighboursMethod, typologyMethod]
