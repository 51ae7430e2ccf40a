import type { BindingSuggestion, NeedCard, NeededColumn } from '../../../analyses/model/pack-card'
import type { Binding } from '../../../analyses/model/run-record'

/** One need as the form holds it while it is being filled in. */
export interface NeedDraft {
  readonly dataSet: string
  /** Which of the need's alternative sets of columns is used; '' when it has none. */
  readonly form: string
  readonly columns: Readonly<Record<string, string | readonly string[]>>
}

const isBound = (value: string | readonly string[] | undefined): boolean =>
  value !== undefined && value.length > 0

/** Columns to ask for: those outside of every form, and those of the chosen one, which are required there. */
export function askedColumns(need: NeedCard, form: string): readonly NeededColumn[] {
  const inForms = new Set(need.forms.flatMap(({ columns }) => columns))
  const chosen = need.forms.find(({ name }) => name === form)
  return need.columns.flatMap((column) => {
    if (!inForms.has(column.name)) return [column]
    if (!chosen?.columns.includes(column.name)) return []
    return [{ ...column, required: !chosen.optional.includes(column.name) }]
  })
}

const wantedOf = (form: NeedCard['forms'][number]) =>
  form.columns.filter((name) => !form.optional.includes(name))

/** The form the suggestion fills best; the first of equals, as the pack lists them. */
function bestForm(need: NeedCard, columns: NeedDraft['columns']): string {
  const ranked = need.forms.map((form) => ({
    name: form.name,
    bound:
      wantedOf(form).filter((name) => isBound(columns[name])).length / Math.max(1, wantedOf(form).length),
  }))
  return ranked.reduce(
    (best, one) => (one.bound > best.bound ? one : best),
    ranked[0] ?? { name: '', bound: 0 },
  ).name
}

const forDataSet = (need: NeedCard, suggestions: readonly BindingSuggestion[], dataSet: string) =>
  suggestions.find((one) => one.need === need.name && one.dataSet === dataSet)

/** The need filled in for one data set as suggested; without a suggestion its columns stay open. */
export function draftFor(
  need: NeedCard,
  dataSet: string,
  suggestions: readonly BindingSuggestion[],
): NeedDraft {
  const columns = forDataSet(need, suggestions, dataSet)?.columns ?? {}
  return { dataSet, form: bestForm(need, columns), columns }
}

/** The data set to start with: the one the reader came from when it fits at all, else the best fit. */
export function firstDataSet(
  need: NeedCard,
  suggestions: readonly BindingSuggestion[],
  preferred: string | null,
  all: readonly string[],
): string {
  // What the analysis can do without is a person's choice.
  if (need.optional) return ''
  const fitting = suggestions.filter((one) => one.need === need.name && one.fit > 0)
  const best = [...fitting].sort((a, b) => b.fit - a.fit || a.dataSet.localeCompare(b.dataSet))[0]
  if (preferred !== null && fitting.some(({ dataSet }) => dataSet === preferred)) return preferred
  return best?.dataSet ?? preferred ?? all[0] ?? ''
}

/** Whether the reader leaves an optional need without data. */
export const isLeftOut = (need: NeedCard, { dataSet }: NeedDraft): boolean => need.optional && dataSet === ''

/** Names of required columns that are still open. */
export const openColumns = (need: NeedCard, draft: NeedDraft): readonly string[] =>
  (isLeftOut(need, draft) ? [] : askedColumns(need, draft.form))
    .filter((column) => column.required && !isBound(draft.columns[column.name]))
    .map(({ name }) => name)

/** What the engine is told: only columns that are asked for and bound. */
export function toBinding(need: NeedCard, draft: NeedDraft): Binding {
  const columns: Record<string, string | string[]> = {}
  for (const { name } of askedColumns(need, draft.form)) {
    const value = draft.columns[name]
    if (value === undefined || !isBound(value)) continue
    columns[name] = typeof value === 'string' ? value : [...value]
  }
  return { dataSet: draft.dataSet, columns }
}
