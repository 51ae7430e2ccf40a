import { asObject, cellText, type JsonObject, type JsonValue } from './json-tree'

/** A column of a layer: the path of its value within a feature's object. */
export interface AttributeColumn {
  readonly label: string
  readonly path: readonly string[]
}

/** Objects within attributes nested deeper stay JSON text. */
const MAX_DEPTH = 6

/** The columns of all features together, in the order they are met; `a.b` for a value of an object in an attribute. */
export function columnsOf(features: readonly JsonObject[]): readonly AttributeColumn[] {
  const paths = new Map<string, readonly string[]>()
  for (const feature of features) {
    const properties = asObject(feature['properties'])
    if (properties !== null) collect(properties, ['properties'], paths)
  }
  // An object in one feature and a plain value in another: the plain column takes both.
  const columns = [...paths.values()].filter((path) => !isBelow(path, paths))
  const labelled = columns.map((path) => ({ label: path.slice(1).join('.'), path }))
  if (!features.some(({ id }) => id !== undefined)) return labelled
  const taken = labelled.some(({ label }) => label === 'id')
  return [{ label: taken ? 'feature_id' : 'id', path: ['id'] }, ...labelled]
}

const keyOf = (path: readonly string[]): string => JSON.stringify(path)

const isBelow = (path: readonly string[], all: ReadonlyMap<string, unknown>): boolean =>
  path.some((_, i) => i > 1 && all.has(keyOf(path.slice(0, i))))

function collect(object: JsonObject, path: readonly string[], paths: Map<string, readonly string[]>): void {
  for (const [key, value] of Object.entries(object)) {
    const below = [...path, key]
    const inner = asObject(value)
    if (inner !== null && below.length < MAX_DEPTH && Object.keys(inner).length > 0)
      collect(inner, below, paths)
    else if (value !== null || !isObjectElsewhere(below, paths)) paths.set(keyOf(below), below)
  }
}

const isObjectElsewhere = (path: readonly string[], paths: ReadonlyMap<string, readonly string[]>): boolean =>
  [...paths.values()].some(
    (other) => other.length > path.length && path.every((part, i) => other[i] === part),
  )

/** The cell of a column in one feature. */
export function cellOf(feature: JsonObject, { path }: AttributeColumn): string | null {
  let value: JsonValue | undefined = feature
  for (const part of path) value = asObject(value)?.[part]
  return cellText(value)
}
