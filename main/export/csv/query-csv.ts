import { type CsvTable, writeCsv } from './write-csv'

/** A query's answer for another program: no byte order mark, everything else as in a file. */
export const queryCsv = (table: CsvTable): string => writeCsv(table, { byteOrderMark: false })
