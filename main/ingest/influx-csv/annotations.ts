import type { Declared } from '../tables/source-table'
import { influxReading } from './datatypes'

/** A column as the annotations above it and its header cell describe it. */
export interface InfluxColumn {
  readonly label: string
  /** `double`, `dateTime:RFC3339`, `boolean:y,Y:n,N`; null where nothing is said. */
  readonly datatype: string | null
}

/** What stands above the header of a table. */
export interface Annotations {
  readonly datatypes: readonly string[]
  readonly defaults: readonly string[]
  /** Columns with one value for all records: `#constant tag,name,value`. */
  readonly constants: readonly (InfluxColumn & { readonly value: string })[]
  /** Offset of local times, as `-0500`; null: universal time. */
  readonly timezone: string | null
  /** The annotations have a column of their own, which is empty in the records. */
  readonly ownColumn: boolean
}

export const noAnnotations: Annotations = {
  datatypes: [],
  defaults: [],
  constants: [],
  timezone: null,
  ownColumn: false,
}

const KNOWN = /^#(group|datatype|default|constant|timezone|concat)(?:[ \t]+(.*))?$/s

/** Whether a record is an annotation, by its first cell. */
export const isAnnotation = (cell: string): boolean => KNOWN.test(cell)

/** Annotations with one more record of them, in any order. Flux puts the mark in a cell of its own, people do not. */
export function addAnnotation(known: Annotations, cells: readonly string[]): Annotations {
  const [, kind = '', inline] = KNOWN.exec(cells[0] ?? '') ?? []
  const own = inline === undefined
  const values = own ? cells.slice(1) : [inline, ...cells.slice(1)]
  const ownColumn =
    known.ownColumn || (own && (kind === 'group' || kind === 'datatype' || kind === 'default'))
  switch (kind) {
    case 'datatype':
      return {
        ...known,
        ownColumn,
        datatypes: values.map((value) => before(value)),
        defaults: values.map((value, i) => after(value) ?? known.defaults[i] ?? ''),
      }
    case 'default':
      return { ...known, ownColumn, defaults: values }
    case 'timezone':
      return { ...known, timezone: zone(values[0] ?? '') }
    case 'constant':
      return { ...known, constants: [...known.constants, constant(values)] }
    default:
      return { ...known, ownColumn }
  }
}

/** `#constant measurement,cpu`, `#constant tag,host,server`, `#constant dateTime,2020-01-01T00:00:00Z`. */
function constant([kind = '', first = '', second]: readonly string[]) {
  const isNamed = second !== undefined && second !== ''
  const label = isNamed ? first : kind === 'dateTime' ? 'time' : (before(kind).split(':')[0] ?? kind)
  return { label, datatype: kind, value: isNamed ? second : first }
}

const before = (value: string): string => value.split('|')[0] ?? ''
const after = (value: string): string | null =>
  value.includes('|') ? value.slice(value.indexOf('|') + 1) : null

const zone = (text: string): string | null => (/^[+-]\d{4}$/.test(text) ? text : null)

/** One table: its columns, how a record becomes its cells. */
export interface InfluxHeader {
  readonly columns: readonly InfluxColumn[]
  /** Text that an empty cell of each column stands for; of a constant, its one value. */
  readonly defaults: readonly string[]
  /** Field of each column; -1 for constants. */
  readonly fields: readonly number[]
  /** Fields of a record. */
  readonly width: number
  readonly timezone: string | null
}

/** Reads a header row. Its cells may carry type and default themselves: `m|measurement`, `t|dateTime|1970-01-01`. */
export function readHeader(cells: readonly string[], known: Annotations): InfluxHeader {
  const skipped = known.ownColumn ? 1 : 0
  const own = cells.slice(skipped).map((cell, i) => {
    const [label = '', datatype, ...rest] = cell.split('|')
    const said = datatype ?? known.datatypes[i] ?? null
    const fallback = datatype === undefined ? (known.defaults[i] ?? '') : rest.join('|')
    return { column: { label, datatype: said === '' ? null : said }, fallback, field: i + skipped }
  })
  return {
    columns: [
      ...own.map(({ column }) => column),
      ...known.constants.map(({ label, datatype }) => ({ label, datatype })),
    ],
    defaults: [...own.map(({ fallback }) => fallback), ...known.constants.map(({ value }) => value)],
    fields: [...own.map(({ field }) => field), ...known.constants.map(() => -1)],
    width: cells.length,
    timezone: known.timezone,
  }
}

/**
 * Two headers with the same columns describe parts of one table. Where empty cells stand for other texts they do not:
 * two results of one query.
 */
export const sameColumns = (a: InfluxHeader, b: InfluxHeader): boolean =>
  a.timezone === b.timezone && keyOf(a) === keyOf(b)

const keyOf = (header: InfluxHeader): string =>
  JSON.stringify([header.columns, header.columns.map((_, i) => fallbackOf(header, i) ?? '')])

/** What an empty cell of a column stands for; a constant has no cells. */
export const fallbackOf = ({ fields, defaults }: InfluxHeader, column: number): string | null =>
  (fields[column] ?? -1) < 0 || defaults[column] === '' ? null : (defaults[column] ?? null)

/** What the datatype says of the column's values. */
export function declaredBy({ datatype }: InfluxColumn, timezone: string | null): Declared | undefined {
  if (datatype === null) return undefined
  const [kind] = datatype.split(':')
  switch (kind) {
    case 'long':
    case 'unsignedLong':
      return { type: 'integer' }
    case 'double':
    case 'boolean':
    case 'dateTime':
    case 'time': {
      const reading = influxReading(datatype, timezone)
      return { type: reading.type, reading, ...(reading.type === 'timestamp' ? { role: 'period' } : {}) }
    }
    default:
      return { type: 'text' }
  }
}
