import type { Method } from '../core/define-method'
import { eventStudyMethod } from './event-study'
import { staggeredMethod } from './staggered'
import { twoByTwoMethod } from './two-by-two'
import { twoWayMethod } from './two-way'

export const didMethods: readonly Method[] = [staggeredMethod, twoWayMethod, twoByTwoMethod, eventStudyMethod]
