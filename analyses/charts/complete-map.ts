import { absenceOf } from '../model/absence'
import { fieldOf, orderedCategories } from './categories'
import { codeInOrder, titleOf } from './complete-encoding'
import type { Completion } from './completion'
import { contrast } from './contrast'
import { type Geometry, geometryOf, type Position, positionsOf } from './geometry'
import { hatching } from './hatching'
import { legendColumns } from './legends'
import { mapClasses } from './map-classes'
import { chartMessages } from './messages'
import { isJson, type Json } from './theme'
import { largestScale, tiled, tileLabels } from './tile-map'
import { palettes } from './tokens'

/** A chart whose mark is a shape of its row (an outline of `spatial/outlines`) is a map. */
export const isMap = ({ mark }: Json): boolean => (isJson(mark) ? mark['type'] : mark) === 'geoshape'

/** A map that gives each territory a tile of one size, with its code or name inside. */
const isTiled = ({ mark }: Json): boolean => isJson(mark) && mark['style'] === 'tiles'

/** Pixels a map may take. */
const width = 720
const height = 560

interface Place {
  readonly at: number
  readonly geometry: Geometry
  readonly hidden: boolean
  readonly name: string | null
  /** The middle of a tile. */
  readonly middle: Position | null
}

export interface CompletedMap {
  readonly body: Json
  readonly rows: readonly Json[]
  /** How the classes of a number were made; null for a map of names. */
  readonly classes: { readonly count: number; readonly middle: number | null } | null
}

/**
 * A map: each territory filled with the colour of its class, `•` territories hatched, those without a value grey with
 * a border. Only what is drawn goes into the document: a shape and the name of its class, never the number.
 */
export function completeMap(spec: Json, completion: Completion): CompletedMap {
  const encoding = isJson(spec['encoding']) ? spec['encoding'] : {}
  const shape = fieldOf(encoding['shape']) ?? ''
  const colour = isJson(encoding['color']) ? encoding['color'] : {}
  const named = namesOf(colour, completion)
  const shapes = completion.source.flatMap((row, at): readonly Place[] => {
    const geometry = geometryOf(row[shape])
    const absence = absenceOf(row, named.field)
    return geometry === null
      ? []
      : [
          {
            at,
            geometry,
            hidden: absence?.hidden ?? false,
            name: absence === null ? named.nameOf(at) : null,
            middle: null,
          },
        ]
  })
  const places = isTiled(spec) ? onTiles(shapes) : shapes
  const words = chartMessages[completion.locale]
  const range = [...named.range, palettes.light.noData]
  const frame = sized(places)
  const labels = labelsOf(places, frame.scale, fieldOf(encoding['text']), completion)
  const rows = places.map((place, turn) => ({
    shape: place.geometry,
    ...(labels === null || place.middle === null
      ? {}
      : {
          label: labels[turn],
          east: place.middle[0],
          south: place.middle[1],
          ink: place.hidden ? 'halo' : inkOn(range[indexOf(named.names, place.name)] ?? ''),
        }),
    ...(place.hidden
      ? { hidden: words.keptBack, hatching: hatched(place.geometry) }
      : { class: place.name ?? words.noValue }),
  }))
  const present = new Set(places.map(({ name, hidden }) => (hidden ? '' : (name ?? words.noValue))))
  const scale = { domain: [...named.names, words.noValue], range }
  const legend = [...named.names, words.noValue].filter((name) => present.has(name) || named.all(name))
  return {
    body: {
      ...frame.body,
      layer: [...layers({ ...named, scale, legend }, rows), ...labelLayers(rows)],
    },
    rows,
    classes: named.classes,
  }
}

interface Named {
  readonly field: string
  readonly names: readonly string[]
  readonly range: readonly string[]
  readonly title: string | null
  readonly nameOf: (at: number) => string | null
  /** Classes of a number are all told, also one that holds no territory. */
  readonly all: (name: string) => boolean
  readonly classes: CompletedMap['classes']
}

function namesOf(colour: Json, completion: Completion): Named {
  const field = fieldOf(colour) ?? ''
  const title = colour['title'] === null ? null : titleOf(field, completion)
  const scale = isJson(colour['scale']) ? colour['scale'] : {}
  const { light } = palettes
  if (colour['type'] !== 'quantitative') {
    const { rows, locale } = completion
    const names = orderedCategories(rows, field, codeInOrder(colour['sort'], field, completion), locale, {})
    const every = Array.isArray(colour['sort']) ? colour['sort'].length : names.length
    const range = scale['range'] === 'quadrants' ? light.quadrants : light.categories
    const codes = Array.isArray(colour['sort']) ? colour['sort'].map(String) : []
    // A class keeps its colour though others of the list have no territory.
    const place = (name: string, at: number) => {
      const row = rows.findIndex((one) => one[field] === name)
      const listed = codes.indexOf(String(completion.source[row]?.[field]))
      return range[listed < 0 ? at % range.length : listed] ?? light.noData
    }
    const nameOf = (at: number) => String(rows[at]?.[field] ?? '')
    return { field, names, range: names.map(place), title, nameOf, all: () => every === 0, classes: null }
  }
  const middle = typeof scale['domainMid'] === 'number' ? scale['domainMid'] : null
  const values = completion.source.map((row) => row[field]).filter((value) => typeof value === 'number')
  const unit = completion.columns.get(field)?.unit ?? 'number'
  const { names, classOf } = mapClasses(values, { unit, locale: completion.locale, middle })
  return {
    field,
    names,
    range: spread(middle === null ? light.sequential : light.diverging, names.length),
    title,
    nameOf: (at) => names[classOf(Number(completion.source[at]?.[field]))] ?? null,
    all: (name) => names.includes(name),
    classes: { count: names.length, middle },
  }
}

