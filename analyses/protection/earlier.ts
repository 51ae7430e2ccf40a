import type { Level } from '../methods/disclosure/levels'
import type { DisclosureRules, LedgerCell, LedgerEntry } from '../model/disclosure'
import { keyOf } from './codes'
import { type Group, mainPart, newGroup, type Pool, poolName, same, unknown } from './pool'
import { hide } from './sensitive'
import { hideTwins } from './twins'

/**
 * Cells of earlier exports join the pools of the same data: numbers that are out are known to every reader, hidden ones
 * stay unknown. Exports of other data say nothing here.
 */
export function joinLedger(pools: Map<string, Pool>, ledger: readonly LedgerEntry[]): void {
  const bases = new Set([...pools.values()].map(({ basis }) => basis))
  for (const { cells } of ledger) for (const cell of cells) if (bases.has(cell.basis)) join(pools, cell)
}

function join(pools: Map<string, Pool>, { basis, variant, codes, measure: name, value }: LedgerCell): void {
  const [measure = '', family = 'count'] = name.split('|')
  const id = poolName(basis, variant, measure)
  const pool = pools.get(id) ?? { basis, variant, measure, kinds: new Map(), groups: new Map() }
  pools.set(id, pool)
  for (const twin of pools.values())
    if (twin.basis === basis)
      for (const [dimension, kind] of twin.kinds)
        if (codes[dimension] !== undefined) pool.kinds.set(dimension, kind)
  for (const dimension of Object.keys(codes))
    if (!pool.kinds.has(dimension)) pool.kinds.set(dimension, 'quality')
  const key = keyOf(codes)
  const group = pool.groups.get(key) ?? newGroup(codes, key)
  pool.groups.set(key, group)
  const figure = group.figures.get(family)
  if (figure === undefined)
    group.figures.set(family, {
      ...{ part: partOfFamily(family), kind: family.startsWith('sum ') ? 'sum' : 'count' },
      ...{ value: value ?? unknown, contributors: unknown, largest: unknown, second: unknown },
    })
  else if (value !== null && !same(figure.value, value) && !Number.isNaN(figure.value)) return
  else if (value !== null && Number.isNaN(figure.value)) group.figures.set(family, { ...figure, value })
  if (value !== null) group.out.add(family)
}

const partOfFamily = (family: string): string => {
  const [kind, ...rest] = family.split(' ')
  return kind === 'has' || kind === 'not' ? rest.join(' ') : mainPart
}

/** What the ledger keeps of this export: each number that leaves, and each that does not. */
export function ledgerCells(pools: ReadonlyMap<string, Pool>): readonly LedgerCell[] {
  const cells: LedgerCell[] = []
  for (const { basis, variant, measure, groups } of pools.values())
    for (const { codes, figures, places, hidden } of groups.values()) {
      if (places.length === 0) continue
      for (const [family, { part, value }] of figures) {
        const shown = !hidden.has(part) && !Number.isNaN(value)
        cells.push({ basis, variant, codes, measure: `${measure}|${family}`, value: shown ? value : null })
      }
    }
  const name = (cell: LedgerCell) => `${cell.basis} ${cell.variant} ${cell.measure} ${keyOf(cell.codes)}`
  return cells
    .map((cell) => ({ cell, name: name(cell) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ cell }) => cell)
}

/** Pools of the same data under other settings, in an order that does not depend on the order of runs. */
function variantsOf(pools: ReadonlyMap<string, Pool>): readonly (readonly Pool[])[] {
  const kin = new Map<string, Pool[]>()
  for (const [, pool] of [...pools].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const name = `${pool.basis}\u0003${pool.measure}`
    kin.set(name, [...(kin.get(name) ?? []), pool])
  }
  return [...kin.values()].filter(({ length }) => length > 1)
}

/**
 * Results under two settings that differ by a few persons give those away by subtraction: one of the two is hidden, and
 * must stay so uncertain that the difference is.
 */
export function hideDifferences(
  pools: ReadonlyMap<string, Pool>,
  rules: DisclosureRules,
): ReadonlyMap<Group, ReadonlyMap<string, Level>> {
  const found = new Map<Group, Map<string, Level>>()
  for (const kin of variantsOf(pools))
    for (const [at, one] of kin.entries())
      for (const other of kin.slice(at + 1))
        for (const [key, group] of one.groups) {
          const twin = other.groups.get(key)
          if (twin !== undefined) compare(group, twin, rules, found)
        }
  return found
}

function compare(
  one: Group,
  other: Group,
  rules: DisclosureRules,
  found: Map<Group, Map<string, Level>>,
): void {
  for (const [family, { kind, part, value }] of one.figures) {
    const twin = other.figures.get(family)
    const difference = Math.abs(value - (twin?.value ?? unknown))
    if (kind !== 'count' || !(difference > 0 && difference < rules.minimum)) continue
    if (one.hidden.has(part) || other.hidden.has(part)) continue
    if (one.out.has(family) && other.out.has(family)) continue
    const goes = other.out.has(family) || other.places.length === 0 ? one : other
    if (goes.places.length === 0) continue
    const stays = goes === one ? other : one
    hide(goes, part, stays.out.has(family) ? 'hidden-earlier' : 'hidden-complementary')
    const levels = found.get(goes) ?? new Map<string, Level>()
    found.set(goes, levels)
    levels.set(family, { width: rules.minimum, above: 0 })
  }
}

/** A number that is the same under other settings is the same number: hidden in one place, hidden in all. */
export function hideAlike(pools: ReadonlyMap<string, Pool>): boolean {
  let changed = false
  for (const pool of pools.values()) changed = hideTwins(pool) || changed
  for (const kin of variantsOf(pools))
    for (const one of kin)
      for (const other of kin) {
        if (one === other) continue
        for (const [key, group] of one.groups) {
          const twin = other.groups.get(key)
          if (twin === undefined || twin.places.length === 0) continue
          for (const [part, reason] of group.hidden)
            if (!twin.hidden.has(part) && alike(group, twin, part))
              changed = hide(twin, part, reason) || changed
        }
      }
  return changed
}

const alike = (one: Group, other: Group, part: string): boolean =>
  [...one.figures].some(
    ([family, figure]) =>
      figure.part === part &&
      figure.value > 0 &&
      same(figure.value, other.figures.get(family)?.value ?? unknown),
  )
