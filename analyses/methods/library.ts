import { compositeMethods } from './composite/methods'
import { convergenceMethods } from './convergence/methods'
import type { Method } from './core/define-method'
import { costMethods } from './costs/methods'
import { decompositionMethods } from './decomposition/methods'
import { didMethods } from './did/methods'
import { disclosureMethods } from './disclosure/methods'
import { discontinuityMethods } from './discontinuity/methods'
import { equalityMethods } from './equality/methods'
import { incomeMethods } from './income/methods'
import { duncanDissimilarityMethod } from './inequality/duncan-dissimilarity'
import { karmelMacLachlanMethod } from './inequality/karmel-maclachlan'
import { meanDifferenceMethod } from './inequality/mean-difference'
import { territorialInequalityMethods } from './inequality/methods'
import { parityIndexMethod } from './inequality/parity-index'
import { rateDifferenceMethod } from './inequality/rate-difference'
import { rateRatioMethod } from './inequality/rate-ratio'
import { shareOfWomenMethod } from './inequality/share-of-women'
import { matchingMethods } from './matching/methods'
import { monitoringMethods } from './monitoring/methods'
import { panelMethods } from './panel/methods'
import { peersMethods } from './peers/methods'
import { regionalMethods } from './regional/methods'
import { seriesMethods } from './series/methods'
import { spatialMethods } from './spatial/methods'
import { syntheticMethods } from './synthetic/methods'

/** Every method there is; the contract test walks this list. */
export const methodLibrary: readonly Method[] = [
  ...costMethods,
  ...compositeMethods,
  ...disclosureMethods,
  duncanDissimilarityMethod,
  karmelMacLachlanMethod,
  meanDifferenceMethod,
  parityIndexMethod,
  rateDifferenceMethod,
  rateRatioMethod,
  shareOfWomenMethod,
  ...discontinuityMethods,
  ...didMethods,
  ...equalityMethods,
  ...incomeMethods,
  ...matchingMethods,
  ...decompositionMethods,
  ...monitoringMethods,
  ...regionalMethods,
  ...seriesMethods,
  ...spatialMethods,
  ...syntheticMethods,
  ...panelMethods,
  ...peersMethods,
  ...convergenceMethods,
  ...territorialInequalityMethods,
]
