import {
  DataType,
  type Field,
  type RecordBatch,
  RecordBatchReader,
  TimeUnit,
  tableFromIPC,
  type Vector,
} from 'apache-arrow'
import type { Cell, CellType, Row, Table } from '../../analyses/model/table'

/**
 * An Arrow IPC stream of DuckDB as plain rows. Integers and decimals become numbers; a column that holds
 * an integer beyond 2^53 becomes text as a whole. Dates and times become ISO text, lists and structs JSON,
 * bytes hexadecimal text.
 */
export function tableOfArrow(ipc: Uint8Array): Table {
  const { schema, batches } = tableFromIPC(ipc)
  const columns = schema.fields.map((field, index) => readColumn(field, index, batches))
  const count = batches.reduce((sum, batch) => sum + batch.numRows, 0)
  const rows: Row[] = []
  for (let row = 0; row < count; row += 1) {
    const cells: Record<string, Cell> = {}
    for (const column of columns) setCell(cells, column.name, column.cells[row] ?? null)
    rows.push(cells)
  }
  return { columns: columns.map(({ name, type }) => ({ name, type })), rows }
}

/** A column may be called anything, even what an object inherits. */
function setCell(row: Record<string, Cell>, name: string, cell: Cell): void {
  if (name === '__proto__')
    Object.defineProperty(row, name, { value: cell, enumerable: true, writable: true, configurable: true })
  else row[name] = cell
}

/** Names of the columns that came as dictionaries; reads the schema only. */
export function enumColumns(ipc: Uint8Array): readonly string[] {
  const { fields } = RecordBatchReader.from(ipc).open().schema
  return fields.filter(({ type }) => DataType.isDictionary(type)).map(({ name }) => name)
}

interface ReadColumn {
  readonly name: string
  readonly type: CellType
  readonly cells: readonly Cell[]
}

function readColumn(field: Field, index: number, batches: readonly RecordBatch[]): ReadColumn {
  const type = cellTypeOf(field.type)
  const cells: Cell[] = []
  let big = false
  for (const batch of batches) {
    const vector = batch.getChildAt(index)
    if (vector === null) continue
    if (DataType.isFloat(field.type)) {
      pushNumbers(vector, cells)
      continue
    }
    const read = readerOf(field.type, vector)
    for (let row = 0; row < batch.numRows; row += 1) {
      const value = read(row)
      big ||= typeof value === 'bigint'
      cells.push(typeof value === 'bigint' ? String(value) : value)
    }
  }
  if (!big || type !== 'number') return { name: field.name, type, cells }
  return { name: field.name, type: 'text', cells: cells.map((cell) => (cell === null ? null : String(cell))) }
}

/** Doubles need no look at each: they are what they are, or null. */
function pushNumbers(vector: Vector, cells: Cell[]): void {
  const numbers: ArrayLike<number> = vector.toArray()
  const whole = vector.nullCount === 0
  for (let row = 0; row < vector.length; row += 1)
    cells.push(whole || vector.isValid(row) ? (numbers[row] ?? null) : null)
}

function cellTypeOf(type: DataType): CellType {
  if (DataType.isBool(type)) return 'boolean'
  const number = DataType.isInt(type) || DataType.isFloat(type) || DataType.isDecimal(type) || isWide(type)
  return number ? 'number' : 'text'
}

/** UHUGEINT has no Arrow type; duckdb-wasm sends its 16 bytes. */
const isWide = (type: DataType): boolean => DataType.isFixedSizeBinary(type) && type.byteWidth === 16

type Reader = (row: number) => Cell | bigint

function readerOf(type: DataType, vector: Vector): Reader {
  const at = (row: number): unknown => vector.get(row)
  return (row) => {
    const value = at(row)
    return value === null || value === undefined ? null : cellOf(type, value, vector, row)
  }
}

function cellOf(type: DataType, value: unknown, vector: Vector | null, row: number): Cell | bigint {
  if (typeof value === 'boolean') return value
  if (DataType.isTimestamp(type) && vector !== null)
    return timestampText(rawTimestamp(vector, row), type.unit, type.timezone)
  if (DataType.isDate(type)) return dateText(Number(value))
  if (DataType.isTime(type)) return timeText(BigInt(String(value)))
  if (DataType.isDecimal(type) && value instanceof Uint32Array) return scaled(wholeOf(value), type.scale)
  if (isWide(type) && value instanceof Uint8Array) return narrowed(wideOf(value))
  if (typeof value === 'bigint') return narrowed(value)
  if (typeof value === 'number' || typeof value === 'string') return value
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
  if (DataType.isInterval(type)) return JSON.stringify(Array.from(Object(value)))
  return JSON.stringify(plain(type, value))
}

/** Arrow JS rounds timestamps to milliseconds; the buffer has them whole. */
function rawTimestamp(vector: Vector, row: number): bigint {
  for (let from = 0, chunk = 0; chunk < vector.data.length; chunk += 1) {
    const data = vector.data[chunk]
    if (data === undefined) break
    if (row < from + data.length && data.values instanceof BigInt64Array) return data.values[row - from] ?? 0n
    from += data.length
  }
  throw new Error('an Arrow timestamp without 64-bit values')
}

