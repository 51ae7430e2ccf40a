import type { Column, ColumnType } from '../../../analyses/model/data-set'
import { guessRole, hasWord, saysCode, unitOf } from '../roles/roles'
import type { Choice, Wanted } from './choose-reading'

/** Facts about all texts of a column, or of the sample in a preview. */
export interface ColumnFacts {
  readonly name: string
  readonly label: string
  readonly filled: number
  readonly empty: number
  readonly distinct: number
  readonly shortest: number
  readonly longest: number
  /** Cells of digits that begin with a zero and go on. */
  readonly leadingZeros: number
  /** Some distinct texts, for the role. */
  readonly texts: readonly string[]
}

export interface DecidedColumn {
  readonly column: Column
  readonly choice: Choice
}

/** Enough rows that digits of one and the same length are no accident. */
const MANY_ROWS = 50
const CODE_LENGTH = 5

/** Type, role and unit of a column from the reading that fits it and what a person said. Pure. */
export function decideColumn(facts: ColumnFacts, choice: Choice, wanted: Wanted): DecidedColumn {
  const type = wanted.type ?? typeOf(facts, choice)
  const isText = type === 'text' || type === 'code'
  const kept = isText ? { ...choice, reading: null, special: saidOnly(choice, wanted) } : choice
  const { name, label, texts, distinct, filled } = facts
  const role = wanted.role ?? guessRole({ name, type, texts, distinct, filled })
  const unit = wanted.unit ?? kept.reading?.unit ?? unitOf(label, type)
  const column = { name, label, type, role, unit, missing: facts.empty + without(kept), distinct }
  const special = kept.special.length === 0 ? {} : { special: [...kept.special] }
  return { column: { ...column, ...special }, choice: kept }
}

/** Texts keep every mark as it is, unless a person says what it means. */
const saidOnly = ({ special }: Choice, { special: said }: Wanted) => (said === undefined ? [] : special)

/** Filled cells that have no value: a nil has one, and an empty cell is counted already. */
const without = ({ special }: Choice): number =>
  special.reduce((sum, { status, token, count }) => sum + (status === 'nil' || token === '' ? 0 : count), 0)

function typeOf(facts: ColumnFacts, { reading }: Choice): ColumnType {
  if (reading === null) return 'text'
  const digits = reading.id === 'integer' || reading.id === 'number-point' || reading.id === 'number-comma'
  return digits && isCode(facts, reading.type) ? 'code' : reading.type
}

/**
 * Digits that are a name: a leading zero anywhere, a name that says so, or many cells of one length.
 * Codes stay text for ever, so that their zeros and their joins survive.
 */
function isCode(facts: ColumnFacts, type: ColumnType): boolean {
  if (facts.leadingZeros > 0 && type === 'integer') return true
  if (type !== 'integer') return false
  const sameLength = facts.shortest === facts.longest && facts.longest > 1
  if (saysCode(facts.name)) return sameLength || facts.longest <= 10
  if (hasWord(facts.name, 'territory')) return true
  if (hasWord(facts.name, 'sex')) return true
  const measured = /value|hodnota|wartosc|wert|pocet|liczba|count|anzahl|cena|price|suma|epoch|time|cas/.test(
    facts.name,
  )
  return (
    sameLength && facts.longest >= CODE_LENGTH && facts.filled >= MANY_ROWS && !measured && facts.distinct > 1
  )
}
