import type { DisclosureRules, HiddenReason } from '../model/disclosure'
import type { DisclosureCell, DisclosureRelation } from '../model/pack-disclosure'
import type { Row } from '../model/table'
import { sexDifference } from './codes'
import { type Group, mainPart, personsOf } from './pool'
import { textOf } from './row-codes'
import { isFew } from './sensitive'
import { sharePart } from './share-part'

/** Columns of one row that may not be seen, each with why. The first reason found stays. */
export type HiddenColumns = Map<string, HiddenReason>

const put = (columns: HiddenColumns, names: Iterable<string | undefined>, reason: HiddenReason): void => {
  for (const name of names) if (name !== undefined && !columns.has(name)) columns.set(name, reason)
}

/** Everything that speaks of the cell: its numbers, its shares, and what is worked out from them. */
export const allColumns = (cell: DisclosureCell): readonly string[] => [
  ...[cell.count, cell.sum, cell.largest, cell.second].flatMap((name) => name ?? []),
  ...cell.columns,
  ...cell.extremes,
  ...cell.rests,
  ...Object.entries(cell.shares).flatMap(([share, others]) => [share, ...others]),
  ...Object.values(cell.sides).flat(),
]

/** What the state of a cell's group takes from the row. */
export function columnsOfGroup(
  cell: DisclosureCell,
  group: Group | undefined,
  pack: string,
  columns: HiddenColumns,
): void {
  if (group === undefined) return
  const whole = group.hidden.get(mainPart)
  if (whole !== undefined) put(columns, allColumns(cell), whole)
  for (const [share, others] of Object.entries(cell.shares)) {
    const reason = group.hidden.get(sharePart(pack, cell, share))
    if (reason !== undefined) put(columns, [share, ...others], reason)
  }
}

/** What one cell's own numbers take from the row, whatever others say: extremes, places too near an end. */
export function columnsOfRules(
  row: Row,
  cell: DisclosureCell,
  group: Group | undefined,
  rules: DisclosureRules,
  columns: HiddenColumns,
): void {
  if (rules.extremes) put(columns, cell.extremes, 'hidden-extreme')
  const count = cell.count === undefined ? null : row[cell.count]
  const persons = typeof count === 'number' ? count : group === undefined ? Number.NaN : personsOf(group)
  if (cell.sum !== undefined && isFew(persons, rules)) put(columns, allColumns(cell), 'hidden-small')
  for (const [place, others] of Object.entries(cell.sides)) {
    const at = row[place]
    if (typeof at !== 'number') continue
    const [below, above] = [at * persons, (1 - at) * persons]
    // With no number of persons nobody can say that there are enough.
    if (!(below >= rules.minimum && above >= rules.minimum)) put(columns, others, 'hidden-extreme')
  }
}

/** Codes of a cell under the names its relation gives them, as rows that follow it see them. */
export function rawCodes(
  row: Row,
  { keys }: DisclosureRelation,
  cell: DisclosureCell,
): ReadonlyMap<string, string> {
  const codes = new Map(keys.map((key) => [key, textOf(row[key])]))
  for (const [key, code] of Object.entries(cell.at))
    codes.set(key, code.startsWith('=') ? textOf(row[code.slice(1)]) : code)
  return codes
}

/** Keys of a row as another relation knows them; a difference of women and men stands for both. */
export function followedNames(row: Row, keys: readonly string[]): readonly string[] {
  let names: readonly (readonly string[])[] = [[]]
  for (const key of keys) {
    const code = textOf(row[key])
    const codes = code === sexDifference ? ['F', 'M', code] : [code]
    names = names.flatMap((name) => codes.map((one) => [...name, one]))
  }
  return names.map((name) => name.join('\u0001'))
}
