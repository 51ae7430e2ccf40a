import type { Column } from '../../../analyses/model/data-set'
import { plainName } from '../../../analyses/model/naming'
import type { HiddenDimension, WideBlock } from './wide-blocks'

/** What sensors measure, in the languages of the region and in formulas. */
const QUANTITY =
  /^(?:teplota|teploty|temperatur[ae]?|temp|t|vlhkost|wilgotnosc|humidity|feuchte|rh|tlak|cisnienie|pressure|druck|pm_?\d.*|p[12]|no2?|nox|so2|o3|co2?|co|h2s|nh3|voc|hluk|noise|laeq|vitr|wind|wiatr|srazky|rain|opad|prutok|hladina|level|flow|vykon|power|moc|leistung|spotreba|odber|dodavka|consumption|energy|energie|energia|napeti|napiecie|voltage|proud|prad|current|osvetleni|light|rychlost|speed|intenzita|pocet|count)(?:_|$)/

type Figure = Pick<Column, 'name' | 'label' | 'type' | 'unit'>

interface Label {
  readonly column: Figure
  readonly words: readonly string[]
  readonly unit: string
}

/** Marks between the parts of a header, the stronger first. */
const marks = [/\|/, /;/, / [-–/] /, /:/, /\//] as const

/** The words of a header, by its own marks (`Alfa|PM10`) where it has such, and the unit behind them. */
function labelOf(column: Figure): Label {
  const bare = column.label.replace(/\s*[[(][^\])]*[\])]\s*$/, '').trim()
  const cut = marks.find((mark) => mark.test(bare)) ?? /[\s_.]+/
  const parts = bare
    .split(cut)
    .map((word) => word.trim())
    .filter((word) => word !== '')
  const last = parts.at(-1)
  // In sensor|quantity|unit the unit is the last part.
  const unit = column.unit ?? ''
  const words = last !== undefined && parts.length > 2 && last === unit ? parts.slice(0, -1) : parts
  return { column, words, unit }
}

/**
 * Readings of several sensors side by side, as headers of a series in time tell: `Alfa PM10`, `Beta PM10`; or
 * `station_paris`, `station_london`. A proposal only; a pure function of headers, types and units.
 */
export function findSensorBlock(columns: readonly Column[]): WideBlock | null {
  const figures = columns.filter(
    ({ type, role, derived }) =>
      derived === undefined && (type === 'integer' || type === 'number') && role === 'measure',
  )
  if (figures.length < 2) return null
  const labels = figures.map(labelOf)
  return findGrid(labels) ?? findSeries(labels)
}

interface Split {
  readonly label: Label
  readonly front: string
  readonly back: string
}

/** Every sensor measures (nearly) every quantity. */
function findGrid(labels: readonly Label[]): WideBlock | null {
  const longest = Math.max(...labels.map(({ words }) => words.length))
  const cuts = [...Array.from({ length: longest }, (_, i) => i + 1)].flatMap((at) => [at, -at])
  const grids = cuts.map((at) => gridAt(labels, at) ?? [])
  const best = grids.toSorted((a, b) => b.length - a.length)[0]
  return best === undefined || best.length === 0 ? null : gridBlock(best)
}

function gridAt(labels: readonly Label[], at: number): readonly Split[] | null {
  const splits = labels.flatMap((label) => {
    const { words } = label
    const cut = at > 0 ? at : words.length + at
    if (cut < 1 || cut >= words.length) return []
    return [{ label, front: words.slice(0, cut).join(' '), back: words.slice(cut).join(' ') }]
  })
  const [fronts, backs] = [sizeOf(splits, 'front'), sizeOf(splits, 'back')]
  // A name that stands alone belongs to no grid.
  const inGrid = splits.filter(
    ({ front, back }) => (fronts.get(front) ?? 0) > 1 && (backs.get(back) ?? 0) > 1,
  )
  const [rows, cells] = [sizeOf(inGrid, 'front').size, sizeOf(inGrid, 'back').size]
  const isFull = inGrid.length >= rows * cells * 0.7
  const unique = new Set(inGrid.map(({ front, back }) => `${front}\n${back}`)).size === inGrid.length
  return rows >= 2 && cells >= 2 && isFull && unique ? inGrid : null
}

function sizeOf(splits: readonly Split[], side: 'front' | 'back'): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>()
  for (const split of splits) sizes.set(split[side], (sizes.get(split[side]) ?? 0) + 1)
  return sizes
}

function gridBlock(grid: readonly Split[]): WideBlock {
  const quantityFirst = isQuantity(grid, 'front') && !isQuantity(grid, 'back')
  const [sensor, quantity] = quantityFirst ? (['back', 'front'] as const) : (['front', 'back'] as const)
  const units = grid.map(({ label }) => label.unit)
  const several = new Set(units).size > 1
  const dimensions: HiddenDimension[] = [
    dimension(
      'sensor',
      grid.map((split) => split[sensor]),
    ),
    dimension(
      'quantity',
      grid.map((split) => split[quantity]),
    ),
    ...(several ? [dimension('unit', units)] : []),
  ]
  return {
    columns: grid.map((split) => ({
      name: split.label.column.name,
      codes: [split[sensor], split[quantity], ...(several ? [split.label.unit] : [])],
    })),
    dimensions,
    value: 'value',
  }
}

const dimension = (name: string, values: readonly string[]): HiddenDimension => ({
  kind: 'item',
  name,
  role: 'category',
  values: [...new Set(values)],
})

/** Quantities are known by their names, or by this: each has one unit, while a sensor has several. */
function isQuantity(grid: readonly Split[], side: 'front' | 'back'): boolean {
  const names = [...new Set(grid.map((split) => split[side]))]
  const known = names.filter((name) => QUANTITY.test(plainName(name))).length
  if (known * 2 >= names.length) return true
  const units = new Map<string, Set<string>>()
  for (const split of grid)
    units.set(split[side], (units.get(split[side]) ?? new Set()).add(split.label.unit))
  const all = new Set(grid.map(({ label }) => label.unit))
  return all.size > 1 && [...units.values()].every((some) => some.size === 1)
}

/** One quantity at several places: headers alike but for one end, and in unit. */
function findSeries(labels: readonly Label[]): WideBlock | null {
  const unit = labels[0]?.unit
  if (labels.some((label) => label.unit !== unit || label.words.length < 2)) return null
  for (const side of ['front', 'back'] as const) {
    const common = new Set(labels.map(({ words }) => (side === 'front' ? words[0] : words.at(-1))))
    const [shared = ''] = common
    if (common.size !== 1) continue
    const rest = labels.map(({ words }) => (side === 'front' ? words.slice(1) : words.slice(0, -1)).join(' '))
    if (new Set(rest).size < rest.length || rest.some((name) => /^\d+$/.test(name)) || rest.length < 2)
      continue
    const name = plainName(shared)
    const isQuantityName = QUANTITY.test(name)
    return {
      columns: labels.map(({ column }, i) => ({ name: column.name, codes: [rest[i] ?? ''] })),
      dimensions: [dimension(isQuantityName || name === '' ? 'sensor' : name, rest)],
      value: isQuantityName && name !== '' ? name : 'value',
    }
  }
  return null
}
