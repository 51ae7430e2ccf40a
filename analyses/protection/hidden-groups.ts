import { keyOf } from './codes'
import { type Group, mainPart, type Pool } from './pool'

/** Groups by where they stand, and whether anything within one is hidden. */
export class HiddenGroups {
  private readonly places = new Map<string, Group>()
  private readonly pools = new Map<Group, Pool>()
  private readonly inside = new Map<string, ReadonlySet<string>>()
  constructor(pools: ReadonlyMap<string, Pool>) {
    for (const pool of pools.values())
      for (const group of pool.groups.values()) {
        if (group.places.length > 0) this.pools.set(group, pool)
        for (const { run, relation, row, cell } of group.places)
          this.places.set(`${run} ${relation} ${row} ${cell}`, group)
      }
  }

  at(run: number, relation: string, row: number, cell: number): Group | undefined {
    return this.places.get(`${run} ${relation} ${row} ${cell}`)
  }

  poolOf = (group: Group): Pool | undefined => this.pools.get(group)

  /** Whether a cell is hidden whose codes agree with the group's wherever the group has one. */
  within(group: Group): boolean {
    const pool = this.pools.get(group)
    if (pool === undefined) return false
    const dimensions = Object.keys(group.codes).sort()
    const name = [pool.basis, pool.variant, pool.measure, ...dimensions].join('\u0003')
    const known = this.inside.get(name) ?? hiddenWithin(pool, dimensions)
    this.inside.set(name, known)
    return known.has(group.key)
  }
}

function hiddenWithin({ groups }: Pool, dimensions: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { hidden, codes } of groups.values()) {
    if (!hidden.has(mainPart) || dimensions.some((dimension) => codes[dimension] === undefined)) continue
    found.add(keyOf(Object.fromEntries(dimensions.map((dimension) => [dimension, codes[dimension] ?? '']))))
  }
  return found
}
