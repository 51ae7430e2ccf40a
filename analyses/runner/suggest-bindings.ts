import type { Column, ColumnRole, DataSet, Problem } from '../model/data-set'
import type { Pack } from '../model/pack'
import type { BindingSuggestion } from '../model/pack-card'
import type { NeededColumnSpec, NeedRole, NeedSpec } from '../model/pack-manifest'
import { plainSpelling } from '../reference/sex-codes'

/** Names that mean a role whatever the pack; a pack's own synonyms come before them. */
const roleNames: Readonly<Partial<Record<NeedRole, readonly string[]>>> = {
  territory: [
    'territory',
    'geo',
    'uzemi',
    'obec',
    'okres',
    'kraj',
    'nuts',
    'lau',
    'orp',
    'region',
    'gmina',
    'powiat',
    'wojewodztwo',
    'gemeinde',
    'kod_obce',
    'municipality',
    'vuzemi_kod',
    'ref_area',
  ],
  period: ['period', 'time_period', 'time', 'year', 'rok', 'obdobi', 'okres_czasu', 'jahr', 'rok_obdobi'],
  sex: ['sex', 'pohlavi', 'plec', 'geschlecht', 'gender', 'pohlavie', 'pohlavi_kod'],
  age: ['age', 'vek', 'wiek', 'alter', 'vekova_skupina', 'age_group', 'grupa_wieku'],
  status: ['obs_status', 'status', 'flag', 'obs_flag', 'priznak'],
  unit: ['unit', 'jednotka', 'unit_measure', 'einheit'],
}

/** Which roles of imported columns may serve a needed role. A measure must be a number; codes are never measures. */
const serves: Readonly<Record<NeedRole, readonly ColumnRole[]>> = {
  territory: ['territory'],
  period: ['period'],
  sex: ['sex'],
  age: ['age'],
  category: ['category'],
  measure: ['measure'],
  status: ['status'],
  unit: ['category', 'text'],
  identifier: ['identifier', 'territory', 'text'],
  variable: ['measure', 'category'],
  geometry: [],
}

/** Need -> needed column -> source column(s) a person has said; no suggestion takes those for something else. */
export type ChosenColumns = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>

/**
 * For every need and data set the binding the names and roles speak for: a column of the same name (case and
 * diacritics aside), then of a known synonym, then the only free one of its role. Best fit first.
 */
