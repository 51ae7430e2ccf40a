import type { ProgramSolver } from '../../../analyses/methods/core/optimise/program'
import { finish } from '../../../analyses/methods/core/steps'
import { cellSystem } from '../../../analyses/methods/disclosure/cell-system'
import { insidersOf, type Level } from '../../../analyses/methods/disclosure/levels'
import { linkedSystem } from '../../../analyses/methods/disclosure/linked-system'
import { type Suppression, suppression } from '../../../analyses/methods/disclosure/suppression'
import {
  allCode,
  codesOf,
  groupsOf,
  product,
  publishedCells,
  type RandomCell,
  type RandomTable,
} from './random-tables'

export interface ProtectedTable {
  readonly cells: readonly RandomCell[]
  readonly sensitive: ReadonlyMap<string, Level>
  readonly hidden: ReadonlySet<string>
  readonly open: ReadonlySet<string>
  readonly result: Suppression
  readonly insiders: readonly string[]
  /** Cells hidden as company. */
  readonly added: readonly RandomCell[]
}

/** What hiding a cell costs here. */
export const costOfCell = ({ count, value }: RandomCell): number => 1 + count + value / 10

const threshold = 4
const percent = 15
const protection = 10

/** The rules, written down once more: 1..3 of a count; p% = 15 of a sum; the range at least a tenth of the value. */
export function sensitiveCells(table: RandomTable, cells: readonly RandomCell[]): ReadonlyMap<string, Level> {
  const found = new Map<string, Level>()
  for (const { key, value, count, largest } of cells) {
    if (table.counts) {
      if (count > 0 && count < threshold)
        found.set(key, { width: Math.max(1, (value * protection) / 100), above: 0 })
      continue
    }
    const [first = 0, second = 0] = largest
    const above = (percent / 100) * first - (value - first - second)
    if (count > 0 && above > 1e-9 * value) found.set(key, { width: (value * protection) / 100, above })
  }
  return found
}

/** Protects a random table by the product, as `cellSystem` or, for two tables, as `linkedSystem`. */
export function protect(table: RandomTable, solver: ProgramSolver | null, inside: boolean): ProtectedTable {
  const cells = publishedCells(table)
  const sensitive = sensitiveCells(table, cells)
  const first = cells.filter(({ key }, at) => cells.findIndex((one) => one.key === key) === at)
  const linked = table.shown.length > 1
  const system = linked ? linkedOf(table, cells) : null
  const dimensions = table.dimensions.map((dimension, axis) => ({
    name: `d${axis}`,
    groups: groupsOf(dimension),
  }))
  const built = linked
    ? null
    : cellSystem(
        dimensions,
        first.map(({ codes, value }) => ({ codes, value })),
      )
  const keys = system?.keys ?? built?.cells.map(({ codes }) => codes.join(' ')) ?? []
  const numberOf = new Map(keys.map((key, cell) => [key, cell]))
  const counts = new Map(first.map(({ key, count }) => [key, count]))
  const cellOf = new Map(first.map((cell) => [cell.key, cell]))
  const used = system ?? built
  if (used === null) throw new Error('no system')
  const insiders = inside ? insidersOf(keys.map((key) => counts.get(key) ?? 0)) : []
  const result = finish(
    suppression(
      {
        system: used,
        primary: new Map([...sensitive].map(([key, level]) => [numberOf.get(key) ?? -1, level])),
        missing: used.missing,
        cost: Float64Array.from(keys, (key) => {
          const cell = cellOf.get(key)
          return cell === undefined ? 1 : costOfCell(cell)
        }),
        published: new Set(),
        addSecondary: true,
        // Nobody reads the product's own ranges here: the attacker works out his.
        exactRanges: false,
        whole: table.counts,
        insiders: new Set(insiders),
        ...(built === null ? {} : { codes: built.cells.map(({ codes }) => codes) }),
      },
      { solver },
    ),
  )
  return {
    cells,
    sensitive,
    hidden: new Set([...sensitive.keys(), ...result.secondary.map((cell) => keys[cell] ?? '')]),
    open: new Set(result.open.map((cell) => keys[cell] ?? '')),
    result,
    added: result.secondary.flatMap((cell) => cellOf.get(keys[cell] ?? '') ?? []),
    insiders: insiders.map((cell) => keys[cell] ?? ''),
  }
}

/** Two tables by key, with the sums of each. */
function linkedOf(table: RandomTable, cells: readonly RandomCell[]) {
  return linkedSystem(
    table.shown.map((axes, at) => ({
      cells: cells.filter((cell) => cell.table === at).map(({ key, value }) => ({ key, value })),
      relations: axes.flatMap((axis) => {
        const others = axes.filter((one) => one !== axis)
        const options = others.map((one) => codesOf(table.dimensions[one] ?? { leaves: 0, groups: null }))
        const keyOf = (code: string, rest: readonly { readonly code: string }[]) =>
          table.dimensions
            .map((_, one) => (one === axis ? code : (rest[others.indexOf(one)]?.code ?? allCode)))
            .join(' ')
        return product(options).flatMap((rest) =>
          groupsOf(table.dimensions[axis] ?? { leaves: 0, groups: null }).map(({ parent, children }) => ({
            total: keyOf(parent, rest),
            parts: children.map((child) => keyOf(child, rest)),
          })),
        )
      }),
    })),
  )
}
