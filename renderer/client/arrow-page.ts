import { DataType, type Schema, type Type, tableFromIPC } from 'apache-arrow'

/** A cell as a grid holds it: exact numbers beyond what a double can hold stay text. */
export type PageCell = string | number | boolean | null

export interface PageColumn {
  readonly name: string
  readonly numeric: boolean
}

export interface Page {
  readonly columns: readonly PageColumn[]
  /** One object for each row, by column name. */
  readonly rows: readonly Readonly<Record<string, PageCell>>[]
}

type Reader = (value: unknown) => PageCell

const exact = (whole: bigint): PageCell => {
  const number = Number(whole)
  return Number.isSafeInteger(number) ? number : whole.toString()
}

const plain: Reader = (value) =>
  typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string'
    ? value
    : typeof value === 'bigint'
      ? exact(value)
      : String(value)

/** Arrow holds a decimal as little-endian words of its unscaled value in two's complement. */
export function decimalText(words: Uint32Array, scale: number): string {
  let unscaled = 0n
  for (let i = words.length - 1; i >= 0; i--) unscaled = (unscaled << 32n) | BigInt(words[i] ?? 0)
  const bits = BigInt(words.length * 32)
  if (unscaled >> (bits - 1n)) unscaled -= 1n << bits
  const sign = unscaled < 0n ? '-' : ''
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0')
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

const decimal =
  (scale: number): Reader =>
  (value) => {
    const text = value instanceof Uint32Array ? decimalText(value, scale) : String(value)
    // A double gives 15 significant digits back unharmed.
    return text.replace(/[-.]/g, '').replace(/^0+/, '').length <= 15 ? Number(text) : text
  }

const iso = (value: unknown): string => {
  const date = new Date(value instanceof Date ? value.getTime() : Number(value))
  return Number.isNaN(date.getTime()) ? String(value) : date.toISOString()
}
const date: Reader = (value) => iso(value).slice(0, 10)
const timestamp: Reader = (value) => {
  const text = iso(value)
  return `${text.slice(0, 10)} ${text.slice(11).replace(/(\.000)?Z$/, '')}`
}

function readerOf(type: DataType<Type>): Reader {
  if (DataType.isDecimal(type)) return decimal(type.scale)
  if (DataType.isDate(type)) return date
  if (DataType.isTimestamp(type)) return timestamp
  return plain
}

const isNumeric = (type: DataType<Type>): boolean =>
  DataType.isInt(type) || DataType.isFloat(type) || DataType.isDecimal(type)

const columnsOf = (schema: Schema): PageColumn[] =>
  schema.fields.map((field) => ({ name: field.name, numeric: isNumeric(field.type) }))

/** Decodes one page of the contract's `table.page` (an Arrow IPC stream). */
export function readPage(ipc: Uint8Array): Page {
  const table = tableFromIPC(ipc)
  const rows: Record<string, PageCell>[] = Array.from({ length: table.numRows }, () => ({}))
  table.schema.fields.forEach((field, index) => {
    const vector = table.getChildAt(index)
    const read = readerOf(field.type)
    for (let row = 0; row < rows.length; row++) {
      const value: unknown = vector?.get(row)
      const target = rows[row]
      if (target) target[field.name] = value === null || value === undefined ? null : read(value)
    }
  })
  return { columns: columnsOf(table.schema), rows }
}