export function suggestBindings(
  pack: Pack,
  dataSets: readonly DataSet[],
  chosen: ChosenColumns = {},
): readonly BindingSuggestion[] {
  return Object.entries(pack.manifest.needs)
    .flatMap(([need, spec]) => dataSets.map((dataSet) => suggest(need, spec, dataSet, chosen[need] ?? {})))
    .sort((a, b) => compare(a.need, b.need) || b.fit - a.fit || compare(a.dataSet, b.dataSet))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function suggest(
  need: string,
  spec: NeedSpec,
  dataSet: DataSet,
  chosen: ChosenColumns[string],
): BindingSuggestion {
  const said = new Set(Object.values(chosen).flat())
  const free = new Map(
    dataSet.receipt.columns.filter(({ name }) => !said.has(name)).map((column) => [column.name, column]),
  )
  const found = new Map(Object.entries(chosen).map(([name, source]) => [name, [source].flat()[0] ?? '']))
  // A list of columns is a person's choice: no name speaks for it.
  const needed = Object.entries(spec.columns).filter(
    ([name, { many }]) => !many && chosen[name] === undefined,
  )
  const take = (name: string, column: Column | undefined) => {
    if (column === undefined) return
    found.set(name, column.name)
    free.delete(column.name)
  }
  const open = () => needed.filter(([name]) => !found.has(name))
  for (const [name, column] of open()) take(name, byName([name], column, free))
  for (const [name, column] of open()) take(name, byName(column.synonyms, column, free))
  for (const [name, column] of open()) take(name, byName(roleNames[column.role] ?? [], column, free))
  for (const [name, column] of open()) if (guessable(name, column, spec)) take(name, onlyOfRole(column, free))
  completeForm(spec, found, free)
  const missing = stillMissing(spec, found)
  const notes = bindingNotes(dataSet, [...found.values()])
  return {
    ...(notes.length === 0 ? {} : { notes }),
    need,
    dataSet: dataSet.name,
    fit: fitOf(spec, found, missing),
    columns: Object.fromEntries([...found].filter(([name]) => chosen[name] === undefined)),
    missing,
  }
}

const mixtures: ReadonlySet<string> = new Set([
  'column.mixed-levels',
  'column.mixed-editions',
  'column.mixed-frequencies',
  'column.code-list-open',
  'column.sex-digits',
])

/** What the import told of columns that a run would take as one kind of code, and nobody has answered yet. */
export function bindingNotes({ receipt }: DataSet, bound: readonly string[]): readonly Problem[] {
  const taken = new Set(bound)
  return receipt.problems.filter(
    ({ code, column }) => column !== undefined && taken.has(column) && mixtures.has(code),
  )
}

/** A guess by role alone is made for what every run needs; extra columns are bound only when their names say so. */
const guessable = (name: string, column: NeededColumnSpec, spec: NeedSpec): boolean =>
  !column.optional &&
  column.role !== 'measure' &&
  !Object.values(spec.forms).some((form) => [...form.columns, ...form.optional].includes(name))

function byName(
  names: readonly string[],
  { role }: NeededColumnSpec,
  free: ReadonlyMap<string, Column>,
): Column | undefined {
  const plain = (text: string) => plainSpelling(text).replace(/[^a-z0-9]+/g, '_')
  for (const name of names) {
    const same = [...free.values()].find(
      (column) => plain(column.name) === plain(name) || plain(column.label) === plain(name),
    )
    if (same !== undefined && kindFits(role, same)) return same
  }
  return undefined
}

/** A name alone does not turn text into a measure. */
const kindFits = (role: NeedRole, { type }: Column): boolean =>
  role !== 'measure' || type === 'integer' || type === 'number' || type === 'boolean'

function onlyOfRole({ role }: NeededColumnSpec, free: ReadonlyMap<string, Column>): Column | undefined {
  const fitting = [...free.values()].filter(
    (column) => serves[role].includes(column.role) && kindFits(role, column),
  )
  return fitting.length === 1 ? fitting[0] : undefined
}

/** One measure and nothing begun: it serves the first form that takes a single column. */
function completeForm(spec: NeedSpec, found: Map<string, string>, free: Map<string, Column>): void {
  const forms = Object.values(spec.forms)
  if (forms.some((form) => form.columns.every((column) => found.has(column)))) return
  for (const form of forms) {
    const open = form.columns.filter((column) => !found.has(column))
    const [name] = open
    const needed = name === undefined ? undefined : spec.columns[name]
    if (open.length !== 1 || name === undefined || needed === undefined) continue
    const only = onlyOfRole(needed, free)
    if (only === undefined) continue
    found.set(name, only.name)
    free.delete(only.name)
    return
  }
}

function stillMissing(spec: NeedSpec, found: ReadonlyMap<string, string>): readonly string[] {
  const forms = Object.values(spec.forms)
  const alternatives = new Set(forms.flatMap((form) => [...form.columns, ...form.optional]))
  const always = Object.entries(spec.columns)
    .filter(([name, { optional, rest }]) => !optional && !rest && !alternatives.has(name) && !found.has(name))
    .map(([name]) => name)
  const gaps = forms.map((form) => form.columns.filter((column) => !found.has(column)))
  const least = gaps.toSorted((a, b) => a.length - b.length)[0] ?? []
  return [...always, ...least]
}

/** Needed columns count fully, extra ones a little, so that a richer data set wins among complete ones. */
function fitOf(spec: NeedSpec, found: ReadonlyMap<string, string>, missing: readonly string[]): number {
  const needed = found.size + missing.length
  if (needed === 0) return 0
  const complete = (needed - missing.length) / needed
  return (
    0.9 * complete * (missing.length === 0 ? 1 : 0.8) + (0.1 * found.size) / Object.keys(spec.columns).length
  )
}
