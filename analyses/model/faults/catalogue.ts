import { compositeFaults } from './composite'
import { convergenceFaults } from './convergence'
import { costFaults } from './costs'
import { decompositionFaults } from './decomposition'
import { didFaults } from './did'
import { disclosureFaults } from './disclosure'
import { discontinuityFaults } from './discontinuity'
import { engineFaults } from './engine'
import { equalityFaults } from './equality'
import { exportFaults } from './export'
import { importFaults } from './import'
import { importColumnFaults } from './import-columns'
import { importContainerFaults } from './import-container'
import { importCsvwFaults } from './import-csvw'
import { importDelimitedFaults } from './import-delimited'
import { importGeometryFaults } from './import-geometry'
import { importJsonFaults } from './import-json'
import { importStatisticsFaults } from './import-statistics'
import { importWorkbookFaults } from './import-workbook'
import { incomeFaults } from './income'
import { inequalityFaults } from './inequality'
import { matchingFaults } from './matching'
import { monitoringFaults } from './monitoring'
import { packFaults } from './pack'
import { packDisclosureFaults } from './pack-disclosure'
import { panelFaults } from './panel'
import { peersFaults } from './peers'
import { projectFaults } from './project'
import { protectionFaults } from './protection'
import { publicationFaults } from './publication'
import { regionalFaults } from './regional'
import { runFaults } from './run'
import { seriesFaults } from './series'
import { shapeFaults } from './shape'
import { shellFaults } from './shell'
import { spatialFaults } from './spatial'
import { sqlFaults } from './sql'
import { syntheticFaults } from './synthetic'
import { templateFaults } from './templates'
import { territoryFaults } from './territories'
import { workspaceFaults } from './workspace'

/** Every fault the workbench can name. An area adds its own file here; the contract test walks this object. */
export const faultCatalogue = {
  ...compositeFaults,
  ...didFaults,
  ...costFaults,
  ...engineFaults,
  ...equalityFaults,
  ...exportFaults,
  ...importFaults,
  ...importCsvwFaults,
  ...importJsonFaults,
  ...importStatisticsFaults,
  ...importColumnFaults,
  ...importContainerFaults,
  ...importDelimitedFaults,
  ...importGeometryFaults,
  ...importWorkbookFaults,
  ...monitoringFaults,
  ...packFaults,
  ...packDisclosureFaults,
  ...panelFaults,
  ...inequalityFaults,
  ...convergenceFaults,
  ...projectFaults,
  ...protectionFaults,
  ...publicationFaults,
  ...regionalFaults,
  ...runFaults,
  ...shellFaults,
  ...sqlFaults,
  ...syntheticFaults,
  ...templateFaults,
  ...territoryFaults,
  ...workspaceFaults,
  ...incomeFaults,
  ...matchingFaults,
  ...decompositionFaults,
  ...shapeFaults,
  ...spatialFaults,
  ...discontinuityFaults,
  ...seriesFaults,
  ...peersFaults,
  ...disclosureFaults,
} as const

export type FaultCode = keyof typeof faultCatalogue
