import type { Row } from '../model/table'
import { fieldOf } from './categories'
import { isJson, type Json } from './theme'

/** Pixels of a picture, of the letters of an axis label at most, and between panels. */
const whole = 720
const letter = 6.6
const longestLabel = 240
const between = 20
const smallestPanel = 170

const labelWidth = (names: readonly string[]): number =>
  Math.min(longestLabel, names.reduce((most, name) => Math.max(most, name.length), 0) * letter)

/**
 * Small multiples take the width there is: one panel all of it, more of them their share, so that a picture of one
 * group is as large as any other. `columns` of the chart file is the most that stand side by side.
 */
export function sizedPanels(spec: Json, rows: readonly Row[]): Json {
  const field = fieldOf(spec['facet'])
  const view = spec['spec']
  if (field === null || !isJson(view)) return spec
  const count = new Set(rows.map((row) => row[field])).size
  const labels = labelRoom(view, rows)
  const wanted = typeof spec['columns'] === 'number' ? spec['columns'] : 3
  const fitting = Math.floor((whole - labels) / (smallestPanel + between))
  const columns = Math.max(1, Math.min(wanted, count, fitting))
  const width = Math.floor((whole - labels - between * (columns - 1)) / columns)
  return { ...spec, columns, spec: { ...view, width, ...taller(view, count) } }
}

/** What the labels of the upright axis take, which only the first panel of a row carries. */
function labelRoom(view: Json, rows: readonly Row[]): number {
  const encoding = isJson(view['encoding']) ? view['encoding'] : {}
  const { y } = encoding
  const field = fieldOf(y)
  const named = isJson(y) && (y['type'] === 'nominal' || y['type'] === 'ordinal') && field !== null
  return named ? labelWidth(rows.map((row) => String(row[field] ?? ''))) + 24 : 56
}

/** A single panel as wide as the picture would lie flat at the height of a small one. */
const taller = (view: Json, count: number): Json =>
  count === 1 && typeof view['height'] === 'number' ? { height: Math.max(view['height'], 240) } : {}
