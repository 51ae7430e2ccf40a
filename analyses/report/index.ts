export { buildComposition, type CompositionRequest } from './build-composition'
export { buildReport, type ReportRequest } from './build-report'
export {
  type LocalWords,
  type OpenCodes,
  type OpenColumn,
  type OpenTable,
  type OpenTables,
  openTables,
} from './open-tables'
