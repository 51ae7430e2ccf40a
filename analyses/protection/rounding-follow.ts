import type { Steps } from '../methods/core/steps'
import type { FollowingRelation } from '../model/pack-disclosure'
import type { Cell, Row } from '../model/table'
import { sexDifference } from './codes'
import type { HiddenColumns } from './hidden-columns'
import { markedRow } from './mark-row'
import { coarse } from './rounding-formulas'
import { textOf } from './row-codes'

/** A row as it was and as it may leave. */
export interface Pair {
  readonly exact: Row
  readonly shown: Row
}

/** What became of a number of a row; null: it does not leave; undefined: it stands in none, or became several things. */
function became(
  value: number,
  pairs: readonly Pair[],
  columns: readonly string[],
): number | null | undefined {
  const found = new Set<number | null>()
  for (const { exact, shown } of pairs)
    for (const name of columns) {
      const [was, is] = [exact[name], shown[name]]
      if (typeof was !== 'number' || Math.abs(was) !== Math.abs(value)) continue
      found.add(typeof is === 'number' ? (was === value ? is : -is) : null)
    }
  const [only] = found
  return found.size === 1 ? only : undefined
}

/**
 * A number under the same name is that number. A broken number does not come about twice by chance, so it is found under
 * any name; a whole one may be a rank or a number of rows.
 */
export function followed(value: number, pairs: readonly Pair[], column: string): number | null | undefined {
  const known = became(value, pairs, [column])
  if (known !== undefined || Number.isInteger(value)) return known
  return became(value, pairs, numbersOf(pairs))
}

const numbersOf = (pairs: readonly Pair[]): readonly string[] => {
  const names = new Set<string>()
  for (const { exact } of pairs)
    for (const [name, cell] of Object.entries(exact)) if (typeof cell === 'number') names.add(name)
  return [...names]
}

/** Pairs that agree with a row wherever both have one of the codes; a difference of women and men agrees with both. */
export function agreeing(row: Row, keys: readonly string[], pairs: readonly Pair[]): readonly Pair[] {
  const named = keys.filter((key) => (row[key] ?? null) !== null)
  return pairs.filter(({ exact }) =>
    named.every((key) => {
      const [own, other] = [textOf(row[key]), textOf(exact[key])]
      const sexes = [own, other]
      return (
        exact[key] === undefined ||
        own === other ||
        (sexes.includes(sexDifference) && sexes.some((sex) => sex === 'F' || sex === 'M'))
      )
    }),
  )
}

/** Pairs by the codes of the keys, so that a long table is not gone through for each row. */
function byKeys(keys: readonly string[], pairs: readonly Pair[]): (row: Row) => readonly Pair[] {
  const sure = keys.filter((key) =>
    pairs.every(({ exact }) => typeof exact[key] === 'string' && exact[key] !== sexDifference),
  )
  const index = new Map<string, Pair[]>()
  const nameOf = (row: Row) => sure.map((key) => textOf(row[key])).join('\u0001')
  for (const pair of pairs) {
    const name = nameOf(pair.exact)
    const own = index.get(name)
    if (own === undefined) index.set(name, [pair])
    else own.push(pair)
  }
  return (row) => {
    const plain = sure.every((key) => typeof row[key] === 'string' && row[key] !== sexDifference)
    return agreeing(row, keys, plain ? (index.get(nameOf(row)) ?? []) : pairs)
  }
}

/** Women and men of one picture may come from two columns of one row. */
const sourceName = (row: Row, column: string): string => `${column}\u0001${textOf(row['sex'])}`

/** The column of the followed rows that a column holds, proven by every row that has a number in it. */
function sourcesOf(
  { columns }: FollowingRelation,
  exact: readonly Row[],
  find: (row: Row) => readonly Pair[],
): ReadonlyMap<string, string> {
  const possible = new Map<string, ReadonlySet<string>>()
  for (const row of exact) {
    const near = find(row)
    for (const column of columns) {
      const value = row[column]
      if (typeof value !== 'number') continue
      const name = sourceName(row, column)
      const here = numbersOf(near).filter((one) =>
        near.some(({ exact: other }) => Math.abs(Number(other[one])) === Math.abs(value)),
      )
      const before = possible.get(name)
      possible.set(name, new Set(before === undefined ? here : here.filter((one) => before.has(one))))
    }
  }
  return new Map(
    [...possible].flatMap(([name, sources]) => {
      const [own = ''] = name.split('\u0001')
      const [source] = sources.has(own) ? [own] : [...sources].sort()
      return source === undefined ? [] : [[name, source] as const]
    }),
  )
}

export interface Following {
  readonly rule: FollowingRelation
  /** Columns worked out of exact counts, if nothing else says what they became. */
  readonly tells: (column: string) => boolean
  readonly minimum: number
  /** How many persons there are at least behind a row that is followed. */
  readonly persons: (pair: Pair) => number
}

/**
 * Rows that speak of cells of another relation: a number of theirs that stands there becomes what it became there. One
 * that stands nowhere is a statistic of its own and is shown in steps, or it is worked out of counts and goes.
 */
export function* roundedFollowing(
  { rule, tells, minimum, persons }: Following,
  exact: readonly Row[],
  hidden: readonly Row[],
  pairs: readonly Pair[],
): Steps<readonly Row[]> {
  const find = byKeys(rule.keys, pairs)
  const sources = sourcesOf(rule, exact, find)
  const rows: Row[] = []
  for (const [at, row] of hidden.entries()) {
    if (at % 256 === 255) yield 0
    const source = exact[at] ?? {}
    const near = find(source)
    const least = Math.min(...near.map(persons))
    const put: Record<string, Cell> = { ...row }
    const gone: HiddenColumns = new Map()
    for (const [name, value] of Object.entries(row)) {
      if (rule.keys.includes(name) || value === null) continue
      if (typeof value !== 'number') {
        if (rule.columns.includes(name) && tells(name)) gone.set(name, 'hidden-rounded')
        continue
      }
      const listed = rule.columns.includes(name)
      const same = sources.get(sourceName(source, name))
      const known = same === undefined ? followed(value, near, name) : became(value, near, [same])
      if (typeof known === 'number') put[name] = known
      else if (known === null || (listed && tells(name))) gone.set(name, 'hidden-rounded')
      else if (listed && least < minimum) gone.set(name, 'hidden-small')
      else if (listed) put[name] = coarse(value, Number.isFinite(least) ? least : 100)
    }
    rows.push(markedRow(put, gone))
  }
  return rows
}
