import type { DisclosureRelation } from '../model/pack-disclosure'
import type { RunRecord } from '../model/run-record'
import type { Row } from '../model/table'
import type { AppliedRun, Taken } from './apply'
import type { RunPlan } from './plans'

/** Where a hidden value was found after all. */
export interface Leak {
  readonly where: string
  readonly column: string
}

/** A number with so many digits that it does not come about twice by chance. */
export function isDistinct(value: number): boolean {
  const digits = String(Math.abs(value))
    .replace(/e.*$/, '')
    .replace('.', '')
    .replace(/^0+/, '')
    .replace(/0+$/, '')
  return digits.length >= 7
}

/**
 * The last look at a record before it leaves: no number taken out of it may stand anywhere in it. Numbers of few digits
 * come about by chance, so only those are looked for that do not, and a number that other rows show rightly is no leak.
 */
export function leaksOf(plan: RunPlan, applied: AppliedRun, record: RunRecord): readonly Leak[] {
  const decided = decidedNumbers(plan, record)
  const taken = new Map<number, Taken[]>()
  for (const one of applied.taken)
    if (isDistinct(one.value) && (decided.decides(one.relation) || !decided.numbers.has(one.value)))
      taken.set(one.value, [...(taken.get(one.value) ?? []), one])
  if (taken.size === 0) return []
  const leaks: Leak[] = []
  for (const [name, rows] of Object.entries(record.tables))
    for (const row of rows)
      for (const [column, cell] of Object.entries(row)) {
        const hidden = typeof cell === 'number' ? taken.get(cell) : undefined
        if (hidden !== undefined && !isOther(plan, { relation: name, row, column }, hidden))
          leaks.push({ where: name, column })
        else if (typeof cell === 'string' && spells(cell, taken)) leaks.push({ where: name, column })
      }
  // A sentence may quote a number that is rightly shown somewhere, though it is also that of a hidden cell.
  for (const rows of Object.values(record.tables))
    for (const row of rows)
      for (const cell of Object.values(row))
        if (typeof cell === 'number') for (const one of [cell, -cell]) taken.delete(one)
  for (const { id, values, text } of record.findings) {
    for (const [column, cell] of Object.entries(values))
      if (typeof cell === 'number' && (taken.has(cell) || taken.has(-cell))) leaks.push({ where: id, column })
    if (spells(text, taken)) leaks.push({ where: id, column: 'text' })
  }
  return leaks
}

/**
 * What a table of declared cells shows was decided there; rows behind a picture and rows that only follow others hide
 * more than they must.
 */
function decidedNumbers({ relations, run: { pack } }: RunPlan, record: RunRecord) {
  const decides = (relation: string): boolean =>
    relations.get(relation)?.kind === 'cells' && pack.manifest.tables[relation] !== undefined
  const numbers = new Set<number>()
  for (const [name, rows] of Object.entries(record.tables))
    if (decides(name))
      for (const row of rows)
        for (const cell of Object.values(row)) if (typeof cell === 'number') numbers.add(cell)
  return { decides, numbers }
}

interface Found {
  readonly relation: string
  readonly row: Row
  readonly column: string
}

/**
 * Declared cells answer for themselves: the same number of another group, or another share of the same group, is
 * another number.
 */
function isOther(plan: RunPlan, { relation, row, column }: Found, hidden: readonly Taken[]): boolean {
  const { tables } = plan.run.record
  return hidden.every((one) => {
    const source = tables[one.relation]?.[one.row] ?? {}
    const other = Object.entries(source).some(([name, cell]) => {
      const own = row[name]
      return typeof cell === 'string' && typeof own === 'string' && !name.endsWith('status') && cell !== own
    })
    if (other) return true
    const [here, there] = [cellsOf(plan, relation), cellsOf(plan, one.relation)]
    if (here === null || there === null) return false
    return namesOf(here) !== namesOf(there) || (one.column !== column && isShare(here, column))
  })
}

function cellsOf({ relations }: RunPlan, relation: string): DisclosureRelation | null {
  const plan = relations.get(relation)
  return plan?.kind === 'cells' ? plan.rule : null
}

/** What names a group in a relation; two that are named by other things are two groups. */
const namesOf = ({ keys, long, cells }: DisclosureRelation): string =>
  [...keys, ...(long === undefined ? [] : ['*']), ...cells.flatMap(({ at }) => Object.keys(at))]
    .filter((name) => name !== long?.dimension && name !== long?.category)
    .sort()
    .filter((name, at, all) => name !== all[at - 1])
    .join()

const isShare = ({ cells }: DisclosureRelation, column: string): boolean =>
  cells.some(({ shares }) => Object.hasOwn(shares, column))

/** Numbers written out in full inside a text. */
function spells(text: string, taken: ReadonlyMap<number, unknown>): boolean {
  for (const [found] of text.matchAll(/\d+\.\d{6,}/g)) if (taken.has(Number(found))) return true
  return false
}
