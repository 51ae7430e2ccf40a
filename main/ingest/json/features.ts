import type { Shape } from './shape'

/** Whether records of this shape are GeoJSON features (RFC 7946, section 3.2). */
export function areFeatures({ members }: Shape): boolean {
  const types = members.get('type')?.texts ?? []
  return types.length > 0 && types.every((type) => type === 'Feature') && members.has('geometry')
}
