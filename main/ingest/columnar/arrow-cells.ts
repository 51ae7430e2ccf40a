import {
  TimeUnit as ArrowUnit,
  type Data,
  DataType,
  DateUnit,
  IntervalUnit,
  Precision,
  UnionMode,
  Vector,
} from 'apache-arrow'
import type { ColumnType } from '../../../analyses/model/data-set'
import {
  dateText,
  decimalText,
  durationText,
  float16Text,
  float32Text,
  floatText,
  hexText,
  jsonOf,
  type TimeUnit,
  timestampText,
  timeText,
} from './cell-texts'

/** The cells of one Arrow vector as texts. Both throw when the vector is shorter than it says. */
export interface ArrowCells {
  /** null where the value is absent. */
  text(row: number): string | null
  /** The same as JSON. */
  json(row: number): string
}

/** Values of one vector: more do not fit into a message of the size that is read. */
const MOST_VALUES = 100_000_000

/** What a column of an Arrow type is; a nested one is JSON text. */
export function arrowColumnType(type: DataType): ColumnType {
  if (DataType.isDictionary(type)) return arrowColumnType(type.dictionary)
  if (DataType.isBool(type)) return 'boolean'
  if (DataType.isInt(type)) return 'integer'
  if (DataType.isFloat(type)) return 'number'
  if (DataType.isDecimal(type)) return type.scale <= 0 ? 'integer' : 'number'
  if (DataType.isDate(type)) return 'date'
  if (DataType.isTimestamp(type)) return 'timestamp'
  return 'text'
}

export function arrowCells(data: Data): ArrowCells {
  if (data.length > MOST_VALUES) throw new Error('a vector is too long')
  if (data.nullCount > 0 && data.nullBitmap.length * 8 < data.length)
    throw new Error('a vector is shorter than it says')
  const inner = validCells(data)
  const valid = (row: number): boolean => {
    if (row < 0 || row >= data.length) throw new Error('a vector is shorter than it says')
    return data.nullCount === 0 || data.getValid(row)
  }
  return {
    text: (row) => (valid(row) ? inner.text(row) : null),
    json: (row) => (valid(row) ? inner.json(row) : 'null'),
  }
}

/** Cells of a vector, its null marks aside. */
function validCells(data: Data): ArrowCells {
  const { type } = data
  if (DataType.isNull(type)) return { text: () => null, json: () => 'null' }
  if (DataType.isDictionary(type)) return dictionaryCells(data)
  if (DataType.isUnion(type)) return unionCells(data, type.mode, type.typeIdToChildIndex)
  const nested = nestedCells(data)
  if (nested !== null) return nested
  const text = leafText(data)
  const kind = arrowColumnType(type)
  const bare = kind === 'boolean' || kind === 'integer' || kind === 'number'
  return { text, json: (row) => jsonOf(text(row), bare) }
}

function leafText(data: Data): (row: number) => string {
  const { type, stride } = data
  const at = valueAt(data.values)
  if (DataType.isBool(type)) return (row) => String((Number(at(row >> 3)) & (1 << (row & 7))) !== 0)
  if (DataType.isInt(type)) return (row) => String(at(row))
  if (DataType.isFloat(type)) return floatTexts(type.precision, at)
  if (DataType.isDecimal(type))
    return (row) => decimalText(littleEndian(at, row * stride, stride), type.scale)
  if (DataType.isDate(type)) {
    const perDay = type.unit === DateUnit.DAY ? 1n : 86_400_000n
    return (row) => dateText(floorDiv(wide(at, row, stride), perDay))
  }
  if (DataType.isTimestamp(type)) {
    const utc = type.timezone !== null && type.timezone !== undefined
    return (row) => timestampText(wide(at, row, stride), unitOf(type.unit), utc)
  }
  if (DataType.isTime(type)) return (row) => timeText(wide(at, row, stride), unitOf(type.unit))
  if (DataType.isDuration(type)) return (row) => durationText(0, 0, wide(at, row, stride), unitOf(type.unit))
  if (DataType.isInterval(type)) return intervalTexts(type.unit, at)
  if (DataType.isFixedSizeBinary(type))
    return (row) => hexText(bytesAt(data.values, row * stride, (row + 1) * stride))
  if (DataType.isUtf8View(type) || DataType.isBinaryView(type)) return viewTexts(data)
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type)) return (row) => utf8(sliceAt(data, row))
  if (DataType.isBinary(type) || DataType.isLargeBinary(type)) return (row) => hexText(sliceAt(data, row))
  throw new Error(`values of type ${type} are not supported`)
}

type ValueAt = (index: number) => number | bigint

/** Reading behind the end of a vector is damage, not an absent value. */
function valueAt(values: unknown): ValueAt {
  const array = ArrayBuffer.isView(values) && !(values instanceof DataView) ? asNumbers(values) : []
  return (index) => {
    const value = array[index]
    if (value === undefined) throw new Error('a vector is shorter than it says')
    return value
  }
}

function asNumbers(view: ArrayBufferView): ArrayLike<number | bigint> {
  if (view instanceof BigInt64Array || view instanceof BigUint64Array) return view
  if (view instanceof Int32Array || view instanceof Uint32Array) return view
  if (view instanceof Int16Array || view instanceof Uint16Array) return view
  if (view instanceof Int8Array || view instanceof Uint8Array) return view
  if (view instanceof Float64Array || view instanceof Float32Array) return view
  throw new Error('values of an unknown width are not supported')
}

/** A whole number of 64 bits, also where it is kept as two of 32. */
function wide(at: ValueAt, row: number, stride: number): bigint {
  return stride === 2 ? littleEndian(at, row * 2, 2) : BigInt(at(row))
}

