import { isHiddenStatus } from '../../analyses/model/disclosure'
import type { RunRecord } from '../../analyses/model/run-record'
import type { Cell, Row } from '../../analyses/model/table'
import { withheldColumn } from '../../analyses/protection'
import type { Difference, Verification } from './verification'

interface Compared {
  readonly pairs: readonly Difference[]
  /** Cells the record keeps back. */
  readonly hidden: number
}

/**
 * Compares a protected record with a new run of the same inputs. What is kept back is not compared, because the record
 * says only that it is there: hidden cells, rows and tables that do not leave, findings left out. Everything else must
 * be the same double; rounded counts may be off by less than the base they were rounded to.
 */
export function compareProtected(recorded: RunRecord, now: RunRecord): Verification {
  const base = recorded.disclosure?.rules.base ?? null
  const parts = [
    ...Object.entries(recorded.tables).map(([table, rows]) =>
      tablePairs(table, rows, now.tables[table] ?? []),
    ),
    findingPairs(recorded, now),
  ]
  const pairs = parts.flatMap((part) => part.pairs)
  const differences = pairs.filter((pair) => !same(pair, base))
  return {
    same: differences.length === 0,
    cells: pairs.length,
    numbers: pairs.filter(({ recorded: value }) => typeof value === 'number').length,
    hidden: parts.reduce((sum, part) => sum + part.hidden, 0),
    differences,
  }
}

function same({ recorded, now }: Difference, base: number | null): boolean {
  if (Object.is(recorded, now)) return true
  return (
    base !== null &&
    typeof recorded === 'number' &&
    typeof now === 'number' &&
    recorded % base === 0 &&
    Math.abs(recorded - now) < base
  )
}

function tablePairs(table: string, recorded: readonly Row[], now: readonly Row[]): Compared {
  const pairs: Difference[] = []
  let hidden = 0
  const partners = partnersOf(recorded, now)
  recorded.forEach((row, index) => {
    const other = partners[index]
    const kept = row[withheldColumn] === true || Object.values(row).some(isHiddenStatus)
    for (const name of new Set([...Object.keys(row), ...Object.keys(other ?? {})])) {
      const value = row[name]
      if (kept && (value === null || value === undefined || isHiddenStatus(value))) hidden += 1
      else if (!isAdded(name, value, other))
        pairs.push({ place: `tables.${table}[${index}].${name}`, recorded: value, now: other?.[name] })
    }
  })
  return { pairs, hidden }
}

/**
 * The row of the new run that each recorded row is: one with its codes, of several the one with most of its numbers.
 * Rows may stand in another order, because an order tells hidden values. A row that matches none is compared with one
 * that is left over, so that the difference has a number.
 */
function partnersOf(recorded: readonly Row[], now: readonly Row[]): readonly (Row | undefined)[] {
  const left = new Set(now)
  const codes = Object.keys(recorded[0] ?? {}).filter(
    (name) => !isStatus(name) && recorded.every((row) => typeof row[name] === 'string'),
  )
  const named = (row: Row) => JSON.stringify(codes.map((name) => row[name]))
  const byName = new Map<string, Row[]>()
  for (const row of now) {
    const group = byName.get(named(row))
    if (group === undefined) byName.set(named(row), [row])
    else group.push(row)
  }
  const partners = recorded.map((row) => {
    const partner = nearest(row, byName.get(named(row)) ?? [], left)
    if (partner !== undefined) left.delete(partner)
    return partner
  })
  return partners.map((partner, index) => {
    if (partner !== undefined) return partner
    const place = now[index]
    const [other] = place !== undefined && left.has(place) ? [place] : left
    if (other !== undefined) left.delete(other)
    return other
  })
}

function nearest(row: Row, candidates: readonly Row[], left: ReadonlySet<Row>): Row | undefined {
  const numbers = Object.entries(row).filter(([, value]) => typeof value === 'number')
  let best: { readonly candidate: Row; readonly alike: number } | undefined
  for (const candidate of candidates) {
    if (!left.has(candidate) || !agrees(row, candidate)) continue
    const alike = numbers.filter(([name, value]) => Object.is(candidate[name], value)).length
    if (alike === numbers.length) return candidate
    if (best === undefined || alike > best.alike) best = { candidate, alike }
  }
  return best?.candidate
}

/** Columns of reasons that only one of the two has, empty in this row: protection adds them, a new run knows none. */
const isAdded = (name: string, value: Cell | undefined, other: Row | undefined): boolean =>
  name === withheldColumn ||
  (isStatus(name) && (value ?? null) === null && (other?.[name] === undefined || value === undefined))

const isStatus = (name: string): boolean => name === 'status' || name.endsWith('_status')

/** Rows are told apart by their codes; a status may have been replaced by the reason of hiding. */
const agrees = (row: Row, candidate: Row): boolean =>
  Object.entries(row).every(
    ([name, value]) => typeof value !== 'string' || isStatus(name) || candidate[name] === value,
  )

/** Findings that were left out are not in the record; the others stand in their order. */
function findingPairs(recorded: RunRecord, now: RunRecord): Compared {
  const pairs: Difference[] = []
  let next = 0
  recorded.findings.forEach((finding, index) => {
    const sameId = (at: number) => now.findings[at]?.id === finding.id
    const exact = now.findings.findIndex(
      ({ values }, at) => at >= next && sameId(at) && agrees(finding.values, values),
    )
    const at = exact < 0 ? next : exact
    next = at + 1
    const other = now.findings[at]
    pairs.push({ place: `findings[${index}].id`, recorded: finding.id, now: other?.id })
    for (const [name, value] of Object.entries(finding.values))
      pairs.push({ place: `findings[${index}].${name}`, recorded: value, now: other?.values[name] })
  })
  return { pairs, hidden: 0 }
}
