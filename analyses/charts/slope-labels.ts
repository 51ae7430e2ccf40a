import type { Row } from '../model/table'
import { fieldOf } from './categories'
import { unitLabel } from './cell-format'
import { textsOf } from './chart-texts'
import { digitsByRow } from './column-digits'
import type { Completion } from './completion'
import { sexLabel } from './sex-channel'
import { spreadLabels } from './spread-labels'
import { isJson, type Json } from './theme'

/** Pixels from the middle of one label to that of the next, and of a slope that states no height. */
const apart = 15
const usualHeight = 180
/** Part of the reach of values that stays free above and below them. */
const margin = 0.08
/** A longer unit stands once under the picture instead of at each number. */
const longestUnit = 8

interface Ends {
  readonly x: string
  readonly y: string
  readonly name: string | null
  readonly names: readonly [unknown, unknown]
}

/**
 * Lines between two periods have their numbers at both ends and their names at the last one. Labels that would meet
 * are moved apart, in the order of their numbers. `view` is the completed one; its line has the style `slope`.
 */
export function withSlopeLabels(view: Json, completion: Completion): Json {
  const encoding = jsonOr(view['encoding'])
  const layers = Array.isArray(view['layer']) ? view['layer'].filter(isJson) : []
  const sloping = layers.some(({ mark }) => isJson(mark) && mark['style'] === 'slope')
  const ends = endsOf(encoding)
  if (!sloping || ends === null || !isJson(encoding['y']) || !isJson(encoding['x'])) return view
  const values = completion.source.map((row) => row[ends.y]).filter((value) => typeof value === 'number')
  if (values.length === 0) return view
  const height = Math.max(
    typeof view['height'] === 'number' ? view['height'] : usualHeight,
    apart * (mostAt(ends, completion) + 1),
  )
  const [low, high] = reachOf(values)
  note(ends, { low, high, height }, completion)
  const scale = { ...jsonOr(encoding['y']['scale']), zero: false, nice: false, domain: [low, high] }
  const y = { ...encoding['y'], scale }
  const unit = unitOf(ends.y, completion)
  const axis = { ...jsonOr(encoding['x']['axis']), title: unit.length > longestUnit ? unit : null }
  const x = { ...encoding['x'], axis }
  const others = Object.keys(encoding).filter((channel) => channel !== 'x' && channel !== 'y')
  const silent = Object.fromEntries(others.map((channel) => [channel, null]))
  const label = (side: string, look: Json): Json => ({
    transform: [{ filter: `datum['slope_side'] === '${side}'` }],
    mark: { type: 'text', style: 'quiet-label', baseline: 'middle', ...look },
    encoding: { ...silent, y: { ...y, field: 'slope_at' }, text: { field: 'slope_text', type: 'nominal' } },
  })
  const labels = [
    label('first', { align: 'right', dx: -10 }),
    label('last', { align: 'left', dx: 10, limit: 220 }),
  ]
  return { ...view, height, encoding: { ...encoding, x, y }, layer: [...layers, ...labels] }
}

function endsOf(encoding: Json): Ends | null {
  const [x, y] = [fieldOf(encoding['x']), fieldOf(encoding['y'])]
  const scale = isJson(encoding['x']) ? jsonOr(encoding['x']['scale']) : {}
  const names = Array.isArray(scale['domain']) ? scale['domain'] : []
  if (x === null || y === null || names.length !== 2) return null
  return { x, y, name: fieldOf(encoding['color']), names: [names[0], names[1]] }
}

const panelOf = (row: Row, { panelField }: Completion): string =>
  panelField === null ? '' : String(row[panelField] ?? '')

/** The most labels that stand over each other at one end of one panel. */
function mostAt({ x }: Ends, completion: Completion): number {
  const counts = new Map<string, number>()
  for (const row of completion.rows) {
    const place = JSON.stringify([panelOf(row, completion), row[x]])
    counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  return Math.max(0, ...counts.values())
}

function reachOf(values: readonly number[]): readonly [number, number] {
  const low = values.reduce((least, value) => Math.min(least, value))
  const high = values.reduce((most, value) => Math.max(most, value))
  const room = (high - low || Math.abs(high) || 1) * margin
  return [low - room, high + room]
}

/** Noted for the rows: side, place and words of the label of each number that is there. */
function note(
  ends: Ends,
  { low, high, height }: { readonly low: number; readonly high: number; readonly height: number },
  completion: Completion,
): void {
  const { source, rows, columns, locale } = completion
  const sides = rows.map((row) => ends.names.indexOf(row[ends.x]))
  const groups = new Map<string, number[]>()
  source.forEach((row, at) => {
    if (typeof row[ends.y] !== 'number' || (sides[at] ?? -1) < 0) return
    const key = JSON.stringify([panelOf(rows[at] ?? row, completion), sides[at]])
    groups.set(key, [...(groups.get(key) ?? []), at])
  })
  const places: (number | null)[] = rows.map(() => null)
  const down = (value: number) => (height * (high - value)) / (high - low)
  for (const group of groups.values()) {
    const wanted = group.map((at) => down(Number(source[at]?.[ends.y])))
    spreadLabels(wanted, apart, height).forEach((place, turn) => {
      places[group[turn] ?? 0] = high - (place / height) * (high - low)
    })
  }
  const column = { name: ends.y, unit: columns.get(ends.y)?.unit ?? 'number' } as const
  const digitsOf = digitsByRow(source, column, columns.values())
  const short = unitOf(ends.y, completion).length <= longestUnit
  const words = rows.map((row, at) => {
    const digits = new Map([[ends.y, digitsOf(source[at] ?? row)]])
    const told = short
      ? columns
      : new Map([...columns].map(([name, one]) => [name, { ...one, unitText: '' }]))
    const [number] = Object.values(textsOf(row, new Set([ends.y]), told, digits, locale))
    const code = ends.name === null ? '' : String(row[ends.name] ?? '')
    const name = sides[at] === 1 ? (sexLabel(code, locale) ?? code) : ''
    return [name, String(number ?? '')].filter((part) => part !== '').join(' ')
  })
  completion.made.set('slope_at', places)
  completion.made.set(
    'slope_side',
    sides.map((side, at) => (places[at] === null ? null : side === 0 ? 'first' : 'last')),
  )
  completion.made.set(
    'slope_text',
    words.map((text, at) => (places[at] === null ? null : text)),
  )
}

const unitOf = (field: string, { columns, locale }: Completion): string => {
  const column = columns.get(field)
  return column === undefined ? '' : (column.unitText ?? unitLabel(column.unit, locale))
}

const jsonOr = (value: unknown): Json => (isJson(value) ? value : {})
