import { absenceOf } from '../model/absence'
import type { Row } from '../model/table'
import { fieldOf } from './categories'
import type { Completion } from './completion'
import { missingMark, suppressedMark } from './number-format'
import { isJson, type Json } from './theme'

/**
 * What is not there is drawn too: `•` where a value is hidden, `–` where there is none, at the foot of the value's
 * axis. The sign stands at a place of the picture, never at a place of a scale, so that nothing can be read off it.
 */
const valueMarks: ReadonlySet<unknown> = new Set(['point', 'circle', 'square', 'bar', 'line', 'tick', 'rect'])
type Channel = 'x' | 'y'
const other = { x: 'y', y: 'x' } as const

interface Layer {
  readonly mark: unknown
  readonly encoding: Json
}
interface Seen {
  readonly layers: readonly Layer[]
  readonly values: readonly Layer[]
  /** Channels that every layer inherits. */
  readonly outer: Json
}

/** A view with its signs; the same view where nothing is absent. `own` is the view as completed. */
export function withSigns(own: Json, inherited: Json, completion: Completion): Json {
  const layers = layersOf(own, inherited)
  const values = layers.filter(({ mark }) => valueMarks.has(typeOf(mark)))
  const outer = { ...inherited, ...(isJson(own['encoding']) ? own['encoding'] : {}) }
  const seen = { layers, values, outer }
  const signs = [
    ...(['x', 'y'] as const).flatMap((channel) => signLayer(channel, seen, completion)),
    ...fieldSigns(seen, completion),
  ]
  if (signs.length === 0) return own
  if (Array.isArray(own['layer'])) return { ...own, layer: [...own['layer'], ...signs] }
  const { mark, ...rest } = own
  return { ...rest, layer: [{ mark }, ...signs] }
}

const typeOf = (mark: unknown): unknown => (isJson(mark) ? mark['type'] : mark)

function layersOf(view: Json, inherited: Json): readonly Layer[] {
  const own = isJson(view['encoding']) ? view['encoding'] : {}
  const outer = { ...inherited, ...own }
  if (!Array.isArray(view['layer'])) return [{ mark: view['mark'], encoding: outer }]
  return view['layer']
    .filter(isJson)
    .map(({ mark, encoding }) => ({ mark, encoding: { ...outer, ...(isJson(encoding) ? encoding : {}) } }))
}

const kind = (definition: unknown): unknown => (isJson(definition) ? definition['type'] : undefined)
const isMeasured = (encoding: Json, channel: Channel): boolean =>
  kind(encoding[channel]) === 'quantitative' && fieldOf(encoding[channel]) !== null

/** The sign along one axis: at the start of it, where the other axis says which row it is. */
function signLayer(
  channel: Channel,
  { values, layers, outer }: Seen,
  completion: Completion,
): readonly Json[] {
  const across = other[channel]
  const measured = values.filter(
    ({ encoding }) => isMeasured(encoding, channel) && fieldOf(encoding[across]) !== null,
  )
  const [main] = measured
  if (main === undefined) return []
  const fields = fieldsOf(measured, [channel], completion)
  const anything = fieldsOf(layers, [channel, `${channel}2`], completion)
  const name = noteSigns(fields, anything, completion)
  if (name === null) return []
  return [
    signMark(name, channel === 'x' ? { align: 'left', dx: 3 } : { dy: -8 }, {
      ...silenced(outer),
      ...kept(main.encoding, across),
      [channel]: { value: channel === 'x' ? 0 : 'height' },
    }),
  ]
}

/** A field of colours: the sign stands in the field itself. */
function fieldSigns({ values, outer }: Seen, completion: Completion): readonly Json[] {
  const main = values.find(
    ({ mark, encoding }) =>
      typeOf(mark) === 'rect' && kind(encoding['color']) === 'quantitative' && !isMeasured(encoding, 'x'),
  )
  const field = fieldOf(main?.encoding['color'])
  if (main === undefined || field === null) return []
  const name = noteSigns([field], [field], completion)
  return name === null
    ? []
    : [signMark(name, {}, { ...silenced(outer), x: main.encoding['x'], y: main.encoding['y'] })]
}

const signMark = (name: string, look: Json, encoding: Json): Json => ({
  transform: [{ filter: `isValid(datum['${name}'])` }],
  mark: { type: 'text', style: 'absent', ...look },
  encoding: { ...encoding, text: { field: name, type: 'nominal' } },
})

/** The column of signs, or null where nothing is absent. */
function noteSigns(
  fields: readonly string[],
  anything: readonly string[],
  { source, signs: noted }: Completion,
): string | null {
  const signs = source.map((row) => signOf(row, fields, anything))
  if (signs.every((sign) => sign === null)) return null
  const name = `sign_${noted.size + 1}`
  noted.set(name, { signs, fields })
  return name
}

function fieldsOf(
  layers: readonly Layer[],
  channels: readonly string[],
  { foldedValues }: Completion,
): readonly string[] {
  const found = layers.flatMap(({ encoding }) =>
    channels.flatMap((channel) => {
      const field = fieldOf(encoding[channel])
      return field === null ? [] : (foldedValues.get(field) ?? [field])
    }),
  )
  return [...new Set(found)]
}

function signOf(row: Row, fields: readonly string[], anything: readonly string[]): string | null {
  const absent = fields.map((field) => absenceOf(row, field))
  if (absent.some((absence) => absence?.hidden)) return suppressedMark
  return anything.every((field) => (row[field] ?? null) === null) ? missingMark : null
}

/** What the view gives to all its layers is not for a sign: it has a look of its own. */
const silenced = (outer: Json): Json =>
  Object.fromEntries(Object.keys(outer).map((channel) => [channel, null]))

/** The other axis and the place beside it, as the values have them. */
function kept(encoding: Json, across: Channel): Json {
  const offset = `${across}Offset`
  return { [across]: encoding[across], ...(offset in encoding ? { [offset]: encoding[offset] } : {}) }
}
