import type { ColumnOptions } from '../../../analyses/model/data-set'
import type { PersonalDecision, PersonalKind } from '../../../analyses/model/personal-data'

/** A column somebody must decide about; `kind` is null where only the whole file showed it. */
export interface PersonalColumn {
  readonly column: string
  readonly label: string
  readonly kind: PersonalKind | null
  /** Share of its distinct texts that look like identifiers; null when not known. */
  readonly share: number | null
}

/** A legal ground shorter than this says nothing. */
export const shortestGround = 10

/** Numbers that hold a date of birth and a sex. */
export const tellsBirth = (kind: PersonalKind | null): boolean => kind === 'birth-number' || kind === 'pesel'

export const isDecided = (decision: PersonalDecision | undefined): boolean =>
  decision !== undefined && (decision.action !== 'keep' || decision.ground.trim().length >= shortestGround)

/** Values may be seen once a person has said that they may be loaded as they are. */
export const mayBeSeen = (decision: PersonalDecision | undefined): boolean =>
  isDecided(decision) && (decision?.action === 'keep' || decision?.action === 'not-personal')

/** Columns nothing was decided about yet. */
export const undecided = (
  columns: readonly PersonalColumn[],
  saidOf: (column: string) => ColumnOptions,
): readonly PersonalColumn[] => columns.filter(({ column }) => !isDecided(saidOf(column).personal))

/** Columns whose values are not shown. */
export const masked = (
  columns: readonly PersonalColumn[],
  saidOf: (column: string) => ColumnOptions,
): ReadonlySet<string> =>
  new Set(columns.filter(({ column }) => !mayBeSeen(saidOf(column).personal)).map(({ column }) => column))
