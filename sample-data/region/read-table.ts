import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export type Row = Readonly<Record<string, string>>

/** The committed file as rows by header name; for the tests, which must not trust the generator. */
export function readTable(file: string, encoding = 'utf-8'): Row[] {
  const bytes = readFileSync(fileURLToPath(new URL(file, import.meta.url)))
  const [head = '', ...lines] = new TextDecoder(encoding).decode(bytes).trimEnd().split(/\r?\n/)
  const delimiter = head.includes(';') ? ';' : ','
  const names = head.split(delimiter)
  return lines.map((line) => {
    const cells = line.split(delimiter)
    if (cells.length !== names.length) throw new Error(`${file}: "${line}"`)
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']))
  })
}

export function count(row: Row, column: string): number {
  const text = row[column] ?? ''
  if (!/^\d+$/.test(text)) throw new Error(`${column} is "${text}", not a count`)
  return Number(text)
}

export function decimal(row: Row, column: string): number {
  const text = row[column] ?? ''
  if (!/^-?\d+,\d+$/.test(text)) throw new Error(`${column} is "${text}", not a number with a decimal comma`)
  return Number(text.replace(',', '.'))
}

/** Sums of a count column by key. */
export function sums(rows: readonly Row[], column: string, keyOf: (row: Row) => string): Map<string, number> {
  const result = new Map<string, number>()
  for (const row of rows) result.set(keyOf(row), (result.get(keyOf(row)) ?? 0) + count(row, column))
  return result
}
