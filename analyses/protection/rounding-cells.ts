import type { Steps } from '../methods/core/steps'
import type { LinkedTable } from '../methods/disclosure/linked-system'
import { type Codes, keyOf, without } from './codes'
import type { Coded } from './nesting'
import { type Group, type Pool, same, unknown } from './pool'
import { findSums } from './sums'
import { linkedTables } from './tables'

/** Cells and sums that are rounded together, by names that are the same in every pool of the same data. */
export interface RoundingTable extends LinkedTable {
  /** Cell -> its name where women and men are called alike. */
  readonly neutral: ReadonlyMap<string, string>
  /** Cell of who has a quality -> cell of all they are among. */
  readonly within: ReadonlyMap<string, string>
}

/** Counts first; then, share by share, who has the quality. */
export interface RoundingTables {
  readonly counts: RoundingTable
  readonly shares: ReadonlyMap<string, RoundingTable>
}

/** Data of the same content count the same persons, whatever is measured on them. */
export const dataOf = (basis: string): string => basis.split(':')[0] ?? basis

/**
 * One number has one name: the same value under the same codes of the same data is the same group, whichever pack or
 * setting says it, and two roundings of it could be averaged.
 */
export const cellName = (basis: string, family: string, key: string, value: number): string =>
  [dataOf(basis), family, key, value].join('\u0003')

/** How many persons or firms are in a group, or behind its sum; NaN where nobody says. */
export const countOf = ({ figures }: Group): number =>
  figures.get('count')?.value ?? figures.get('sum all')?.contributors ?? unknown

/** Every count of a pool, and every sum of such counts that holds. */
export function* roundingTables(pool: Pool): Steps<RoundingTables> {
  const counts = new TableMaker(pool)
  const shares = new Map<string, TableMaker>()
  for (const { counts: counted, cells, relations } of yield* linkedTables(pool)) {
    if (!counted) continue
    const [family] = cells.map((cell) => cell.family).filter((one) => one.startsWith('has '))
    const maker = family === undefined ? counts : new TableMaker(pool)
    if (family !== undefined) shares.set(family, maker)
    const wanted = family ?? 'count'
    const names = cells.map((cell) =>
      cell.family === wanted ? maker.add(wanted, cell.name, cell.value, cell.rest) : null,
    )
    for (const { total, parts } of relations)
      maker.sum(
        names[total] ?? null,
        parts.map((part) => names[part] ?? null),
      )
  }
  yield* addContributors(pool, counts)
  for (const maker of shares.values()) maker.isWithin(counts)
  return {
    counts: counts.table(),
    shares: new Map([...shares].map(([family, maker]) => [family, maker.table()])),
  }
}

/** How many are behind a sum need not add up; where they do, a reader sees it. */
function* addContributors(pool: Pool, maker: TableMaker): Steps<void> {
  const coded = [...pool.groups.values()].flatMap((group): readonly Coded[] => {
    const value = countOf(group)
    return Number.isNaN(value) || group.figures.has('count')
      ? []
      : [{ codes: group.codes, key: group.key, value }]
  })
  if (coded.length === 0) return
  const { cells, sums } = yield* findSums(coded, pool.kinds)
  const names = cells.map(({ key, value }) => maker.add('count', `count\u0004${key}`, value, false))
  for (const { total, parts, rest } of sums)
    if (rest === 0)
      maker.sum(
        names[total] ?? null,
        parts.map((part) => names[part] ?? null),
      )
}

class TableMaker {
  private readonly cells = new Map<string, number>()
  private readonly relations: { readonly total: string; readonly parts: readonly string[] }[] = []
  private readonly neutral = new Map<string, string>()
  private readonly byKey = new Map<string, string>()
  private readonly within = new Map<string, string>()
  private readonly sexes: ReadonlySet<string>
  private readonly codes: ReadonlyMap<string, Codes>
  constructor(private readonly pool: Pool) {
    this.sexes = new Set([...pool.kinds].flatMap(([dimension, kind]) => (kind === 'sex' ? [dimension] : [])))
    this.codes = new Map([...pool.groups.values()].map(({ key, codes }) => [key, codes]))
  }

  /** Null: nobody knows how many they are, so there is nothing to round. */
  add(family: string, own: string, value: number, rest: boolean): string | null {
    if (Number.isNaN(value)) return null
    const [, key = ''] = own.split('\u0004')
    const name = cellName(this.pool.basis, family, rest ? own : key, value)
    this.cells.set(name, value)
    if (!rest) this.byKey.set(key, name)
    const codes = this.codes.get(key)
    const plain = codes === undefined ? '' : keyOf(without(codes, this.sexes))
    this.neutral.set(name, [family, rest ? 'rest' : plain].join('\u0003'))
    return name
  }

  /** Only what adds up: a share of persons with weights gives their number about, and sums of such prove nothing. */
  sum(total: string | null, parts: readonly (string | null)[]): void {
    const known = parts.filter((part) => part !== null)
    if (total === null || known.length < parts.length || known.includes(total)) return
    const whole = known.reduce((sum, part) => sum + (this.cells.get(part) ?? 0), 0)
    if (same(whole, this.cells.get(total) ?? unknown)) this.relations.push({ total, parts: known })
  }

  isWithin(all: TableMaker): void {
    for (const [key, name] of this.byKey) {
      const around = all.byKey.get(key)
      if (around !== undefined) this.within.set(name, around)
    }
  }

  table(): RoundingTable {
    const cells = [...this.cells].map(([key, value]) => ({ key, value }))
    return { cells, relations: this.relations, neutral: this.neutral, within: this.within }
  }
}
