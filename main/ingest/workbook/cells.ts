/** What a cell holds. `blank` is a text of white space only: kept, but it frames no table. */
export const cellKinds = [
  'text',
  'blank',
  'number',
  'proportion',
  'date',
  'boolean',
  'error',
  'uncalculated',
] as const
export type CellKind = (typeof cellKinds)[number]

/** A value of a cell before it has a place. `uncalculated` is a formula whose result the file does not hold. */
export interface CellValue {
  readonly kind: CellKind
  readonly text: string
}

export interface Cell extends CellValue {
  /** From 0. */
  readonly column: number
}

/** A block of cells; all four from 0 and included. */
export interface Range {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export const textValue = (text: string): CellValue => ({ kind: text.trim() === '' ? 'blank' : 'text', text })

/** A, B, …, Z, AA: the name of a column, from 0. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last
}

/** `A3:G1290` */
export const rangeName = ({ top, left, bottom, right }: Range): string =>
  `${columnName(left)}${top + 1}:${columnName(right)}${bottom + 1}`

/** Place of `BC12`, from 0; null when it is none. */
export function parseAddress(address: string): { readonly row: number; readonly column: number } | null {
  let column = 0
  let at = 0
  for (; at < address.length; at++) {
    const code = address.charCodeAt(at) & ~0x20
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  let row = 0
  const digits = at
  for (; at < address.length; at++) {
    const digit = address.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return null
    row = row * 10 + digit
  }
  return column === 0 || at === digits || row === 0 ? null : { row: row - 1, column: column - 1 }
}

/** `A1:B2` or `A1`; null when it is neither. */
export function parseRange(reference: string): Range | null {
  const [from = '', to = from] = reference.replaceAll('$', '').split(':')
  const a = parseAddress(from)
  const b = parseAddress(to)
  if (a === null || b === null) return null
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  }
}
