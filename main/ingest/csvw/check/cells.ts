import { literally } from '../../types/reading'
import type { FindingCode } from '../findings'
import { type Datatype, stringType } from '../metadata/datatype'
import type { Inherited } from '../metadata/inherited'
import { builtIn } from '../values/base-types'
import { compareValues, lengthOf, parseValue } from '../values/value'

export interface CellAnswer {
  /** What keys compare; null: the cell has no value. */
  readonly canonical: string | null
  readonly wrong: FindingCode | null
}

/** Separates the items of a list in keys; no text file has it in a cell. */
const BETWEEN = '\u001f'

const keepsSpace = new Set(['string', 'json', 'xml', 'html', 'anyAtomicType'])
export const nothing: CellAnswer = { canonical: null, wrong: null }

/** So many different texts of a column are remembered with their answers: dates, words and codes repeat. */
const REMEMBERED = 5000

const fine: CellAnswer = { canonical: '', wrong: null }

/**
 * Reads cells of one column as the Tabular Data Model says (section 6.4) and tells what is wrong with them. What keys
 * compare is only told where `inKey`, which takes longer.
 */
export function cellReader(column: Inherited, inKey: boolean): (raw: string) => CellAnswer {
  const read = thoroughReader(column)
  const plain = plainlyGood(column, inKey)
  const known = new Map<string, CellAnswer>()
  return (raw) => {
    if (plain?.test(raw) === true) return inKey ? { canonical: raw, wrong: null } : fine
    const before = known.get(raw)
    if (before !== undefined) return before
    const answer = read(raw)
    if (known.size < REMEMBERED) known.set(raw, answer)
    return answer
  }
}

/** Numbers that are right at one look, and where they stand in a key are written in the one form that keys compare. */
function plainlyGood(
  { datatype, separator = null, null: missing = [''] }: Inherited,
  inKey: boolean,
): RegExp | null {
  const { base = 'string', number, bounds = [] } = datatype ?? {}
  const { kind, number: set, least = '-', most } = builtIn(base)
  const hasRules =
    separator !== null || bounds.length > 0 || number?.picture != null || missing.some((mark) => mark !== '')
  if (kind !== 'number' || number === undefined || hasRules) return null
  const digits = most === undefined ? 30 : most.length - 1
  const whole = inKey || least === '1' ? `[1-9]\\d{0,${digits - 1}}` : `\\d{1,${digits}}`
  if (digits < 1 || most === '0' || most === '-1') return null
  const sign = least.startsWith('-') && !inKey ? '[+\\-]?' : ''
  const fraction = set === 'integer' || inKey ? '' : `(?:${literally(number.decimalChar)}\\d{1,30})?`
  return new RegExp(`^${sign}${whole}${fraction}$`)
}

function thoroughReader(column: Inherited): (raw: string) => CellAnswer {
  const type = column.datatype ?? stringType
  const missing = new Set(column.null ?? [''])
  const absent = column.default ?? ''
  const { separator = null } = column
  const empty: CellAnswer = column.required === true ? { canonical: null, wrong: 'cell-required' } : nothing
  const tidy = tidier(type.base)
  const one = (text: string): CellAnswer => {
    const filled = text === '' ? absent : text
    return missing.has(filled) ? empty : typed(filled, type)
  }
  if (separator === null) return (raw) => one(tidy(raw))
  return (raw) => {
    const text = tidy(raw)
    if (text === '') return column.required === true ? empty : { canonical: '', wrong: null }
    if (missing.has(text)) return empty
    const answers = text.split(separator).map((item) => one(keepsSpace.has(type.base) ? item : item.trim()))
    const wrong = answers.find((answer) => answer.wrong !== null)?.wrong ?? null
    return { canonical: answers.map(({ canonical }) => canonical ?? '').join(BETWEEN), wrong }
  }
}

/** Whether any cell could be wrong: not so for plain texts that may be absent. */
export function isLimited({ datatype, required }: Inherited): boolean {
  const { base, pattern, length, minLength, maxLength } = datatype ?? stringType
  const bounded = length !== undefined || minLength !== undefined || maxLength !== undefined
  const free = keepsSpace.has(base) || base === 'normalizedString' || base === 'token' || base === 'anyURI'
  return required === true || !free || pattern !== null || bounded
}

function tidier(base: string): (raw: string) => string {
  if (keepsSpace.has(base)) return (raw) => raw
  if (base === 'normalizedString') return (raw) => raw.replace(/[\r\n\t]/g, ' ')
  return (raw) => (/^[^\s]*$/.test(raw) ? raw : raw.replace(/[ \r\n\t]+/g, ' ').replace(/^ | $/g, ''))
}

function typed(text: string, type: Datatype): CellAnswer {
  const value = parseValue(text, type)
  if (value === undefined) return { canonical: text, wrong: 'cell-value' }
  const { canonical } = value
  if (hasWrongLength(text, type)) return { canonical, wrong: 'cell-length' }
  for (const { side, exclusive, value: limit } of type.bounds) {
    const order = side === 'least' ? compareValues(value, limit) : compareValues(limit, value)
    if (order < 0 || Number.isNaN(order) || (exclusive && order === 0))
      return { canonical, wrong: 'cell-range' }
  }
  return { canonical, wrong: null }
}

function hasWrongLength(text: string, { base, length, minLength, maxLength }: Datatype): boolean {
  if (length === undefined && minLength === undefined && maxLength === undefined) return false
  const found = lengthOf(text, base)
  return (
    (length !== undefined && found !== length) ||
    (minLength !== undefined && found < minLength) ||
    (maxLength !== undefined && found > maxLength)
  )
}