const perSecond: Readonly<Record<number, bigint>> = {
  [TimeUnit.SECOND]: 1n,
  [TimeUnit.MILLISECOND]: 1_000n,
  [TimeUnit.MICROSECOND]: 1_000_000n,
  [TimeUnit.NANOSECOND]: 1_000_000_000n,
}

const infinite = 2n ** 63n - 1n

function timestampText(value: bigint, unit: TimeUnit, zone: string | null | undefined): string {
  if (value === infinite || value === -infinite) return value > 0n ? 'infinity' : '-infinity'
  const scale = perSecond[unit] ?? 1n
  const fraction = ((value % scale) + scale) % scale
  const seconds = (value - fraction) / scale
  const days = (seconds - (((seconds % 86_400n) + 86_400n) % 86_400n)) / 86_400n
  const time = clockText(seconds - days * 86_400n, fraction, scale)
  return `${dayText(Number(days))}T${time}${zone ? 'Z' : ''}`
}

function clockText(seconds: bigint, fraction: bigint, scale: bigint): string {
  const two = (value: bigint): string => String(value).padStart(2, '0')
  const digits = String(scale).length - 1
  const rest = fraction === 0n ? '' : `.${String(fraction).padStart(digits, '0').replace(/0+$/, '')}`
  return `${two(seconds / 3600n)}:${two((seconds / 60n) % 60n)}:${two(seconds % 60n)}${rest}`
}

const timeText = (micros: bigint): string => clockText(micros / 1_000_000n, micros % 1_000_000n, 1_000_000n)

/** DuckDB's infinite dates are the ends of its 32-bit day count. */
function dateText(milliseconds: number): string {
  const days = Math.floor(milliseconds / 86_400_000)
  if (days >= 2_147_483_647) return 'infinity'
  if (days <= -2_147_483_647) return '-infinity'
  return dayText(days)
}

/** Gregorian day from days since 1970, for any year: Date gives up after 275760. */
function dayText(days: number): string {
  const eras = Math.floor(days / 146_097)
  const date = new Date((days - eras * 146_097) * 86_400_000)
  const year = date.getUTCFullYear() + eras * 400
  const text = year < 0 ? `-${String(-year).padStart(6, '0')}` : String(year).padStart(4, '0')
  return `${text}${date.toISOString().slice(4, 10)}`
}

/** Little-endian two's complement words, as Arrow keeps decimals. */
function wholeOf(words: Uint32Array): bigint {
  const value = words.reduceRight((sum, word) => (sum << 32n) | BigInt(word), 0n)
  return BigInt.asIntN(words.length * 32, value)
}

const wideOf = (bytes: Uint8Array): bigint => bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n)

const narrowed = (value: bigint): number | bigint =>
  value <= BigInt(Number.MAX_SAFE_INTEGER) && value >= BigInt(Number.MIN_SAFE_INTEGER) ? Number(value) : value

function scaled(value: bigint, scale: number): number | bigint {
  if (scale === 0) return narrowed(value)
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0')
  const text = `${digits.slice(0, -scale)}.${digits.slice(-scale)}`
  // From text, so that the double nearest to the decimal is taken.
  return Number(value < 0n ? `-${text}` : text)
}

/** A nested value as what JSON can hold; timestamps in it are exact because their vector is at hand. */
function plain(type: DataType, value: unknown): unknown {
  if (DataType.isList(type) && isVector(value)) {
    const child = type.children[0]?.type
    return child === undefined ? [] : Array.from(value, (_, row) => nested(child, value, row))
  }
  if (DataType.isStruct(type)) return Object.fromEntries(entriesOf(value, type.children))
  if (DataType.isMap(type)) {
    const entry: Field[] = type.children[0]?.type.children ?? []
    const values = entry[1]
    const named = Object.keys(Object(value)).map((key) => [key, values] as const)
    return Object.fromEntries(
      named.map(([key, field]) => [key, field && single(field.type, Reflect.get(Object(value), key))]),
    )
  }
  return single(type, value)
}

const entriesOf = (value: unknown, fields: readonly Field[]): readonly (readonly [string, unknown])[] =>
  fields.map(({ name, type }) => [name, single(type, Reflect.get(Object(value), name))])

const isVector = (value: unknown): value is Vector =>
  typeof value === 'object' && value !== null && 'data' in value && 'getChildAt' in value

function nested(type: DataType, items: Vector, row: number): unknown {
  const value: unknown = items.get(row)
  if (value === null || value === undefined) return null
  if (isNested(type)) return plain(type, value)
  const cell = cellOf(type, value, items, row)
  return typeof cell === 'bigint' ? String(cell) : cell
}

const isNested = (type: DataType): boolean =>
  DataType.isList(type) || DataType.isStruct(type) || DataType.isMap(type)

/** A value out of a struct or map, without its vector: a timestamp comes in milliseconds there. */
function single(type: DataType, value: unknown): unknown {
  if (value === null || value === undefined) return null
  if (isNested(type)) return plain(type, value)
  if (DataType.isTimestamp(type))
    return timestampText(BigInt(Math.round(Number(value))), TimeUnit.MILLISECOND, type.timezone)
  const cell = cellOf(type, value, null, 0)
  return typeof cell === 'bigint' ? String(cell) : cell
}
