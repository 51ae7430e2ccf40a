import { refuse } from '../model/fault'
import { boundForm, type Pack, type PackManifest } from '../model/pack'
import type { BoundInput, RunRequest } from './request'

/** A need with what serves it, complete enough to be read. */
export interface BoundNeed {
  readonly need: string
  readonly spec: PackManifest['needs'][string]
  readonly input: BoundInput
  /** Needed column -> the one source column; needs that take several are not read by this path. */
  readonly columns: ReadonlyMap<string, string>
  readonly form: string | null
}

/**
 * Matches the request's inputs with the pack's needs. Faults: `run.need-unknown`, `run.need-unbound`,
 * `run.column-unknown`, `pack.column-missing`, `run.form-incomplete`.
 */
export function bindNeeds({ pack, inputs }: RunRequest): readonly BoundNeed[] {
  const needs = Object.entries(pack.manifest.needs)
  const known = needs.map(([need]) => need).join(', ')
  for (const { need } of inputs)
    if (pack.manifest.needs[need] === undefined) refuse('run.need-unknown', { need, known })
  return needs.map(([need, spec]) => {
    const input = inputs.find((candidate) => candidate.need === need) ?? refuse('run.need-unbound', { need })
    return bindNeed(pack, need, spec, input)
  })
}

function bindNeed(pack: Pack, need: string, spec: BoundNeed['spec'], input: BoundInput): BoundNeed {
  const known = Object.keys(spec.columns).join(', ')
  const columns = new Map<string, string>()
  for (const [column, source] of Object.entries(input.columns)) {
    if (spec.columns[column] === undefined) refuse('run.column-unknown', { need, column, known })
    const one = typeof source === 'string' ? source : source[0]
    if (one !== undefined && one !== '') columns.set(column, one)
  }
  const alternatives = new Set(
    Object.values(spec.forms).flatMap((form) => [...form.columns, ...form.optional]),
  )
  for (const [column, { optional }] of Object.entries(spec.columns))
    if (!optional && !alternatives.has(column) && !columns.has(column))
      refuse('pack.column-missing', { need, column })
  const form = boundForm(pack.manifest, need, columns.keys())
  if (form === null && Object.keys(spec.forms).length > 0) refuseForms(need, spec, columns)
  return { need, spec, input, columns, form }
}

/** One form begun and one column short is said as that column; otherwise all the possibilities are named. */
function refuseForms(need: string, spec: BoundNeed['spec'], columns: ReadonlyMap<string, string>): never {
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
