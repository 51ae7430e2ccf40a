import type { Steps } from '../../methods/core/steps'
import { type Outline, outlines, outlinesMethod } from '../../methods/spatial/outlines'
import type { Table } from '../../model/table'
import { hasValues, tableOf, textsOf } from './columns'
import { readShapes } from './spatial-weights'
import { numberOption, type TablesStep } from './step-method'

/** GeoJSON of a drawn shape; its positions are units of the sheet, not of the Earth. */
function geometryOf({ kind, parts }: Outline): string | null {
  if (parts.length === 0) return null
  if (kind === 'point') return JSON.stringify({ type: 'MultiPoint', coordinates: parts.flat() })
  if (kind === 'line') return JSON.stringify({ type: 'MultiLineString', coordinates: parts })
  // One polygon of many rings: what lies in two of them is a hole, in whichever order they come.
  return JSON.stringify({ type: 'Polygon', coordinates: parts })
}

/**
 * `values` (territory, geometry) and `shapes` (territory, geometry), of which a need of its own goes first: one row
 * for each territory of `values` that has a shape. Charts draw `outline` with a mark of type `geoshape`.
 */
export const outlinesStep: TablesStep = {
  method: outlinesMethod,
  table: {},
  inputs: ['values', 'shapes?'],
  gives: ['outlines'],
  reads: () => ({ values: ['territory', 'geometry'], shapes: ['territory', 'geometry'] }),
  *run({ values, shapes }, options): Steps<Readonly<Record<string, Table>>> {
    if (values === undefined) throw new Error('values were checked')
    const territories = [...new Set(textsOf(values, 'territory').flatMap((name) => name ?? []))]
    const layer = shapes !== undefined && shapes.rows.length > 0 ? shapes : values
    const rows = new Map(territories.map((territory, at) => [territory, at] as const))
    const read = hasValues(layer, 'geometry') ? readShapes(layer, rows, territories.length) : []
    const drawn = yield* outlines(read, {
      width: numberOption(options, 'width'),
      height: numberOption(options, 'height'),
    })
    return {
      outlines: tableOf(
        { territory: 'text', outline: 'text' },
        territories.flatMap((territory, at) => {
          const outline = drawn[at] ?? null
          const geometry = outline === null ? null : geometryOf(outline)
          return geometry === null ? [] : [{ territory, outline: geometry }]
        }),
      ),
    }
  },
}
