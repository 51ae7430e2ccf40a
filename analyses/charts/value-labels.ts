import { fieldOf } from './categories'
import { textField } from './chart-texts'
import type { Completion } from './completion'
import { isJson, type Json } from './theme'

/** More bars than this are read along the axis. */
const mostLabels = 40

const typeOf = (mark: unknown): unknown => (isJson(mark) ? mark['type'] : mark)

/**
 * The number stands at the end of each lying bar, where the bars are single: no parts laid end to end, no interval
 * and no other mark at the place of the label. `view` is the completed one.
 */
export function withValueLabels(view: Json, completion: Completion): Json {
  const encoding = isJson(view['encoding']) ? view['encoding'] : {}
  const layers = Array.isArray(view['layer']) ? view['layer'].filter(isJson) : null
  const bars = (layers ?? [view]).filter(({ mark }) => typeOf(mark) === 'bar')
  const [bar] = bars
  const crowded = (layers ?? []).some((layer) => layer !== bar && !isPlain(layer['mark'], layer['encoding']))
  if (bars.length !== 1 || bar === undefined || crowded) return view
  const own = { ...encoding, ...(layers !== null && isJson(bar['encoding']) ? bar['encoding'] : {}) }
  const field = labelled(own, completion)
  if (field === null) return view
  completion.texts.add(field)
  const silent = Object.fromEntries(
    Object.keys(encoding)
      .filter((channel) => !['x', 'y', 'yOffset'].includes(channel))
      .map((channel) => [channel, null]),
  )
  // A label left of its bar would run into the names: the axis begins earlier.
  const below = completion.rows.some((row) => typeof row[field] === 'number' && row[field] < 0)
  const x =
    below && isJson(own['x'])
      ? { ...own['x'], scale: { padding: 44, ...jsonOr(own['x']['scale']) } }
      : own['x']
  const label = (test: string, look: Json): Json => ({
    transform: [{ filter: `isValid(datum['${field}']) && datum['${field}'] ${test}` }],
    mark: { type: 'text', style: 'quiet-label', ...look },
    encoding: { ...silent, x, text: { field: textField(field), type: 'nominal' } },
  })
  const labels = [label('>= 0', { align: 'left', dx: 6 }), label('< 0', { align: 'right', dx: -6 })]
  if (layers !== null) return { ...view, layer: [...layers, ...labels] }
  const { mark, ...rest } = view
  return { ...rest, layer: [{ mark }, ...labels] }
}

/** A rule at a constant leaves the label its place. */
const isPlain = (mark: unknown, encoding: unknown): boolean =>
  typeOf(mark) === 'rule' && isJson(encoding) && isJson(encoding['x']) && 'datum' in encoding['x']

function labelled(encoding: Json, { rows, columns, foldedValues }: Completion): string | null {
  const { x, y, color, x2 } = encoding
  const field = fieldOf(x)
  const single = isJson(x) && x['type'] === 'quantitative' && !('stack' in x) && x2 === undefined
  const names = isJson(y) && y['type'] === 'nominal' ? fieldOf(y) : null
  if (field === null || names === null || !single || foldedValues.has(field) || !columns.has(field))
    return null
  // Several rows of one name would be laid end to end.
  const places = rows.map((row) => `${String(row[names])} ${String(row[fieldOf(encoding['yOffset']) ?? ''])}`)
  const own = new Set(places).size === places.length
  return own && rows.length <= mostLabels && (color === undefined || isJson(color)) ? field : null
}

const jsonOr = (value: unknown): Json => (isJson(value) ? value : {})
