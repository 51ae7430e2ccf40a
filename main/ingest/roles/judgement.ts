import type { ColumnOptions, ColumnRole, ColumnType } from '../../../analyses/model/data-set'
import type { RoleEvidence, Total } from '../../../analyses/model/role-evidence'
import { meansEveryAge } from '../../../analyses/reference/age-bands'
import { plainSpelling, sexSpellings } from '../../../analyses/reference/sex-codes'

export interface CountedValue {
  readonly value: string
  readonly rows: number
}

/** All distinct values of a column (its sample in a preview) and what is known of it so far. */
export interface JudgedColumn {
  readonly name: string
  readonly type: ColumnType
  readonly role: ColumnRole
  readonly values: readonly CountedValue[]
  /** Words beside each value in another column that goes with it one to one, where there is one. */
  readonly labels: ReadonlyMap<string, string> | null
  /** What a person said of the column's values. */
  readonly answer?: RoleAnswer
  /** A person or the format has said the role: it stays. */
  readonly said?: boolean
}

/** The answers to what values alone cannot decide. */
export type RoleAnswer = Pick<ColumnOptions, 'codeList' | 'coding'>

/** What was noticed, before it is said where. */
export interface RoleFinding {
  readonly code:
    | 'column.code-list-open'
    | 'column.code-list-missing'
    | 'column.codes-unmatched'
    | 'column.mixed-levels'
    | 'column.mixed-editions'
    | 'column.sex-digits'
    | 'column.sex-unsaid'
    | 'column.mixed-frequencies'
  readonly count: number
  readonly subject: string
  /** Values concerned: their first row is shown. */
  readonly values: readonly string[]
}

export interface Judgement {
  readonly role: ColumnRole
  readonly evidence: RoleEvidence | null
  readonly totals: readonly Total[]
  readonly findings: readonly RoleFinding[]
}

export const SHOWN = 8
const TOTAL_WORDS: ReadonlySet<string> = new Set([
  'suma',
  'souhrn',
  'uhrn',
  'cr celkem',
  'grand total',
  'sum',
  'soucet',
  'lacznie',
  'w sumie',
  'summe',
  'celkovo',
])

/** Longer texts are no word for a total. */
const MAX_TOTAL = 80

/** Values that say they are the total: TOTAL, celkem, ogółem… in the first of their lines, or in all. */
export function saysTotal(text: string): boolean {
  if (text.length < 2 || text.length > MAX_TOTAL) return false
  const plain = plainSpelling(text)
  if (plain.length < 2) return false
  if (isTotalWord(plain)) return true
  const [first = '', ...more] = text.trim().split(/\r?\n/)
  return more.length > 0 && meansEveryAge(plainSpelling(first))
}

const isTotalWord = (plain: string): boolean =>
  TOTAL_WORDS.has(plain) || sexSpellings.get(plain) === 'T' || meansEveryAge(plain)

export const totalsOf = (
  values: readonly CountedValue[],
  isTotal: (text: string) => boolean,
): readonly Total[] =>
  values
    .filter(({ value }) => isTotal(value))
    .map(({ value, rows }) => ({ value, by: 'name' as const, rows }))
