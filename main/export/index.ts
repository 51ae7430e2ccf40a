export { writeArrow } from './arrow/write-arrow'
export { queryCsv } from './csv/query-csv'
export { type CsvTable, writeCsv } from './csv/write-csv'
export { compareFiles, type Enclosure, readEnclosure, type TextDifference } from './enclosure'
export {
  documentContent,
  type ExportFormat,
  type ExportOrder,
  exportDocument,
  type ProtectedRun,
  partsOf,
} from './export-document'
export { exportHtml } from './html/export-html'
export { writeParquet } from './parquet/write-parquet'
export { exportPdf } from './pdf/export-pdf'
export type { PdfPrinter } from './pdf-printer'
export { chartPng } from './png/chart-png'
export { chartSvg } from './svg/chart-svg'
export { loadFonts } from './svg/fonts'
export { writeAtomically, writeAtomically as writeBytes } from './write-atomically'
