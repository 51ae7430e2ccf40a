import { archiveLimits } from '../archive/limits'

/**
 * Bounds of what a workbook may make us hold. The rows and columns are those of the programs themselves (XLSX, ODS:
 * 1,048,576 × 16,384); a full sheet of 20 columns takes some 250 MB of the store.
 */
export const workbookLimits = {
  rows: 1_048_576,
  columns: 16_384,
  /** Bytes of all cells of all sheets in our store. */
  storeBytes: 640 * 1024 ** 2,
  /** Bytes of the shared texts of a workbook. */
  sharedBytes: 320 * 1024 ** 2,
  /** Bytes of one cell's text; programs allow 32,767 letters. */
  textBytes: 4 * 1024 ** 2,
  /** Rows of all sheets together, repeated ones included. */
  allRows: 12_000_000,
  sheets: 2_000,
  merges: 200_000,
  /** Bytes of an XLS file, which is read whole; its format ends at 65,536 rows of 256 columns a sheet. */
  xlsBytes: 400 * 1024 ** 2,
} as const

/** Sheets of one and the same row pack better than tables of text do. */
export const packageLimits = { ...archiveLimits, ratio: 600, bytes: 8 * 1024 ** 3 } as const
