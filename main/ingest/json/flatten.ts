import type { Declared, SourceColumn } from '../tables/source-table'
import type { Collection, Step } from './collections'
import { memberPlan, type Plan, plan } from './plan'
import type { RecordLayout } from './record-reader'
import type { Shape } from './shape'

/** An object with more fields than this stays JSON text, unless it is the record itself. */
const MAX_FLAT_FIELDS = 300
/** Rows of cells wider than this are no table. */
const MAX_CELLS = 2000

/** Columns of a table and the plan that fills them. */
export interface Flat {
  readonly columns: readonly SourceColumn[]
  readonly layout: RecordLayout
}

/** How the records of a standard become columns. Paths are keys from the record down. */
export interface RecordKind {
  /** Label of a place's column; null leaves the place without one. Places with one label share their column. */
  readonly label: (path: readonly string[]) => string | null
  /** Places that stay JSON text though they are objects. */
  readonly keep?: (path: readonly string[]) => boolean
  /** Columns of these fields of a record stand at the end. */
  readonly last?: (key: string) => boolean
  readonly declared?: (label: string) => Declared | undefined
}

export interface FlattenOptions {
  /** False: objects in records stay JSON text. */
  readonly flatten: boolean
  readonly byLine: boolean
  /** Places that are read elsewhere. */
  readonly omit?: (path: readonly string[]) => boolean
  readonly kind?: RecordKind
}

/**
 * Who writes numbers in JSON writes them as numbers: digits with a letter in a text (`1A`) are a code and no amount
 * with a unit.
 */
function declaredBy({ strings, numbers, texts }: Shape): Declared {
  const isCode = strings > 0 && numbers === 0 && texts.every((text) => /^\d+\p{L}{1,2}$/u.test(text))
  return isCode ? { type: 'text' } : {}
}

/** Collects columns while a plan is made. */
class Columns {
  readonly list: SourceColumn[] = []
  private readonly shared = new Map<string, number>()

  add(label: string, own: Declared = {}, kind?: RecordKind): number {
    const known = kind === undefined ? undefined : this.shared.get(label)
    if (known !== undefined) return known
    const declared = { ...own, ...kind?.declared?.(label) }
    this.list.push(Object.keys(declared).length === 0 ? { label } : { label, declared })
    this.shared.set(label, this.list.length - 1)
    return this.list.length - 1
  }
}

/** One column for every field of the records, `a.b` for a field of an object in a field. */
export function flatten(collection: Collection, options: FlattenOptions): Flat {
  const columns = new Columns()
  const { parent, steps, shape } = collection
  const parentNumber = hasManyParents(parent)
    ? columns.add('parent_record', { type: 'integer', role: 'identifier' })
    : -1
  const idPath = parentNumber >= 0 && parent !== null ? idOf(parent.shape) : null
  const parentId =
    idPath === null
      ? -1
      : columns.add(`parent_${idPath.at(-1)?.replace(/^@/, '') ?? 'id'}`, { role: 'identifier' })
  const keySlot = steps.at(-1)?.kind === 'entries' ? columns.add('key', { role: 'identifier' }) : -1
  const record = recordPlan(shape, columns, options)
  record.record = true
  record.keySlot = keySlot
  const root = leadTo(collection, record, idPath)
  return {
    columns: columns.list,
    layout: { plan: root, width: columns.list.length, parentNumber, parentId, byLine: options.byLine },
  }
}

const hasManyParents = (parent: Collection | null): boolean => parent !== null && parent.steps.length > 0

/** Path of the field that names a record: `id`, `@id`, `iri`, also among the properties of a feature. */
function idOf(shape: Shape): readonly string[] | null {
  for (const path of ID_PATHS) {
    let place: Shape | undefined = shape
    for (const name of path) place = place?.members.get(name)
    if (place !== undefined && place.scalars > 0 && place.objects + place.arrays === 0) return path
  }
  return null
}

const ID_PATHS: readonly (readonly string[])[] = [
  ['id'],
  ['@id'],
  ['iri'],
  ['@iot.id'],
  ['uuid'],
  ['properties', 'id'],
  ['code'],
  ['kod'],
]

function recordPlan(shape: Shape, columns: Columns, options: FlattenOptions): Plan {
  const made = plan()
  if (isRows(shape)) return rowPlan(shape, columns)
  if (!shape.isMap && shape.objects > 0) addMembers(made, shape, [], columns, options)
  // Records that are no objects, and objects without a single field.
  const plain = shape.scalars > 0 || shape.arrays > 0 || shape.isMap
  if (plain || columns.list.length === 0) made.slot = columns.add('value', declaredBy(shape))
  return made
}

/** Arrays of plain values as records: cells of a row. */
const isRows = ({ arrays, objects, scalars, items, longest }: Shape): boolean =>
  arrays > 0 &&
  objects + scalars === 0 &&
  items !== null &&
  items.objects + items.arrays === 0 &&
  longest <= MAX_CELLS

function rowPlan({ longest }: Shape, columns: Columns): Plan {
  const made = plan()
  made.items = plan()
  made.cellSlots = Array.from({ length: longest }, (_, i) => columns.add(`column_${i + 1}`))
  return made
}

function addMembers(
  to: Plan,
  shape: Shape,
  path: readonly string[],
  columns: Columns,
  options: FlattenOptions,
): void {
  const { last = () => false } = options.kind ?? {}
  const isLast = (key: string): boolean => key === '@context' || (path.length === 0 && last(key))
  const members = [...shape.members]
  const order = [...members.filter(([, m]) => !isLast(m.key)), ...members.filter(([, m]) => isLast(m.key))]
  for (const [name, member] of order) {
    const below = [...path, member.key]
    if (options.omit?.(below) !== true) addPlace(memberPlan(to, name), member, below, columns, options)
  }
}

function addPlace(
  to: Plan,
  shape: Shape,
  path: readonly string[],
  columns: Columns,
  options: FlattenOptions,
): void {
  const { kind } = options
  const isText = shape.isMap || shape.members.size > MAX_FLAT_FIELDS || isGeometry(shape)
  const isFlat = options.flatten && shape.members.size > 0 && !isText && kind?.keep?.(path) !== true
  if (!isFlat || shape.scalars + shape.arrays + shape.empty > 0) {
    const label = kind === undefined ? path.join('.') : kind.label(path)
    if (label !== null) to.slot = columns.add(label, declaredBy(shape), kind)
  }
  if (isFlat) addMembers(to, shape, path, columns, options)
}

const GEOMETRY = /^(?:Point|MultiPoint|LineString|MultiLineString|Polygon|MultiPolygon|GeometryCollection)$/

/** A GeoJSON geometry: one value, wherever it stands. */
export function isGeometry({ members }: Shape): boolean {
  const types = members.get('type')?.texts ?? []
  const inside = members.has('coordinates') || members.has('geometries')
  return inside && types.length > 0 && types.every((type) => GEOMETRY.test(type))
}

/** The plan from the root to the records. */
function leadTo({ steps, parent }: Collection, record: Plan, idPath: readonly string[] | null): Plan {
  let at = record
  for (let i = steps.length - 1; i >= 0; i--) {
    const above = plan()
    attach(above, steps[i], at)
    at = above
    if (parent !== null && parent.steps.length === i) {
      at.parent = true
      if (idPath !== null) idPath.reduce<Plan>((place, name) => memberPlan(place, name), at).parentId = true
    }
  }
  return at
}

function attach(to: Plan, step: Step | undefined, child: Plan): void {
  if (step?.kind === 'items') to.items = child
  else if (step?.kind === 'entries') to.any = child
  else if (step !== undefined) to.members.set(step.name, child)
}
