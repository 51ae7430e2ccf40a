import type { Steps } from '../methods/core/steps'
import type { Relation } from '../methods/disclosure/cell-system'
import type { Coded } from './nesting'
import { type Figure, type Group, mainPart, type Pool, poolName, unknown } from './pool'
import { findSums, type Sum, type Sums } from './sums'

/** A number of one linked system; `group` null: nobody prints it, but it can be worked out (a rest, a common total). */
export interface SystemCell {
  readonly name: string
  readonly group: Group | null
  readonly family: string
  readonly value: number
  /** What a total has beyond its listed parts. */
  readonly rest: boolean
}

/** All numbers of one kind of a pool and every sum among them. */
export interface LinkedTables {
  readonly name: string
  readonly counts: boolean
  readonly cells: readonly SystemCell[]
  readonly relations: readonly Relation[]
  /** Sums along what a person may be asked about: where everybody is in one part, the part says it of each. */
  readonly telling: readonly Relation[]
}

/** Counts of a pool, then these with shares of them, then each sum of values. */
export function* linkedTables(pool: Pool): Steps<readonly LinkedTables[]> {
  const families = new Map<string, Figure['kind']>()
  for (const { figures } of pool.groups.values())
    for (const [family, { kind }] of figures) families.set(family, kind)
  const named = [...families].sort(([a], [b]) => (a < b ? -1 : 1))
  const parts = new Map<string, LinkedTables>()
  const persons = yield* findSums(codedOf(pool, 'count'), pool.kinds)
  for (const [at, [family]] of named.entries()) {
    parts.set(family, yield* familyTables(pool, family, families.get(family) === 'count', persons))
    yield at / named.length
  }
  const count = parts.get('count')
  const own = count === undefined ? [] : [count]
  // Each share with those who have it and those who have not: two shares have nothing to do with each other.
  const shares = named.flatMap(([family]) => {
    const [has, not] = [parts.get(family), parts.get(family.replace(/^has /, 'not '))]
    return family.startsWith('has ') && has !== undefined && not !== undefined
      ? [joined([...own, has, not])]
      : []
  })
  const sums = named.flatMap(([family, kind]) => (kind === 'sum' ? (parts.get(family) ?? []) : []))
  return [...own, ...shares, ...sums].filter(({ cells }) => cells.length > 0)
}

const codedOf = ({ groups }: Pool, family: string): readonly Coded[] =>
  [...groups.values()]
    .filter(({ figures }) => figures.has(family))
    .map(({ codes, key, figures }) => ({ codes, key, value: figures.get(family)?.value ?? unknown }))

/**
 * Who has a quality adds up wherever the persons do. A share of persons with weights gives their number only about, so
 * what such numbers leave open is no group of its own: not more than the persons leave open.
 */
function asPersons({ cells, sums }: Sums, persons: Sums): Sums {
  const at = new Map(cells.map(({ key }, cell) => [key, cell]))
  const nameOf = (own: Sums['cells'], { total, parts, along }: Sum) =>
    [own[total]?.key, along.join(), ...parts.map((part) => own[part]?.key ?? '').sort()].join('\u0003')
  const mine = new Map(sums.map((sum) => [nameOf(cells, sum), sum]))
  for (const sum of persons.sums) {
    const name = nameOf(persons.cells, sum)
    const [total, ...parts] = [sum.total, ...sum.parts].map((cell) => at.get(persons.cells[cell]?.key ?? ''))
    const known = parts.flatMap((part) => part ?? [])
    if (total === undefined || known.length < parts.length) continue
    const rest = Math.min(mine.get(name)?.rest ?? 0, sum.rest)
    mine.set(name, { total, parts: known, along: sum.along, rest })
  }
  return { cells, sums: [...mine.values()] }
}

function* familyTables(pool: Pool, family: string, counts: boolean, persons: Sums): Steps<LinkedTables> {
  const found = family === 'count' ? persons : yield* findSums(codedOf(pool, family), pool.kinds)
  const { cells: coded, sums } = /^(has|not) /.test(family) ? asPersons(found, persons) : found
  const cells = coded.map(({ key, value }): SystemCell => {
    const group = pool.groups.get(key)
    const own = group?.figures.has(family) === true ? group : null
    return { name: `${family}\u0004${key}`, group: own, family, value, rest: false }
  })
  const relations: Relation[] = []
  const telling: Relation[] = []
  for (const { total, parts, rest, along } of sums) {
    const relation = { total, parts: rest > 0 ? [...parts, cells.length] : parts }
    if (rest > 0)
      cells.push({
        name: `rest ${cells[total]?.name} ${along.join()}`,
        group: null,
        family,
        value: rest,
        rest: true,
      })
    relations.push(relation)
    const [one] = along
    if (
      family === 'count' &&
      along.length === 1 &&
      pool.kinds.get(one ?? '') === 'quality' &&
      parts.length > 1
    )
      telling.push(relation)
  }
  return {
    name: poolName(pool.basis, pool.variant, `${pool.measure} ${family}`),
    counts,
    cells,
    relations,
    telling,
  }
}

/** Tables of one pool as one system, with those who have a quality and those who have not adding up to all. */
function joined(tables: readonly LinkedTables[]): LinkedTables {
  const cells: SystemCell[] = []
  const relations: Relation[] = []
  const telling: Relation[] = []
  for (const table of tables) {
    const start = cells.length
    const moved = ({ total, parts }: Relation) => ({
      total: total + start,
      parts: parts.map((part) => part + start),
    })
    cells.push(...table.cells)
    relations.push(...table.relations.map(moved))
    telling.push(...table.telling.map(moved))
  }
  const at = new Map(cells.map(({ name }, cell) => [name, cell]))
  for (const [has, { family, group }] of cells.entries()) {
    if (group === null || !family.startsWith('has ')) continue
    const total = at.get(`count\u0004${group.key}`)
    const not = at.get(`not ${family.slice('has '.length)}\u0004${group.key}`)
    if (total === undefined || not === undefined) continue
    const relation = { total, parts: [has, not] }
    const [whole, sum] = [cells[total]?.value ?? unknown, (cells[has]?.value ?? 0) + (cells[not]?.value ?? 0)]
    // A number filled in from elsewhere may not fit the share; what does not add up proves nothing.
    if (whole !== sum && !Number.isNaN(whole) && !Number.isNaN(sum)) continue
    relations.push(relation)
    telling.push(relation)
  }
  return { name: tables.map(({ name }) => name).join('+'), counts: true, cells, relations, telling }
}

export const partOf = ({ group, family }: SystemCell): string => group?.figures.get(family)?.part ?? mainPart
