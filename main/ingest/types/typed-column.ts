import type { SpecialValue } from '../../../analyses/model/column-facts'
import type { Problem } from '../../../analyses/model/data-set'
import type { DecidedColumn } from './decide-column'
import type { Finding } from './findings'
import type { Measured } from './measure'
import type { Pass } from './zones'

/** A column of the raw table with its type and everything the view needs to know. */
export interface TypedColumn extends DecidedColumn {
  /** Some cells do not fit: the view must check each against the pattern. */
  readonly strict: boolean
  /** Cells may have blanks about them. */
  readonly blanks: boolean
  readonly special: readonly SpecialValue[]
  /** Marks that would be read as values: sentinels, and marks in texts. */
  readonly readTokens: readonly string[]
  /** Zone a person gave for local times. */
  readonly zone: string | null
  /** Lines whose place in a repeated hour the order of rows tells. */
  readonly passes?: readonly Pass[]
  readonly problems: readonly Problem[]
}

/** A column whose type is decided, before its problems have their lines. */
export interface Finished extends Omit<TypedColumn, 'problems'> {
  readonly measured: Measured
  readonly findings: readonly Finding[]
}
