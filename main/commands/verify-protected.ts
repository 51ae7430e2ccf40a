import { isHiddenStatus } from '../../analyses/model/disclosure'
import type { RunRecord } from '../../analyses/model/run-record'
import type { Cell, Row } from '../../analyses/model/table'
import { withheldColumn } from '../../analyses/protection'
import type { Difference, Verification } from './verification'

interface Compared {
  readonly pairs: readonly Pair[]
  /** Cells the record keeps back. */
  readonly hidden: number
}

/**
 * Compares a protected record with a new run of the same inputs. What is kept back is not compared, because the record
 * says only that it is there: hidden cells, rows and tables that do not leave, findings left out. Everything else must
 * be the same double. In a record with rounded counts a multiple of the base may be off by the reach of the rounding; a
 * number worked out of rounded counts, or shown in steps, by what that reach makes of it.
 */
export function compareProtected(recorded: RunRecord, now: RunRecord): Verification {
  const { rounding, rules } = recorded.disclosure ?? {}
  const rounded: Rounded | null =
    rounding === undefined ? null : { base: rules?.base ?? 1, reach: rounding.reach }
  const parts = [
    ...Object.entries(recorded.tables).map(([table, rows]) =>
      tablePairs(table, rows, now.tables[table] ?? [], rounded),
    ),
    findingPairs(recorded, now),
  ]
  const all = parts.flatMap((part) => part.pairs)
  // What follows from rounded counts that the row does not hold cannot be compared, as little as what is hidden.
  const pairs = rounded === null ? all : all.filter((pair) => !isLoose(pair, rounded))
  const differences = pairs.filter((pair) => !same(pair, rounded))
  return {
    same: differences.length === 0,
    cells: pairs.length,
    numbers: pairs.filter(({ recorded: value }) => typeof value === 'number').length,
    hidden: parts.reduce((sum, part) => sum + part.hidden, 0) + all.length - pairs.length,
    differences: differences.map(({ place, recorded: was, now: is }) => ({ place, recorded: was, now: is })),
  }
}

interface Rounded {
  readonly base: number
  readonly reach: number
}

interface Pair extends Difference {
  /** The smallest rounded count of the row: how far off what follows from it may be. Null: nobody can say. */
  readonly persons: number | null
}

function same({ recorded, now, persons }: Pair, rounded: Rounded | null): boolean {
  if (Object.is(recorded, now)) return true
  if (rounded === null || typeof recorded !== 'number' || typeof now !== 'number') return false
  const { base, reach } = rounded
  if (recorded % base === 0 && Math.abs(recorded - now) <= reach) return true
  if (persons === null) return false
  // Both ends of a share may be off, and so may both shares of a difference.
  const off = Math.min(1, (4 * reach) / Math.max(base, persons))
  return Math.abs(recorded - now) <= off * Math.max(1, Math.abs(recorded), Math.abs(now))
}

const isLoose = (pair: Pair, rounded: Rounded): boolean =>
  pair.persons === null &&
  typeof pair.recorded === 'number' &&
  typeof pair.now === 'number' &&
  !Number.isInteger(pair.now) &&
  !same(pair, rounded)

/** The smallest count of the row, of those that rounding has moved if there are any; null: the row says none. */
function personsIn(recorded: Row, now: Row | undefined, { base, reach }: Rounded): number | null {
  const counts = Object.entries(recorded).flatMap(([name, value]) => {
    const exact = now?.[name]
    if (typeof value !== 'number' || value % base !== 0 || typeof exact !== 'number' || value === 0) return []
    return Math.abs(value - exact) <= reach ? [{ value, moved: value !== exact }] : []
  })
  const moved = counts.filter((count) => count.moved)
  const told = (moved.length === 0 ? counts : moved).map(({ value }) => value)
  return told.length === 0 ? null : Math.min(...told)
}

/** Women, men and both of one place: a row of one may hold shares and differences of the others. */
const placeOf = (row: Row): string =>
  JSON.stringify(
    Object.entries(row).filter(
      ([name, value]) => typeof value === 'string' && name !== 'sex' && !isStatus(name),
    ),
  )

function fewestPersons(
  recorded: readonly Row[],
  partners: readonly (Row | undefined)[],
  rounded: Rounded | null,
): ReadonlyMap<string, number> {
  const fewest = new Map<string, number>()
  if (rounded === null) return fewest
  recorded.forEach((row, at) => {
    const persons = personsIn(row, partners[at], rounded)
    const before = fewest.get(placeOf(row)) ?? Number.POSITIVE_INFINITY
    if (persons !== null) fewest.set(placeOf(row), Math.min(before, persons))
  })
  return fewest
}

function tablePairs(
  table: string,
  recorded: readonly Row[],
  now: readonly Row[],
  rounded: Rounded | null,
): Compared {
  const pairs: Pair[] = []
  let hidden = 0
  const partners = partnersOf(recorded, now)
  const fewest = fewestPersons(recorded, partners, rounded)
  recorded.forEach((row, index) => {
    const other = partners[index]
    const kept = row[withheldColumn] === true || Object.values(row).some(isHiddenStatus)
    const persons = fewest.get(placeOf(row)) ?? null
    for (const name of new Set([...Object.keys(row), ...Object.keys(other ?? {})])) {
      const value = row[name]
      if (kept && (value === null || value === undefined || isHiddenStatus(value))) hidden += 1
      else if (!isAdded(name, value, other))
        pairs.push({
          place: `tables.${table}[${index}].${name}`,
          recorded: value,
          now: other?.[name],
          persons,
        })
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
  const pairs: Pair[] = []
  let next = 0
  recorded.findings.forEach((finding, index) => {
    const sameId = (at: number) => now.findings[at]?.id === finding.id
    const exact = now.findings.findIndex(
      ({ values }, at) => at >= next && sameId(at) && agrees(finding.values, values),
    )
    const at = exact < 0 ? next : exact
    next = at + 1
    const other = now.findings[at]
    pairs.push({ place: `findings[${index}].id`, recorded: finding.id, now: other?.id, persons: null })
    for (const [name, value] of Object.entries(finding.values))
      pairs.push({
        place: `findings[${index}].${name}`,
        recorded: value,
        now: other?.values[name],
        persons: null,
      })
  })
  return { pairs, hidden: 0 }
}
