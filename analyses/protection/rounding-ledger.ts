import type { DisclosureRules, LedgerCell, LedgerEntry } from '../model/disclosure'
import { type Fault, fault } from '../model/fault'
import { type Group, type Pool, unknown } from './pool'
import { cellName, countOf, dataOf } from './rounding-cells'

/** Counts are told in one way only: what was exact in one export and rounded in another is exact. */
export function mixedTreatments(
  pools: ReadonlyMap<string, Pool>,
  { treatment }: DisclosureRules,
  ledger: readonly LedgerEntry[],
): readonly Fault[] {
  const data = new Set([...pools.values()].map(({ basis }) => dataOf(basis)))
  const base = treatment.kind === 'round' ? treatment.base : 0
  const other = ledger.find(
    ({ summary: { rules }, cells }) =>
      (rules.treatment === 'round' ? (rules.base ?? 0) : 0) !== base &&
      cells.some((cell) => data.has(dataOf(cell.basis)) && !isSum(cell)),
  )
  if (other === undefined) return []
  const { rules } = other.summary
  const named = { title: other.title, file: other.file, day: other.at.slice(0, 10) }
  const before = rules.treatment === 'round' ? `round:${rules.base ?? 0}` : 'suppress'
  return [fault('disclosure.treatment-mixed', { ...named, before, base: rules.base ?? 0 })]
}

const isSum = ({ measure }: LedgerCell): boolean => /\|sum /.test(measure)

/** Sums stay exact or hidden whatever is rounded, so what earlier exports told of them counts as always. */
export const sumsOfLedger = (ledger: readonly LedgerEntry[]): readonly LedgerEntry[] =>
  ledger.map((entry) => ({ ...entry, cells: entry.cells.filter(isSum) }))

/** Figures of a group that are rounded: how many they are, and how many of them have each quality. */
export function roundedFamilies(group: Group): readonly (readonly [string, number])[] {
  const count = countOf(group)
  const has = [...group.figures].flatMap(([family, { value }]) =>
    family.startsWith('has ') ? [[family, value] as const] : [],
  )
  return Number.isNaN(count) ? has : [['count', count], ...has]
}

/** Cells that were rounded in an earlier export keep it: two roundings of one number could be averaged. */
export function roundedBefore(
  pools: ReadonlyMap<string, Pool>,
  ledger: readonly LedgerEntry[],
): ReadonlyMap<string, number> {
  const told = new Map<string, number>()
  for (const { cells } of ledger)
    for (const cell of cells)
      if (cell.value !== null && !isSum(cell) && !told.has(idOf(cell))) told.set(idOf(cell), cell.value)
  const fixed = new Map<string, number>()
  if (told.size === 0) return fixed
  for (const { basis, variant, measure, groups } of pools.values())
    for (const group of groups.values())
      for (const [family, value] of roundedFamilies(group)) {
        const before = told.get(
          idOf({ basis, variant, measure: `${measure}|${family}`, codes: group.codes, value: null }),
        )
        const name = cellName(basis, family, group.key, value)
        if (before !== undefined && !fixed.has(name)) fixed.set(name, before)
      }
  return fixed
}

const idOf = ({ basis, variant, measure, codes }: LedgerCell): string =>
  JSON.stringify([basis, variant, measure, Object.entries(codes).toSorted(([a], [b]) => (a < b ? -1 : 1))])

/** The ledger of a rounded export holds what was shown: rounded counts, never exact ones. */
export function roundedLedger(
  cells: readonly LedgerCell[],
  pools: ReadonlyMap<string, Pool>,
  rounding: (name: string) => number | undefined,
): readonly LedgerCell[] {
  const counts: LedgerCell[] = []
  for (const { basis, variant, measure, groups } of pools.values())
    for (const { codes, key, figures, places, hidden, ...group } of groups.values()) {
      if (places.length === 0) continue
      for (const [family, value] of roundedFamilies({ codes, key, figures, places, hidden, ...group })) {
        const part = figures.get(family)?.part ?? ''
        const rounded = rounding(cellName(basis, family, key, value)) ?? unknown
        const shown = !hidden.has(part) && !hidden.has('') && !Number.isNaN(rounded)
        counts.push({
          ...{ basis, variant, codes, measure: `${measure}|${family}` },
          value: shown ? rounded : null,
        })
      }
    }
  return [...cells.filter(isSum), ...counts]
    .map((cell) => ({ cell, name: idOf(cell) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ cell }) => cell)
}
