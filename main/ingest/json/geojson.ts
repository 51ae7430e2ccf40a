import type { Collection } from './collections'
import { areFeatures } from './features'
import type { RecordKind } from './flatten'
import type { Shape } from './shape'

/** Name of the column that holds a feature's geometry as GeoJSON text, its coordinates as read. */
export const GEOMETRY_COLUMN = 'geometry'

/** Properties become columns, the geometry one column at the end, other members columns of their own. */
export function featureKind(collection: Collection): RecordKind | null {
  if (!areFeatures(collection.shape)) return null
  const properties = collection.shape.members.get('properties')
  const ownId = properties?.members.has('id') === true
  return {
    label: ([first = '', ...rest]) => {
      if (first === 'type') return null
      if (first === 'properties') return rest.length === 0 ? null : rest.join('.')
      return [first === 'id' && ownId ? 'feature_id' : first, ...rest].join('.')
    },
    keep: (path) => path.length === 1 && path[0] === 'geometry',
    last: (key) => key === 'geometry' || key === 'bbox',
  }
}

/** The reference system as the member `crs` of GeoJSON before RFC 7946 names it. */
export const namedReferenceSystem = (root: Shape): string | null =>
  root.members.get('crs')?.members.get('properties')?.members.get('name')?.texts[0] ?? null
