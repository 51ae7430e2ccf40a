import { refuseMethod } from '../core/refusal'
import type { StructureRow } from './index-data'

export interface IndexNode extends StructureRow {
  readonly weight: number
  /** 1 for an indicator, for a node the largest level of its members plus 1, unless the structure says it. */
  readonly level: number
  /** Places of its members in `nodes`; none for an indicator. */
  readonly members: readonly number[]
  /** Place of the parent in `nodes`, -1 for the top. */
  readonly above: number
}

export interface IndexTree {
  readonly nodes: readonly IndexNode[]
  /** Places of the indicators, in the order of the structure. */
  readonly indicators: readonly number[]
  /** Places of the aggregates, every one behind its members. */
  readonly aggregates: readonly number[]
  readonly top: number
  /** Rows of the structure that belong to nothing. */
  readonly leftOut: readonly string[]
}

/** The name of the top when the structure does not give one. */
const topName = 'Index'

/**
 * The structure as a tree. A parent that has no row of its own counts as a node with weight 1; several nodes without
 * a parent get one top above them. A row without parent and without members describes a column (a denominator, a
 * group) and is left out, unless no row has a parent: then all rows are indicators of one index.
 * Refuses `composite.structure-twice`, `composite.circle`, `composite.weight-negative`, `composite.structure-empty`.
 */
export function indexTree(structure: readonly StructureRow[]): IndexTree {
  const rows = completeRows(structure)
  const places = new Map(rows.map(({ code }, place) => [code, place]))
  const members = rows.map((): number[] => [])
  rows.forEach(({ parent }, place) => {
    if (parent !== null) members[places.get(parent) ?? -1]?.push(place)
  })
  const order = bottomUp(rows, members)
  const levels: number[] = rows.map(() => 1)
  for (const place of order) {
    const below = (members[place] ?? []).map((member) => levels[member] ?? 1)
    levels[place] = rows[place]?.level ?? Math.max(0, ...below) + 1
  }
  const nodes = rows.map((row, place): IndexNode => {
    const weight = row.weight ?? 1
    if (!(weight >= 0)) refuseMethod('composite.weight-negative', { indicator: row.code })
    return {
      ...row,
      weight,
      level: levels[place] ?? 1,
      members: members[place] ?? [],
      above: row.parent === null ? -1 : (places.get(row.parent) ?? -1),
    }
  })
  const kept = new Set(nodes.map(({ code }) => code))
  return {
    nodes,
    indicators: order.filter((place) => members[place]?.length === 0).sort((a, b) => a - b),
    aggregates: order.filter((place) => members[place]?.length !== 0),
    top: nodes.findIndex(({ above }) => above === -1),
    leftOut: structure.map(({ code }) => code).filter((code) => !kept.has(code)),
  }
}

/** Rows that belong to the index, with implied nodes and exactly one top. */
function completeRows(structure: readonly StructureRow[]): readonly StructureRow[] {
  const codes = new Set<string>()
  for (const { code } of structure) {
    if (codes.has(code)) refuseMethod('composite.structure-twice', { indicator: code })
    codes.add(code)
  }
  const parents = new Set(structure.flatMap(({ parent }) => parent ?? []))
  const belonging =
    parents.size === 0
      ? structure
      : structure.filter(({ code, parent }) => parent !== null || parents.has(code))
  if (belonging.length === 0) return refuseMethod('composite.structure-empty')
  const implied = [...parents].filter((code) => !codes.has(code)).map(bareNode)
  const all = [...belonging, ...implied]
  const tops = all.filter(({ parent }) => parent === null)
  if (tops.length === 0) return refuseMethod('composite.circle', { indicator: all[0]?.code ?? '' })
  const [only] = tops
  if (tops.length === 1 && only !== undefined && parents.has(only.code)) return all
  const top = all.some(({ code }) => code === topName) ? `${topName}_2` : topName
  return [...all.map((row) => (row.parent === null ? { ...row, parent: top } : row)), bareNode(top)]
}

const bareNode = (code: string): StructureRow => ({
  code,
  parent: null,
  level: null,
  weight: 1,
  direction: 1,
  target: null,
  goalLow: null,
  goalHigh: null,
  denominator: null,
  group: null,
})

/** Members before their parents; what cannot be put in order lies on a circle. */
function bottomUp(rows: readonly StructureRow[], members: readonly (readonly number[])[]): readonly number[] {
  const order: number[] = []
  const placed = new Set<number>()
  for (let before = -1; before !== order.length; ) {
    before = order.length
    rows.forEach((_, place) => {
      if (placed.has(place) || !(members[place] ?? []).every((member) => placed.has(member))) return
      placed.add(place)
      order.push(place)
    })
  }
  const lost = rows.find((_, place) => !placed.has(place))
  return lost === undefined ? order : refuseMethod('composite.circle', { indicator: lost.code })
}
