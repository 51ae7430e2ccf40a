import type { DataSet, Problem } from '../../analyses/model/data-set'
import { refuse } from '../../analyses/model/fault'
import { plainName } from '../../analyses/model/naming'
import type { Pack, ParamSpec } from '../../analyses/model/pack'
import { unreachable } from '../../analyses/model/result'
import type { Binding, ParamValue } from '../../analyses/model/run-record'
import { bindingNotes, suggestBindings } from '../../analyses/runner'

export interface BindingChoices {
  /** Need -> data set, where the caller says so. */
  readonly dataSets: ReadonlyMap<string, string>
  /** `need.column` -> source column(s), a comma list where the column takes several. */
  readonly columns: ReadonlyMap<string, string>
}

/**
 * Completes what the caller said with what the data suggest: for each need the data set that fits best,
 * for each needed column the source column of the same name or the only one of its role.
 */
export function bindInputs(
  pack: Pack,
  dataSets: readonly DataSet[],
  choices: BindingChoices,
): Readonly<Record<string, Binding>> {
  for (const key of choices.columns.keys()) checkChoice(pack, key)
  return Object.fromEntries(
    Object.entries(pack.manifest.needs).map(([need, { optional }]) => {
      const wanted = choices.dataSets.get(need)
      const unsaid =
        wanted === undefined && ![...choices.columns.keys()].some((key) => key.startsWith(`${need}.`))
      // What a pack can do without is taken only when a person says so.
      if (optional && unsaid) return [need, { dataSet: '', columns: {} }]
      return [need, bindNeed(pack, need, dataSets, wanted, choices.columns)]
    }),
  )
}

function bindNeed(
  pack: Pack,
  need: string,
  dataSets: readonly DataSet[],
  wanted: string | undefined,
  said: ReadonlyMap<string, string>,
): Binding {
  const best = (among: readonly DataSet[], chosen: Binding['columns'] = {}) =>
    suggestBindings(pack, among, { [need]: chosen })
      .filter((one) => one.need === need)
      .sort((a, b) => b.fit - a.fit || (a.dataSet < b.dataSet ? -1 : 1))[0]
  const dataSet = wanted ?? best(dataSets)?.dataSet
  if (dataSet === undefined) return { dataSet: '', columns: {} }
  const source =
    dataSets.find(({ name }) => name === dataSet) ?? refuse('project.no-data-set', { name: dataSet })
  const chosen = chosenColumns(pack, need, source, said)
  const suggested = Object.fromEntries(
    Object.entries(best([source], chosen)?.columns ?? {}).map(([column, value]) => [
      column,
      typeof value === 'string' ? value : [...value],
    ]),
  )
  return { dataSet, columns: { ...suggested, ...chosen } }
}

/** What mixes in the bound columns and would be counted together. */
export const notesOn = (
  dataSets: readonly DataSet[],
  bindings: Readonly<Record<string, Binding>>,
): readonly Problem[] =>
  Object.values(bindings).flatMap(({ dataSet, columns }) => {
    const source = dataSets.find(({ name }) => name === dataSet)
    return source === undefined ? [] : bindingNotes(source, Object.values(columns).flat())
  })

function checkChoice(pack: Pack, key: string): void {
  const [need = '', column = ''] = key.split('.', 2)
  const spec =
    pack.manifest.needs[need] ??
    refuse('run.need-unknown', { need, known: Object.keys(pack.manifest.needs).join(', ') })
  if (spec.columns[column] === undefined)
    refuse('run.column-unknown', { need, column, known: Object.keys(spec.columns).join(', ') })
}

function chosenColumns(pack: Pack, need: string, source: DataSet, columns: ReadonlyMap<string, string>) {
  const named = (needed: string, text: string): string => {
    const found = source.receipt.columns.find(
      ({ name, label }) => name === text || label === text || name === plainName(text),
    )
    return (
      found?.name ??
      refuse('run.source-column-missing', {
        column: text,
        needed,
        dataSet: source.name,
        known: source.receipt.columns.map(({ name }) => name).join(', '),
      })
    )
  }
  return Object.fromEntries(
    [...columns]
      .filter(([key]) => key.startsWith(`${need}.`))
      .map(([key, text]) => {
        const column = key.slice(need.length + 1)
        const many = pack.manifest.needs[need]?.columns[column]?.many === true
        return [column, many ? text.split(',').map((one) => named(column, one.trim())) : named(column, text)]
      }),
  )
}

/** Parameters typed as text -> values by the pack's declarations; the runner checks their limits. */
export function readParams(
  pack: Pack,
  texts: ReadonlyMap<string, string>,
): Readonly<Record<string, ParamValue>> {
  const known = Object.keys(pack.manifest.params).join(', ')
  return Object.fromEntries(
    [...texts].map(([name, text]) => {
      const spec = pack.manifest.params[name]
      if (spec === undefined) return refuse('run.param-unknown', { param: name, known })
      return [name, text.trim() === '' && spec.default === null ? null : readParam(name, spec.type, text)]
    }),
  )
}

function readParam(param: string, type: ParamSpec['type'], value: string): ParamValue {
  switch (type) {
    case 'integer':
    case 'number':
      return value.trim() !== '' && Number.isFinite(Number(value))
        ? Number(value)
        : refuse('run.param-wrong', { param, value, allowed: '0.95, 10, …' })
    case 'boolean':
      return (
        value === 'true' ||
        (value !== 'false' && refuse('run.param-wrong', { param, value, allowed: 'true, false' }))
      )
    case 'list':
      return value === '' ? [] : value.split(',').map((one) => one.trim())
    case 'text':
    case 'choice':
      return value
    default:
      return unreachable(type)
  }
}
