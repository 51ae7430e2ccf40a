import type { SchemaElement } from 'hyparquet'
import type { ColumnType } from '../../../analyses/model/data-set'
import {
  bigEndian,
  bytesText,
  dateText,
  decimalText,
  durationText,
  float16Text,
  float32Text,
  floatText,
  hexText,
  type TimeUnit,
  timestampText,
  timeText,
} from '../columnar/cell-texts'

/** How the values of one physical column become texts. */
export interface LeafType {
  readonly type?: ColumnType
  /** In JSON its text needs no quotes. */
  readonly bare: boolean
  text(value: unknown): string
}

/** What bytes are that no type explains: some old writers left texts so. */
export type BytesToText = (bytes: Uint8Array) => string

/** The part of a schema element that decides; the physical type and what is said of its meaning. */
export function leafType(element: SchemaElement, plainBytes: BytesToText): LeafType {
  const { converted_type: converted, logical_type: logical } = element
  const meaning = logical?.type ?? converted ?? element.type
  switch (meaning) {
    case 'BOOLEAN':
      return { type: 'boolean', bare: true, text: String }
    case 'DECIMAL':
      return decimalType(logical?.type === 'DECIMAL' ? logical.scale : (element.scale ?? 0))
    case 'DATE':
      return { type: 'date', bare: false, text: (value) => dateText(integer(value)) }
    case 'TIMESTAMP':
    case 'TIMESTAMP_MILLIS':
    case 'TIMESTAMP_MICROS':
    case 'INT96':
      return timestampType(element)
    case 'TIME':
    case 'TIME_MILLIS':
    case 'TIME_MICROS': {
      const unit = unitOf(element)
      return { type: 'text', bare: false, text: (value) => timeText(integer(value), unit) }
    }
    case 'FLOAT16':
      return {
        type: 'number',
        bare: true,
        text: (value) =>
          bytes(value).length < 2 ? 'NaN' : float16Text(Buffer.from(bytes(value)).readUInt16LE()),
      }
    case 'FLOAT':
      return { type: 'number', bare: true, text: (value) => float32Text(Number(value)) }
    case 'DOUBLE':
      return { type: 'number', bare: true, text: (value) => floatText(Number(value)) }
    case 'STRING':
    case 'UTF8':
    case 'ENUM':
    case 'JSON':
      return {
        type: 'text',
        bare: false,
        text: (value) => (typeof value === 'string' ? value : utf8(bytes(value))),
      }
    case 'UUID':
      return { type: 'text', bare: false, text: (value) => uuidText(bytes(value)) }
    case 'INTERVAL':
      return { type: 'text', bare: false, text: (value) => intervalText(Buffer.from(bytes(value))) }
    case 'GEOMETRY':
    case 'GEOGRAPHY':
    case 'BSON':
      return { type: 'text', bare: false, text: (value) => hexText(bytes(value)) }
    default:
      return physicalType(element, plainBytes)
  }
}

/** Types without a meaning of their own, and integers of all widths. */
function physicalType({ type }: SchemaElement, plainBytes: BytesToText): LeafType {
  if (type === 'INT32' || type === 'INT64') return { type: 'integer', bare: true, text: String }
  const toText = type === 'BYTE_ARRAY' ? plainBytes : hexText
  return { type: 'text', bare: false, text: (value) => toText(bytes(value)) }
}

/** Writers of today say of a text that it is one; Hive, Impala and old Spark (parquet-mr) did not always. */
export const plainBytesOf = (writer: string): BytesToText =>
  /duckdb|parquet-cpp|parquet-rs|polars|arrow/i.test(writer) ? hexText : bytesText

function decimalType(scale: number): LeafType {
  const unscaled = (value: unknown) => (value instanceof Uint8Array ? bigEndian(value) : integer(value))
  return {
    type: scale <= 0 ? 'integer' : 'number',
    bare: true,
    text: (value) => decimalText(unscaled(value), scale),
  }
}

function timestampType(element: SchemaElement): LeafType {
  const { logical_type: logical, type, converted_type: converted } = element
  const unit = type === 'INT96' ? 'nanosecond' : unitOf(element)
  // The old annotations meant instants; INT96 (Hive, Spark) never said, and is written in UTC.
  const utc = logical?.type === 'TIMESTAMP' ? logical.isAdjustedToUTC : converted !== undefined
  return { type: 'timestamp', bare: false, text: (value) => timestampText(integer(value), unit, utc) }
}

function unitOf({ logical_type: logical, converted_type: converted }: SchemaElement): TimeUnit {
  const unit = logical?.type === 'TIMESTAMP' || logical?.type === 'TIME' ? logical.unit : converted
  if (unit === 'NANOS') return 'nanosecond'
  return unit?.endsWith('MICROS') === true ? 'microsecond' : 'millisecond'
}

/** Three little-endian numbers: months, days, milliseconds. */
const intervalText = (value: Buffer): string =>
  value.length === 12
    ? durationText(value.readUInt32LE(0), value.readUInt32LE(4), BigInt(value.readUInt32LE(8)), 'millisecond')
    : hexText(value)

const uuidText = (value: Uint8Array): string =>
  hexText(value).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

const utf8 = (value: Uint8Array): string => Buffer.from(value).toString('utf8')

function integer(value: unknown): bigint {
  if (typeof value === 'bigint') return value
  if (typeof value === 'number' && Number.isInteger(value)) return BigInt(value)
  throw new TypeError(`a whole number was expected, not ${typeof value}`)
}

function bytes(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value
  throw new TypeError(`bytes were expected, not ${typeof value}`)
}

/**
 * The element as the reading library should see it: it would turn decimals into floating numbers and dates into
 * JavaScript's, and refuses some types; without their meaning it hands over the values as they are stored. Texts keep
 * theirs, because keys of maps are needed as texts, and so do unsigned integers.
 */
export function withoutMeaning(element: SchemaElement): SchemaElement {
  if (element.type === undefined || element.num_children !== undefined) return element
  const { converted_type: converted, logical_type: logical, ...physical } = element
  const meaning = logical?.type ?? converted
  if (meaning === 'STRING' || meaning === 'UTF8' || meaning === 'ENUM' || meaning === 'JSON')
    return { ...physical, converted_type: 'UTF8' }
  if (meaning === 'INTEGER' || /^U?INT_\d+$/.test(meaning ?? '')) return element
  return physical
}
