export { buildReport, type ReportRequest } from './build-report'
