import { type Fault, fault } from '../model/fault'
import { checkExpression } from './expression'
import { isJson, type Json } from './theme'

/**
 * A pack's chart may come from a stranger. It may not bring data or looks of its own, reach out of the file,
 * draw links or pictures, react to events, or compute more than the few things `expression.ts` allows.
 */
const forbiddenKeys: ReadonlySet<string> = new Set([
  'url',
  'href',
  'data',
  'datasets',
  'lookup',
  'usermeta',
  'config',
  'signal',
  'signals',
  'params',
  'bind',
  'on',
  'events',
  'loader',
  'repeat',
  '__proto__',
])
const expressionKeys: ReadonlySet<string> = new Set(['expr', 'calculate', 'labelExpr', 'test'])
const formatTypes: ReadonlySet<unknown> = new Set(['number', 'time'])
/** Anything that could make a picture load or run something. */
const reachesOut = /url\s*\(|(?:https?|javascript|data|file|blob|ftp):|^\s*\/\/|<\/?[a-z!]/i

/** Every part of the spec that is not allowed, with its place (`encoding.x.axis.labelExpr`). */
export function checkSpec(chart: string, spec: Json): readonly Fault[] {
  return refused(spec, []).map((place) => fault('export.chart-forbidden', { chart, place }, place))
}

function refused(value: unknown, path: readonly string[]): string[] {
  if (path.length > 24) return [path.slice(0, 6).join('.')]
  if (typeof value === 'string') return reachesOut.test(value) ? [path.join('.')] : []
  if (Array.isArray(value)) return value.flatMap((item, index) => refused(item, [...path, String(index)]))
  if (!isJson(value)) return []
  return Object.entries(value).flatMap(([key, item]) => {
    const here = [...path, key]
    if (key === '$schema' && path.length === 0) return []
    return isForbidden(key, item) ? [here.join('.')] : refused(item, here)
  })
}

function isForbidden(key: string, value: unknown): boolean {
  if (forbiddenKeys.has(key)) return true
  if ((key === 'mark' || key === 'type') && value === 'image') return true
  if (key === 'formatType') return !formatTypes.has(value)
  // Without a scale a label from the data would itself be taken for a colour or a path.
  if (key === 'scale' && value === null) return true
  if (expressionKeys.has(key)) return isExpressionRefused(value)
  return key === 'filter' && typeof value === 'string' && !checkExpression(value)
}

const isExpressionRefused = (value: unknown): boolean =>
  typeof value === 'string' ? !checkExpression(value) : key(value) === null

/** `test` may hold a predicate object (`{"field": …, "equal": …}`), which is data and is walked on. */
const key = (value: unknown): string | null => (isJson(value) && 'field' in value ? 'field' : null)