/** Words of 32 bits, the least significant first, in two's complement; wider words as they are. */
function littleEndian(at: ValueAt, from: number, words: number): bigint {
  let value = 0n
  for (let i = words - 1; i >= 0; i--) value = (value << 32n) | BigInt.asUintN(32, BigInt(at(from + i)))
  return BigInt.asIntN(words * 32, value)
}

const floorDiv = (value: bigint, by: bigint): bigint => (value - (((value % by) + by) % by)) / by

function floatTexts(precision: Precision, at: ValueAt): (row: number) => string {
  if (precision === Precision.HALF) return (row) => float16Text(Number(at(row)))
  const text = precision === Precision.SINGLE ? float32Text : floatText
  return (row) => text(Number(at(row)))
}

function intervalTexts(unit: IntervalUnit, at: ValueAt): (row: number) => string {
  if (unit === IntervalUnit.YEAR_MONTH) return (row) => durationText(Number(at(row)), 0, 0n, 'second')
  if (unit === IntervalUnit.DAY_TIME)
    return (row) => durationText(0, Number(at(row * 2)), BigInt(at(row * 2 + 1)), 'millisecond')
  return (row) =>
    durationText(Number(at(row * 4)), Number(at(row * 4 + 1)), littleEndian(at, row * 4 + 2, 2), 'nanosecond')
}

const units: Readonly<Record<ArrowUnit, TimeUnit>> = {
  [ArrowUnit.SECOND]: 'second',
  [ArrowUnit.MILLISECOND]: 'millisecond',
  [ArrowUnit.MICROSECOND]: 'microsecond',
  [ArrowUnit.NANOSECOND]: 'nanosecond',
}
const unitOf = (unit: ArrowUnit): TimeUnit => units[unit]

const utf8 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')

function bytesAt(values: unknown, from: number, to: number): Uint8Array {
  if (!(values instanceof Uint8Array) || from < 0 || from > to || to > values.length)
    throw new Error('a vector is shorter than it says')
  return values.subarray(from, to)
}

function sliceAt({ values, valueOffsets }: Data, row: number): Uint8Array {
  const at = valueAt(valueOffsets)
  return bytesAt(values, Number(at(row)), Number(at(row + 1)))
}

/** Texts that lie in shared buffers; the library knows where. */
function viewTexts(data: Data): (row: number) => string {
  const vector = new Vector([data])
  return (row) => {
    const value: unknown = vector.get(row)
    if (typeof value === 'string') return value
    if (value instanceof Uint8Array) return hexText(value)
    throw new Error('a vector is shorter than it says')
  }
}

/** Each entry of the dictionary becomes a text once. */
function dictionaryCells(data: Data): ArrowCells {
  const index = valueAt(data.values)
  const entries = (data.dictionary?.data ?? []).flatMap((part) => {
    const cells = arrowCells(part)
    return Array.from({ length: part.length }, (_, i) => ({ text: cells.text(i), json: cells.json(i) }))
  })
  const entry = (row: number) => {
    const found = entries[Number(index(row))]
    if (found === undefined) throw new Error('a value outside its dictionary')
    return found
  }
  return { text: (row) => entry(row).text, json: (row) => entry(row).json }
}

function unionCells(data: Data, mode: UnionMode, childOf: Readonly<Record<number, number>>): ArrowCells {
  const typeIds = valueAt(data.typeIds)
  const offsets = mode === UnionMode.Dense ? valueAt(data.valueOffsets) : (row: number) => row
  const children = data.children.map(arrowCells)
  const cells = (row: number) => {
    const child = children[childOf[Number(typeIds(row))] ?? -1]
    if (child === undefined) throw new Error('a value of no type of its union')
    return child
  }
  return {
    text: (row) => cells(row).text(Number(offsets(row))),
    json: (row) => cells(row).json(Number(offsets(row))),
  }
}

/** Lists, maps and structs; null when the vector is none of them. */
function nestedCells(data: Data): ArrowCells | null {
  const { type, children } = data
  const [child] = children
  if (DataType.isStruct(type)) {
    const fields = type.children.map(({ name }, i) => {
      const field = children[i]
      if (field === undefined) throw new Error('a struct without its field')
      return [name, arrowCells(field)] as const
    })
    return asText(
      (row) => `{${fields.map(([name, cells]) => `${JSON.stringify(name)}:${cells.json(row)}`).join(',')}}`,
    )
  }
  if (child === undefined) return null
  if (DataType.isMap(type)) return asText(mapJson(data, child))
  if (DataType.isFixedSizeList(type)) {
    const items = arrowCells(child)
    return asText((row) => listJson(items, row * type.listSize, (row + 1) * type.listSize))
  }
  if (!DataType.isList(type) && !DataType.isLargeList(type)) return null
  const items = arrowCells(child)
  const at = valueAt(data.valueOffsets)
  return asText((row) => listJson(items, Number(at(row)), Number(at(row + 1))))
}

const asText = (json: (row: number) => string): ArrowCells => ({ text: json, json })

const listJson = (items: ArrowCells, from: number, to: number): string =>
  `[${Array.from({ length: Math.max(0, to - from) }, (_, i) => items.json(from + i)).join(',')}]`

function mapJson(data: Data, entries: Data): (row: number) => string {
  const [keyData, valueData] = entries.children
  if (keyData === undefined || valueData === undefined) throw new Error('a map without keys or values')
  const keys = arrowCells(keyData)
  const values = arrowCells(valueData)
  const at = valueAt(data.valueOffsets)
  return (row) => {
    const from = Number(at(row))
    const pairs = Array.from(
      { length: Math.max(0, Number(at(row + 1)) - from) },
      (_, i) => `${JSON.stringify(keys.text(from + i) ?? '')}:${values.json(from + i)}`,
    )
    return `{${pairs.join(',')}}`
  }
}
