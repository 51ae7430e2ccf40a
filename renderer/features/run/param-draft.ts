import type { ParamCard } from '../../../analyses/model/pack-card'
import type { ParamValue } from '../../../analyses/model/run-record'

/** Parameters as typed; a boolean is `true` or `false`. */
export type ParamDraft = Readonly<Record<string, string>>

export type ParamReading =
  | { readonly ok: true; readonly value: ParamValue }
  | { readonly ok: false; readonly reason: 'number' | 'integer' | 'range' | 'empty' }

const asTyped = (value: ParamValue, decimal: string): string =>
  value === null ? '' : typedValue(value, decimal)

const typedValue = (value: Exclude<ParamValue, null>, decimal: string): string =>
  Array.isArray(value)
    ? value.join(', ')
    : typeof value === 'number'
      ? String(value).replace('.', decimal)
      : String(value)

/** The mark before decimals in the reader's language. */
export const decimalMark = (locale: string): string =>
  new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.'

export const defaultsOf = (params: readonly ParamCard[], decimal: string): ParamDraft =>
  Object.fromEntries(params.map((param) => [param.name, asTyped(param.default, decimal)]))

/** Both decimal marks are taken, whatever the language: figures are pasted from everywhere. */
function readNumber(param: ParamCard, typed: string): ParamReading {
  const text = typed
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(',', '.')
    .replace('−', '-')
  if (text === '') return param.default === null ? { ok: true, value: null } : { ok: false, reason: 'empty' }
  if (!/^-?(\d+(\.\d*)?|\.\d+)(e-?\d+)?$/i.test(text)) return { ok: false, reason: 'number' }
  const value = Number(text)
  if (!Number.isFinite(value)) return { ok: false, reason: 'number' }
  if (param.type === 'integer' && !Number.isInteger(value)) return { ok: false, reason: 'integer' }
  const low = param.min ?? Number.NEGATIVE_INFINITY
  const high = param.max ?? Number.POSITIVE_INFINITY
  return value < low || value > high ? { ok: false, reason: 'range' } : { ok: true, value }
}

export function readParam(param: ParamCard, typed: string): ParamReading {
  switch (param.type) {
    case 'integer':
    case 'number':
      return readNumber(param, typed)
    case 'boolean':
      return { ok: true, value: typed === 'true' }
    case 'choice':
    case 'text':
      return { ok: true, value: typed }
    case 'list':
      return {
        ok: true,
        value: typed
          .split(',')
          .map((part) => part.trim())
          .filter((part) => part !== ''),
      }
  }
}

/** All values, or null while one of them cannot be read. */
export function readParams(
  params: readonly ParamCard[],
  draft: ParamDraft,
): Readonly<Record<string, ParamValue>> | null {
  const entries: [string, ParamValue][] = []
  for (const param of params) {
    const reading = readParam(param, draft[param.name] ?? '')
    if (!reading.ok) return null
    entries.push([param.name, reading.value])
  }
  return Object.fromEntries(entries)
}
