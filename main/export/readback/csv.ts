import type { ReadTable } from './read-table'

/** A table in CSV as ours are written (RFC 4180): every cell as a text. */
export function readCsvTable(text: string): ReadTable {
  const rows: string[][] = [[]]
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy
  const content = text.replace(/^\ufeff/, '')
  for (let found = cells.exec(content); found !== null; found = cells.exec(content)) {
    const [, quoted, plain = '', end = ''] = found
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (cells.lastIndex >= content.length) break
    if (end !== ',') rows.push([])
  }
  const [columns = [], ...body] = rows
  return { caption: '', columns, rows: body.map((row) => row.map((cell) => ({ text: cell }))) }
}