/** So many colours of a palette, its ends among them. */
const spread = (palette: readonly string[], count: number): readonly string[] =>
  Array.from(
    { length: count },
    (_, at) => palette[Math.round((at * (palette.length - 1)) / Math.max(1, count - 1))] ?? '',
  )

function layers(
  named: Named & { readonly scale: Json; readonly legend: readonly string[] },
  rows: readonly Json[],
): readonly Json[] {
  const drawn = { field: 'shape', type: 'geojson' }
  const { light } = palettes
  // Borders of thousands of small territories would cover what they border.
  const thin = rows.length > 1000 ? 0.25 : 0.75
  const filled = (filter: string, mark: Json, encoding: Json): Json => ({
    transform: [{ filter }],
    mark: { type: 'geoshape', strokeWidth: thin, ...mark },
    encoding: { shape: drawn, ...encoding },
  })
  const colour = {
    field: 'class',
    type: 'nominal',
    title: named.title,
    scale: named.scale,
    legend: {
      values: named.legend,
      columns: legendColumns(named.legend),
      symbolType: 'square',
      symbolSize: 180,
      symbolStrokeColor: light.strongBorder,
      symbolStrokeWidth: 0.75,
      offset: 12,
    },
  }
  const base = filled('isValid(datum.class)', { stroke: light.strongBorder }, { color: colour })
  if (!rows.some((row) => 'hidden' in row)) return [base]
  const hatch = {
    field: 'hidden',
    type: 'nominal',
    title: null,
    scale: { range: [light.suppressed] },
    legend: { symbolType: hatchSymbol, symbolSize: 180, symbolFillColor: 'transparent', offset: 12 },
  }
  return [
    base,
    filled('isValid(datum.hidden)', { fill: light.panel, stroke: light.strongBorder }, {}),
    filled(
      'isValid(datum.hidden)',
      { filled: false, strokeWidth: 1 },
      { shape: { field: 'hatching', type: 'geojson' }, stroke: hatch },
    ),
  ]
}

const hatchSymbol = 'M-1,-1L1,-1L1,1L-1,1ZM-1,-0.2L-0.2,-1M-1,0.6L0.6,-1M-0.6,1L1,-0.6M0.2,1L1,0.2'

/** The sheet in pixels. Its units are whole, so at half a pixel each the document stays short. */
function sized(places: readonly Place[]): { readonly body: Json; readonly scale: number } {
  let [right, bottom] = [1, 1]
  for (const { geometry } of places)
    for (const [x, y] of positionsOf(geometry.coordinates)) {
      right = Math.max(right, x)
      bottom = Math.max(bottom, y)
    }
  const most = places.some(({ middle }) => middle !== null) ? largestScale : Number.POSITIVE_INFINITY
  const scale = Math.min(width / right, height / bottom, most)
  const body = {
    width: Math.ceil(right * scale),
    height: Math.ceil(bottom * scale),
    autosize: 'pad',
    projection: { type: 'identity', scale, translate: [0, 0] },
  }
  return { body, scale }
}

/** The same territories as tiles; none where they are too many. */
function onTiles(shapes: readonly Place[]): readonly Place[] {
  const tiles = tiled(shapes.map(({ geometry }) => geometry)) ?? []
  return tiles.flatMap((tile, turn) => {
    const shape = shapes[turn]
    return shape === undefined ? [] : [{ ...shape, ...tile }]
  })
}

function labelsOf(
  places: readonly Place[],
  scale: number,
  field: string | null,
  { rows }: Completion,
): readonly string[] | null {
  if (field === null || places.some(({ middle }) => middle === null)) return null
  return tileLabels(
    places.map(({ at }) => String(rows[at]?.[field] ?? '')),
    scale,
  )
}

/** What has no value stands behind the classes. */
const indexOf = (names: readonly string[], name: string | null): number =>
  name === null ? names.length : names.indexOf(name)

/** Letters on a class are as dark or as light as reads best. */
const inkOn = (fill: string): 'dark' | 'light' =>
  contrast(palettes.light.text, fill) >= contrast(palettes.light.panel, fill) ? 'dark' : 'light'

/** Letters in tiles; on a hatched one the lines keep their distance from them. */
function labelLayers(rows: readonly Json[]): readonly Json[] {
  const { text, panel } = palettes.light
  const layer = (ink: string, mark: Json): readonly Json[] =>
    rows.some((row) => row['ink'] === ink)
      ? [
          {
            transform: [{ filter: `datum.ink === '${ink}'` }],
            mark: { type: 'text', style: 'label', baseline: 'middle', ...mark },
            encoding: {
              longitude: { field: 'east', type: 'quantitative' },
              latitude: { field: 'south', type: 'quantitative' },
              text: { field: 'label', type: 'nominal' },
            },
          },
        ]
      : []
  return [
    ...layer('dark', { color: text }),
    ...layer('light', { color: panel }),
    ...layer('halo', { color: text, stroke: panel, strokeWidth: 5, strokeJoin: 'round' }),
    ...layer('halo', { color: text }),
  ]
}

/** What is no area has no inside to be hatched: it is drawn as it is. */
const hatched = ({ type, coordinates }: Geometry): Geometry =>
  type === 'Polygon' && Array.isArray(coordinates)
    ? { type: 'MultiLineString', coordinates: hatching(coordinates.map(positionsOf)) }
    : { type, coordinates }
