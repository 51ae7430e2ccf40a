import type { Cell, Row, TableColumn } from '../../../analyses/model/table'

export interface CsvTable {
  readonly columns: readonly Pick<TableColumn, 'name'>[]
  readonly rows: readonly Row[]
}

export interface CsvOptions {
  /**
   * Marks the file as UTF-8, without which Excel reads Czech and Polish letters as something else. Readers of
   * statistics packages skip it. Off for output that goes straight to another program.
   */
  readonly byteOrderMark: boolean
}

/**
 * RFC 4180: commas, CRLF, quotes doubled. Numbers with a decimal point at full precision (the shortest text that
 * reads back as the same double); an absent value is nothing, an empty text is `""`; codes keep their zeros.
 */
export function writeCsv({ columns, rows }: CsvTable, { byteOrderMark }: CsvOptions): string {
  const head = columns.map(({ name }) => textField(name)).join(',')
  const body = rows.map((row) => columns.map(({ name }) => field(row[name] ?? null)).join(','))
  return `${byteOrderMark ? '\ufeff' : ''}${[head, ...body].join('\r\n')}\r\n`
}

function field(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return textField(cell)
  // "-0" is 0 to every reader but not to every comparison.
  return Object.is(cell, -0) ? '0' : String(cell)
}

const textField = (text: string): string => {
  const safe = runsAsFormula(text) ? `'${text}` : text
  return safe === '' || /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * Spreadsheets run a text that starts with one of these as a formula, full-width forms included (OWASP, "CSV
 * injection"). A text that is only a signed number or a lone sign does nothing and is left as it is.
 */
const runsAsFormula = (text: string): boolean =>
  /^\s*[=+\-@＝＋－＠\t\r\n]/.test(text) && !/^[+-]?(?:\d+(?:[.,]\d+)?)?$/.test(text)
