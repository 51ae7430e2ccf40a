import { fieldOf } from './categories'
import { textField } from './chart-texts'
import type { Completion } from './completion'
import { isJson, type Json } from './theme'

/** More lines than this are read along the axis. */
const mostLines = 30

/**
 * A line from one sex to the other has its numbers at its ends, outside, where nothing else stands: the smaller one to
 * the left, the larger one to the right. `view` is the completed one.
 */
export function withEndLabels(view: Json, completion: Completion): Json {
  const layers = Array.isArray(view['layer']) ? view['layer'].filter(isJson) : []
  const line = layers.find(({ mark }) => isJson(mark) && mark['style'] === 'connector')
  const names = isJson(view['encoding']) ? fieldOf(view['encoding']['y']) : null
  const sexes = layers.some(({ encoding }) => isJson(encoding) && fieldOf(encoding['color']) === 'sex')
  // A chart with texts of its own has already said what it wants to say there.
  const worded = layers.some(({ mark }) => (isJson(mark) ? mark['type'] : mark) === 'text')
  if (line === undefined || names === null || !sexes || worded || !isJson(line['encoding'])) return view
  const { x, x2 } = line['encoding']
  const [from, to] = [fieldOf(x), fieldOf(x2)]
  if (!isJson(x) || from === null || to === null) return view
  const lines = new Set(completion.rows.map((row) => row[names])).size
  if (lines > mostLines || !completion.columns.has(from) || !completion.columns.has(to)) return view
  for (const field of [from, to]) completion.texts.add(field)
  const label = (field: string, more: string, look: Json): Json => ({
    // Each sex has a row of its own with the same ends.
    transform: [
      { filter: `isValid(datum['${field}'])${more}` },
      { window: [{ op: 'row_number', as: 'turn_of_line' }], groupby: [names] },
      { filter: "datum['turn_of_line'] === 1" },
    ],
    mark: { type: 'text', style: 'quiet-label', ...look },
    encoding: { x: { ...x, field }, text: { field: textField(field), type: 'nominal' } },
  })
  const scale = isJson(x['scale']) ? x['scale'] : {}
  // The room is narrower than a step of the axis, and not rounded up: no tick stands where no value can be.
  const room = { ...scale, padding: 48, nice: false }
  const roomy = (layer: Json): Json =>
    layer === line ? { ...line, encoding: { x: { ...x, scale: room }, x2 } } : layer
  const drawn = layers.map((layer) => ('domain' in scale ? layer : roomy(layer)))
  const apart = ` && datum['${from}'] !== datum['${to}']`
  const labels = [label(from, apart, { align: 'right', dx: -9 }), label(to, '', { align: 'left', dx: 9 })]
  return { ...view, layer: [...drawn, ...labels] }
}
