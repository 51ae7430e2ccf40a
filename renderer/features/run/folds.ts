import type { BindingSuggestion, NeedCard, NeededColumn, ParamCard } from '../../../analyses/model/pack-card'

export interface Fold<T> {
  readonly shown: readonly T[]
  /** What a person may leave as it is: one key away. */
  readonly folded: readonly T[]
}

const split = <T>(all: readonly T[], isFolded: (one: T) => boolean): Fold<T> => ({
  shown: all.filter((one) => !isFolded(one)),
  folded: all.filter(isFolded),
})

/** More settings than this at once are not read any more. */
const manyParams = 10

/** Fine tuning: a figure or a list that already has a value. What is chosen or named is a decision and stays. */
const isTuning = ({ type, of }: ParamCard): boolean =>
  type === 'integer' || type === 'number' || (type === 'list' && of === undefined)

/** As the pack marks them; where it marks none and has many, fine tuning is folded. */
export function foldParams(params: readonly ParamCard[]): Fold<ParamCard> {
  const marked = params.some(({ advanced }) => advanced)
  if (marked || params.length <= manyParams) return split(params, ({ advanced }) => advanced)
  return split(params, isTuning)
}

/** More optional columns than this, and those nothing speaks for are folded. */
const manyOptional = 4

/** Women and men are asked for in sight, always. */
const stays = ({ required, role, rest }: NeededColumn): boolean => required || role === 'sex' || rest

/**
 * Optional columns without a suggestion are folded where there are many. The suggestion decides and not the choice:
 * a field must not jump while it is being filled in.
 */
export function foldColumns(
  need: NeedCard,
  asked: readonly NeededColumn[],
  suggestion: BindingSuggestion | undefined,
): Fold<NeededColumn> {
  const loose = asked.filter((column) => !stays(column))
  if (loose.length <= manyOptional) return { shown: asked, folded: [] }
  const inForm = new Set(need.forms.flatMap(({ columns }) => columns))
  return split(
    asked,
    (column) => !stays(column) && !inForm.has(column.name) && suggestion?.columns[column.name] === undefined,
  )
}
