import { NEVER, type Panel } from './panel'

export interface GroupSize {
  readonly group: number
  readonly units: number
  readonly clusters: number
}

export interface GroupMean {
  readonly group: number
  readonly time: number
  readonly mean: number
  readonly units: number
}

/** Units and clusters of every group, those never treated last. */
export function groupSizes(panel: Panel): readonly GroupSize[] {
  const units = new Map<number, number>()
  const clusters = new Map<number, Set<number>>()
  panel.first.forEach((first, unit) => {
    units.set(first, (units.get(first) ?? 0) + 1)
    const known = clusters.get(first) ?? new Set()
    known.add(panel.cluster[unit] ?? -1)
    clusters.set(first, known)
  })
  return [...units]
    .sort(([a], [b]) => (a === b ? 0 : a < b ? -1 : 1))
    .map(([group, count]) => ({ group, units: count, clusters: clusters.get(group)?.size ?? 0 }))
}

/** Weighted mean outcome of every group in every period it is seen in. */
export function groupMeans(panel: Panel): readonly GroupMean[] {
  const n = panel.units.length
  return groupSizes(panel).flatMap(({ group }) =>
    panel.times.flatMap((time, t) => {
      let sum = 0
      let whole = 0
      let units = 0
      for (let unit = 0; unit < n; unit += 1) {
        const value = panel.outcome[t * n + unit] ?? Number.NaN
        if (panel.first[unit] !== group || Number.isNaN(value)) continue
        const weight = panel.weight[t * n + unit] ?? 0
        sum += weight * value
        whole += weight
        units += 1
      }
      return units === 0 ? [] : [{ group, time, mean: sum / whole, units }]
    }),
  )
}

/** The group's label; `never` for those never treated. */
export const groupName = (panel: Panel, group: number): string =>
  group === NEVER ? 'never' : group === Number.NEGATIVE_INFINITY ? 'always' : panel.groupLabel(group)

/** Clusters that hold a treated unit, and clusters that hold one to compare with: never treated, else begun later. */
export function clusterCounts(panel: Panel): { readonly treated: number; readonly control: number } {
  const never = panel.first.includes(NEVER)
  const earliest = panel.first.reduce((least, first) => Math.min(least, first), NEVER)
  const treated = new Set<number>()
  const control = new Set<number>()
  panel.first.forEach((first, unit) => {
    const cluster = panel.cluster[unit] ?? -1
    if (first !== NEVER) treated.add(cluster)
    if (never ? first === NEVER : first > earliest) control.add(cluster)
  })
  return { treated: treated.size, control: control.size }
}
