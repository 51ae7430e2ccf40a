import type { Method } from '../core/define-method'
import { activityConcentrationMethod } from './activity-concentration'
import { clusterIndexMethod } from './cluster-index'
import { complexityMethod } from './complexity'
import { ellisonGlaeserMethod } from './ellison-glaeser'
import { locationQuotientMethod } from './location-quotient'
import { relatednessMethod } from './relatedness'
import { shiftShareMethod } from './shift-share'
import { territorySpecialisationMethod } from './territory-specialisation'

export const regionalMethods: readonly Method[] = [
  activityConcentrationMethod,
  clusterIndexMethod,
  complexityMethod,
  ellisonGlaeserMethod,
  locationQuotientMethod,
  relatednessMethod,
  shiftShareMethod,
  territorySpecialisationMethod,
]
