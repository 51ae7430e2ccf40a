import type { SqlValue } from '../model/database'
import { refuse } from '../model/fault'
import type { Pack, ParamSpec } from '../model/pack'
import { unreachable } from '../model/result'
import type { ParamValue } from '../model/run-record'

export type Params = Readonly<Record<string, ParamValue>>

/** The pack's defaults with the caller's choices over them; faults `run.param-unknown`, `run.param-wrong`. */
export function completeParams(pack: Pack, given: Params): Params {
  const specs = Object.entries(pack.manifest.params)
  const known = specs.map(([name]) => name).join(', ')
  for (const name of Object.keys(given))
    if (!Object.hasOwn(pack.manifest.params, name)) refuse('run.param-unknown', { param: name, known })
  return Object.fromEntries(
    specs.map(([name, spec]) => {
      const value = Object.hasOwn(given, name) ? (given[name] ?? null) : spec.default
      if (!fits(spec, value))
        refuse('run.param-wrong', { param: name, value: String(value), allowed: allowed(spec) })
      return [name, value]
    }),
  )
}

function fits(spec: ParamSpec, value: ParamValue): boolean {
  if (value === null) return spec.default === null
  switch (spec.type) {
    case 'integer':
    case 'number':
      return (
        typeof value === 'number' &&
        value >= spec.min &&
        value <= spec.max &&
        (spec.type === 'number' || Number.isInteger(value))
      )
    case 'boolean':
      return typeof value === 'boolean'
    case 'choice':
      return typeof value === 'string' && spec.options.includes(value)
    case 'text':
      return typeof value === 'string'
    case 'list':
      return Array.isArray(value)
    default:
      return unreachable(spec)
  }
}

function allowed(spec: ParamSpec): string {
  if (spec.type === 'integer' || spec.type === 'number') return `${spec.min}–${spec.max}`
  return spec.type === 'choice' ? spec.options.join(', ') : spec.type
}

/** How a parameter stands in SQL: a list is one text, an item to a line (`string_split($list, chr(10))`). */
export const sqlParam = (value: ParamValue): SqlValue =>
  Array.isArray(value) ? value.map((item) => item.replaceAll('\n', ' ')).join('\n') : value
