import type { MethodStep } from '../../model/pack'
import type { Row, Table } from '../../model/table'

export interface Group {
  /** Each-column -> its code in this group; null where the column holds nothing at all. */
  readonly codes: Readonly<Record<string, string | null>>
  readonly table: Table
}

/** The category of women minus men. */
export const difference = 'F-M'

const sexOrder = ['F', 'M', 'T', difference]

/**
 * The rows apart for every combination of the columns' values, sexes in the order women, men, total, others; then,
 * where `paired` asks for it, the difference of women and men. A column without any value does not split.
 * Rows without a value in a column that splits belong to no group.
 */
export function groupsOf(
  table: Table,
  each: readonly string[],
  paired: MethodStep['paired'],
): readonly Group[] {
  const splitting = each.filter((name) => table.rows.some((row) => (row[name] ?? null) !== null))
  const groups = new Map<string, Row[]>()
  const codesOf = new Map<string, Group['codes']>()
  const add = (codes: Group['codes'], row: Row) => {
    const key = JSON.stringify(codes)
    const rows = groups.get(key)
    if (rows === undefined) {
      groups.set(key, [row])
      codesOf.set(key, codes)
    } else rows.push(row)
  }
  for (const row of table.rows) {
    const codes = Object.fromEntries(
      each.map((name) => [name, splitting.includes(name) ? textOrNull(row[name]) : whole(name)]),
    )
    if (splitting.every((name) => codes[name] !== null)) add(codes, row)
  }
  const sex = each.at(-1)
  if (paired !== null && sex !== undefined && splitting.includes(sex))
    for (const { codes, row } of pairedRows(table.rows, each, sex, paired)) add(codes, row)
  if (groups.size === 0)
    return [{ codes: Object.fromEntries(each.map((name) => [name, whole(name)])), table }]
  return [...groups]
    .map(([key, rows]) => ({ codes: codesOf.get(key) ?? {}, table: { columns: table.columns, rows } }))
    .sort((a, b) => compareCodes(a.codes, b.codes, each))
}

/** The code of a column that does not split: all people, or nothing to say. */
const whole = (name: string): string | null => (name === 'sex' ? 'T' : null)

const textOrNull = (value: Row[string] | undefined): string | null =>
  value === undefined || value === null ? null : String(value)

function pairedRows(
  rows: readonly Row[],
  each: readonly string[],
  sex: string,
  { value, keys }: NonNullable<MethodStep['paired']>,
): readonly { readonly codes: Group['codes']; readonly row: Row }[] {
  const others = each.slice(0, -1)
  const keyOf = (row: Row) => JSON.stringify([...others, ...keys].map((name) => row[name] ?? null))
  const men = new Map(rows.filter((row) => row[sex] === 'M').map((row) => [keyOf(row), row]))
  return rows
    .filter((row) => row[sex] === 'F')
    .flatMap((row) => {
      const women = row[value]
      const other = men.get(keyOf(row))?.[value]
      if (typeof women !== 'number' || typeof other !== 'number') return []
      const codes = Object.fromEntries([
        ...others.map((name) => [name, textOrNull(row[name])] as const),
        [sex, difference] as const,
      ])
      return [{ codes, row: { ...row, [value]: women - other, [sex]: difference } }]
    })
}

function compareCodes(a: Group['codes'], b: Group['codes'], each: readonly string[]): number {
  for (const name of each) {
    const [first, second] = [a[name] ?? '', b[name] ?? '']
    if (first === second) continue
    const [one, two] = [sexOrder.indexOf(first), sexOrder.indexOf(second)]
    if (one !== -1 || two !== -1)
      return (one === -1 ? sexOrder.length : one) - (two === -1 ? sexOrder.length : two)
    return first < second ? -1 : 1
  }
  return 0
}
