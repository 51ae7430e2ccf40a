import type { ExportFormat } from '../../../preload/contract/methods'

/** End of the file's name where it is not the format's own. */
const extensions: Readonly<Record<string, string>> = { csvw: 'zip' }

export const extensionOf = (format: ExportFormat): string => extensions[format] ?? format

/** One chart or one table; everything else is the whole report. */
export const ofOneChart: ReadonlySet<ExportFormat> = new Set(['svg', 'png'])
const tables: ReadonlySet<string> = new Set(['csv', 'arrow', 'parquet'])
export const isOfOneTable = (format: ExportFormat): boolean => tables.has(format)

export const isWhole = (format: ExportFormat): boolean => !ofOneChart.has(format) && !isOfOneTable(format)
