import type { Row } from '../model/table'
import { fieldOf } from './categories'
import { isJson, type Json } from './theme'
import { palettes } from './tokens'

const valuesOf = (rows: readonly Row[], field: string): readonly number[] =>
  rows
    .map((row) => row[field])
    .filter((value) => typeof value === 'number' && Number.isFinite(value)) as number[]

interface Reach {
  readonly middle: number
  readonly most: number
}

/** How far values lie from the stated middle of a diverging scale; null for a scale that runs one way. */
function reachOf(definition: unknown, rows: readonly Row[]): Reach | null {
  const field = fieldOf(definition)
  const scale = isJson(definition) && isJson(definition['scale']) ? definition['scale'] : {}
  if (field === null) return null
  if (typeof scale['domainMid'] === 'number') {
    const middle = scale['domainMid']
    const most = Math.max(...valuesOf(rows, field).map((value) => Math.abs(value - middle)), 0)
    return most === 0 ? { middle, most: 1 } : { middle, most }
  }
  const [low, high] = Array.isArray(scale['domain']) ? scale['domain'] : []
  const both = typeof low === 'number' && typeof high === 'number' && scale['range'] === 'diverging'
  return both ? { middle: (low + high) / 2, most: (high - low) / 2 } : null
}

/**
 * Colours of a number. A diverging scale reaches equally far on both sides of its middle, so that equal distances
 * have equal strength; colours are mixed as the eye sees them, without a third hue on the way.
 */
export function completeColour(definition: Json, rows: readonly Row[]): Json {
  const scale = isJson(definition['scale']) ? definition['scale'] : {}
  const reach = reachOf(definition, rows)
  const { domainMid: _middle, ...rest } = scale
  const own =
    reach === null
      ? rest
      : { ...rest, domain: [reach.middle - reach.most, reach.middle + reach.most], range: 'diverging' }
  return { ...definition, scale: { interpolate: 'lab', ...own } }
}

/** Beyond this share of the reach the field is so strong that dark letters would not be read on it. */
const strong = 0.8

/** So many fields side by side have room for their numbers. */
const mostAcross = 14

/**
 * Numbers written on coloured fields, light on the strong ones: in grey they alone tell the two sides of a diverging
 * scale apart. `across` fields stand side by side.
 */
export function readableOnFields(
  layers: readonly Json[],
  rows: readonly Row[],
  across: number,
): readonly Json[] {
  const field = layers
    .map(({ mark, encoding }) => (typeOf(mark) === 'rect' && isJson(encoding) ? encoding['color'] : null))
    .find((definition) => isJson(definition) && definition['type'] === 'quantitative')
  const name = fieldOf(field)
  const reach = reachOf(field, rows)
  if (name === null || reach === null) return layers
  if (across > mostAcross) return layers.filter(({ mark }) => typeOf(mark) !== 'text')
  const test = `abs(datum['${name}'] - ${reach.middle}) > ${reach.most * strong}`
  const colour = { condition: { test, value: palettes.light.panel }, value: palettes.light.text }
  return layers.map((layer) =>
    typeOf(layer['mark']) === 'text'
      ? { ...layer, encoding: { ...(isJson(layer['encoding']) ? layer['encoding'] : {}), color: colour } }
      : layer,
  )
}

const typeOf = (mark: unknown): unknown => (isJson(mark) ? mark['type'] : mark)
