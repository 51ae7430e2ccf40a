import {
  type DataType as ArrowType,
  DataType,
  DateUnit,
  Precision,
  TimeUnit,
  type Vector,
} from 'apache-arrow'
import type { SchemaElement } from 'hyparquet-writer'

/** A column of Parquet: what it is, and its value for an Arrow row. */
export interface ParquetColumn {
  readonly element: SchemaElement
  value(row: number): unknown
}

type Meaning = Omit<SchemaElement, 'name' | 'repetition_type'>
type Raw = (row: number) => unknown

/**
 * How an Arrow column stands in Parquet: integers and decimals exact, dates as dates, times with their unit, texts as
 * texts. Lists and structs become JSON text.
 */
export function parquetColumn(name: string, vector: Vector): ParquetColumn {
  const { meaning, value } = columnOf(vector.type, vector)
  return {
    element: { name, repetition_type: 'OPTIONAL', ...meaning },
    value: (row) => (vector.isValid(row) ? value(row) : null),
  }
}

function columnOf(type: ArrowType, vector: Vector): { readonly meaning: Meaning; readonly value: Raw } {
  const get: Raw = (row) => vector.get(row)
  const raw = rawValues(vector)
  if (DataType.isBool(type)) return { meaning: { type: 'BOOLEAN' }, value: get }
  if (DataType.isInt(type)) return integers(type.bitWidth, type.isSigned, get)
  if (DataType.isFloat(type))
    return { meaning: { type: type.precision === Precision.SINGLE ? 'FLOAT' : 'DOUBLE' }, value: get }
  if (DataType.isDecimal(type)) {
    const { precision, scale } = type
    const words = type.bitWidth / 32
    return { meaning: decimal(precision, scale), value: (row) => littleEndian(raw, row * words, words) }
  }
  if (DataType.isDate(type)) {
    const perDay = type.unit === DateUnit.DAY ? 1n : 86_400_000n
    return {
      meaning: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
      value: (row) => Number(BigInt(raw(row)) / perDay),
    }
  }
  if (DataType.isTimestamp(type)) return timestamps(type.unit, type.timezone, raw)
  if (DataType.isTime(type)) return times(type.unit, raw)
  if (DataType.isBinary(type)) return { meaning: { type: 'BYTE_ARRAY' }, value: get }
  const text: Meaning = { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } }
  return { meaning: text, value: (row) => asText(get(row)) }
}

function integers(
  bits: number,
  signed: boolean,
  get: Raw,
): { readonly meaning: Meaning; readonly value: Raw } {
  if (bits < 32 || (bits === 32 && signed)) return { meaning: { type: 'INT32' }, value: get }
  // Unsigned 64 bits do not fit into the signed number that many readers take it for.
  if (bits === 64 && !signed) return { meaning: decimal(20, 0), value: get }
  return { meaning: { type: 'INT64' }, value: (row) => BigInt(String(get(row))) }
}

const DECIMAL_BYTES = 16
const decimal = (precision: number, scale: number): Meaning => ({
  type: 'FIXED_LEN_BYTE_ARRAY',
  type_length: DECIMAL_BYTES,
  converted_type: 'DECIMAL',
  logical_type: { type: 'DECIMAL', precision, scale },
  precision,
  scale,
})

/** Parquet knows no seconds: they become milliseconds. */
const unitOf = (unit: TimeUnit) => {
  if (unit === TimeUnit.MICROSECOND) return { name: 'MICROS', times: 1n } as const
  if (unit === TimeUnit.NANOSECOND) return { name: 'NANOS', times: 1n } as const
  return { name: 'MILLIS', times: unit === TimeUnit.SECOND ? 1000n : 1n } as const
}

function timestamps(unit: TimeUnit, zone: string | null | undefined, raw: RawValue) {
  const { name, times } = unitOf(unit)
  const isAdjustedToUTC = zone !== null && zone !== undefined
  const meaning: Meaning = { type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC, unit: name } }
  return { meaning, value: (row: number) => BigInt(raw(row)) * times }
}

function times(unit: TimeUnit, raw: RawValue) {
  const { name, times } = unitOf(unit)
  const logical_type = { type: 'TIME', isAdjustedToUTC: false, unit: name } as const
  if (name === 'MILLIS')
    return {
      meaning: { type: 'INT32', logical_type } as const,
      value: (row: number) => Number(BigInt(raw(row)) * times),
    }
  return { meaning: { type: 'INT64', logical_type } as const, value: (row: number) => BigInt(raw(row)) }
}

type RawValue = (index: number) => number | bigint

/** Values as they are stored, over all chunks of a vector; only for types whose rows all have the same width. */
function rawValues(vector: Vector): RawValue {
  let end = 0
  const chunks = vector.data.map((data) => {
    const values: unknown = data.values
    const start = end
    end += data.length * Math.max(1, data.stride)
    return { values, start, end }
  })
  // Rows are asked for in order: the next one is mostly in the chunk of the last.
  let last = 0
  return (index) => {
    const within = (number: number) => {
      const chunk = chunks[number]
      return chunk !== undefined && index >= chunk.start && index < chunk.end
    }
    if (!within(last)) last = within(last + 1) ? last + 1 : chunks.findIndex((_, number) => within(number))
    const chunk = chunks[last]
    if (chunk === undefined) throw new Error('a row behind the end of its column')
    return numberAt(chunk.values, index - chunk.start)
  }
}

function numberAt(values: unknown, index: number): number | bigint {
  const value =
    values instanceof BigInt64Array || values instanceof Int32Array || values instanceof Uint32Array
      ? values[index]
      : undefined
  if (value === undefined) throw new Error('a row behind the end of its column')
  return value
}

/** Words of 32 bits, the least significant first, in two's complement. */
function littleEndian(at: RawValue, from: number, words: number): bigint {
  let value = 0n
  for (let i = words - 1; i >= 0; i--) value = (value << 32n) | BigInt.asUintN(32, BigInt(at(from + i)))
  return BigInt.asIntN(words * 32, value)
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner !== 'bigint') return inner
    const number = Number(inner)
    return Number.isSafeInteger(number) ? number : String(inner)
  })
}
