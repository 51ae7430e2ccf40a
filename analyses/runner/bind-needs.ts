import { refuse } from '../model/fault'
import { boundForm, type Pack, type PackManifest } from '../model/pack'
import type { NeededColumnSpec } from '../model/pack-manifest'
import type { BoundInput, RunRequest } from './request'

type NeedSpec = PackManifest['needs'][string]

/** A need with what serves it, complete enough to be read. */
export interface BoundNeed {
  readonly need: string
  readonly spec: NeedSpec
  /** Null: an optional need without data. */
  readonly input: BoundInput | null
  /** Prepared column -> source column. A column that takes several stands once for each, as `regressors.gdp`. */
  readonly columns: ReadonlyMap<string, string>
  readonly form: string | null
}

/** How one of several source columns is named in the prepared table. */
export const partName = (needed: string, source: string): string => `${needed}.${source}`

/** The declared column a prepared column belongs to. */
export const declaredName = (prepared: string): string => prepared.split('.', 1)[0] ?? prepared

export function declaredSpec(spec: NeedSpec, prepared: string): NeededColumnSpec {
  const column = spec.columns[declaredName(prepared)]
  if (column === undefined) throw new Error(`${prepared} was bound`)
  return column
}

/**
 * Matches the request's inputs with the pack's needs. Faults: `run.need-unknown`, `run.need-unbound`,
 * `run.column-unknown`, `run.column-twice`, `pack.column-missing`, `run.form-incomplete`.
 */
export function bindNeeds({ pack, inputs }: RunRequest): readonly BoundNeed[] {
  const needs = Object.entries(pack.manifest.needs)
  const known = needs.map(([need]) => need).join(', ')
  for (const { need } of inputs)
    if (pack.manifest.needs[need] === undefined) refuse('run.need-unknown', { need, known })
  return needs.map(([need, spec]) => {
    const input = inputs.find((candidate) => candidate.need === need)
    if (input !== undefined) return bindNeed(pack, need, spec, input)
    if (!spec.optional) return refuse('run.need-unbound', { need })
    return { need, spec, input: null, columns: new Map(), form: null }
  })
}

function bindNeed(pack: Pack, need: string, spec: NeedSpec, input: BoundInput): BoundNeed {
  const columns = boundColumns(need, spec, input)
  const declared = new Set([...columns.keys()].map(declaredName))
  const alternatives = new Set(
    Object.values(spec.forms).flatMap((form) => [...form.columns, ...form.optional]),
  )
  for (const [column, { optional, rest }] of Object.entries(spec.columns))
    if (!optional && !rest && !alternatives.has(column) && !declared.has(column))
      refuse('pack.column-missing', { need, column })
  const form = boundForm(pack.manifest, need, declared)
  if (form === null && Object.keys(spec.forms).length > 0) refuseForms(need, spec, declared)
  return { need, spec, input, columns, form }
}

function boundColumns(need: string, spec: NeedSpec, input: BoundInput): ReadonlyMap<string, string> {
  const known = Object.keys(spec.columns).join(', ')
  const columns = new Map<string, string>()
  for (const [column, given] of Object.entries(input.columns)) {
    const declared = spec.columns[column] ?? refuse('run.column-unknown', { need, column, known })
    const sources = (typeof given === 'string' ? [given] : given).filter((source) => source !== '')
    if (!declared.many) {
      const [one] = sources
      if (one !== undefined) columns.set(column, one)
      continue
    }
    for (const source of sources) {
      if (columns.has(partName(column, source))) refuse('run.column-twice', { need, column, source })
      columns.set(partName(column, source), source)
    }
  }
  return columns
}

/** One form begun and one column short is said as that column; otherwise all the possibilities are named. */
function refuseForms(need: string, spec: NeedSpec, columns: ReadonlySet<string>): never {
  const open = Object.values(spec.forms).map((form) => form.columns.filter((column) => !columns.has(column)))
  const begun = open.filter((missing, index) => {
    const all = Object.values(spec.forms)[index]?.columns.length ?? 0
    return missing.length === 1 && missing.length < all
  })
  const [column] = begun[0] ?? []
  if (begun.length === 1 && column !== undefined) return refuse('pack.column-missing', { need, column })
  const forms = Object.values(spec.forms).map((form) => form.columns.join(' + '))
  return refuse('run.form-incomplete', { need, forms: forms.join('; ') })
}
