import { compareLabels } from '../../methods/panel/codes'
import type { Cell, Row, Table } from '../../model/table'

/** The rows of one breakdown and sex. */
export interface PeopleGroup {
  readonly breakdown: string | null
  readonly sex: string
  readonly table: Table
}

interface TotalRule {
  /** With the breakdown they say which row of women belongs to which row of men. */
  readonly keys: readonly string[]
  /** With `sum` these are added up; everything else is a mean. */
  readonly sums: readonly string[]
  /** How much a row counts in a mean; it is always added up. */
  readonly weight: string
  /** `given`: only totals the data hold; `sum` or `mean`: where the data hold none, women and men make one. */
  readonly total: string
}

const order = ['F', 'M', 'T']

/**
 * The rows apart for every breakdown and sex: women, men, total, then what the source calls otherwise. Data without a
 * sex are one group, the total. A total is made only on demand and only from pairs of women and men; numbers of the
 * pair are averaged by weight where there is one, texts stay where both agree and are missing where they do not.
 */
export function peopleGroups(table: Table, rule: TotalRule): PeopleGroup[] {
  const bySex = table.rows.some((row) => (row['sex'] ?? null) !== null)
  const byBreakdown = table.rows.some((row) => (row['breakdown'] ?? null) !== null)
  const usable = table.rows.filter(
    (row) => (!bySex || row['sex'] !== null) && (!byBreakdown || row['breakdown'] !== null),
  )
  const all = bySex && rule.total !== 'given' ? [...usable, ...madeTotals(usable, rule)] : usable
  const groups = new Map<string, Row[]>()
  for (const row of all) {
    const key = JSON.stringify([textOf(row['breakdown']), bySex ? (textOf(row['sex']) ?? 'T') : 'T'])
    const rows = groups.get(key)
    if (rows === undefined) groups.set(key, [row])
    else rows.push(row)
  }
  if (groups.size === 0) return [{ breakdown: null, sex: 'T', table }]
  return [...groups]
    .map(([key, rows]) => {
      const [breakdown, sex]: [string | null, string] = JSON.parse(key)
      return { breakdown, sex, table: { columns: table.columns, rows } }
    })
    .sort(
      (a, b) =>
        compareLabels(a.breakdown ?? '', b.breakdown ?? '') ||
        turnOf(a.sex) - turnOf(b.sex) ||
        compareLabels(a.sex, b.sex),
    )
}

const turnOf = (sex: string): number => (order.includes(sex) ? order.indexOf(sex) : order.length)

const textOf = (value: Cell | undefined): string | null =>
  value === undefined || value === null ? null : String(value)

/** Totals of the breakdowns that have none. */
function madeTotals(rows: readonly Row[], rule: TotalRule): Row[] {
  const given = new Set(rows.filter(({ sex }) => sex === 'T').map((row) => textOf(row['breakdown'])))
  const men = new Map<string, Row>()
  const keyOf = (row: Row) => JSON.stringify(['breakdown', ...rule.keys].map((name) => row[name] ?? null))
  for (const row of rows) if (row['sex'] === 'M') men.set(keyOf(row), row)
  return rows.flatMap((row) => {
    if (row['sex'] !== 'F' || given.has(textOf(row['breakdown']))) return []
    const other = men.get(keyOf(row))
    return other === undefined ? [] : [pairOf(row, other, rule)]
  })
}

function pairOf(women: Row, men: Row, { keys, sums, weight, total }: TotalRule): Row {
  const weights = [women[weight], men[weight]].map((size) =>
    typeof size === 'number' && size >= 0 ? size : 1,
  )
  const [ofWomen = 1, ofMen = 1] = weights
  const joined = Object.keys(women).map((name): [string, Cell] => {
    const a = women[name] ?? null
    const b = men[name] ?? null
    if (keys.includes(name) || name === 'breakdown') return [name, a]
    if (typeof a !== 'number' || typeof b !== 'number') return [name, a === b ? a : null]
    if (name === weight || (total === 'sum' && sums.includes(name))) return [name, a + b]
    return [name, ofWomen + ofMen > 0 ? (a * ofWomen + b * ofMen) / (ofWomen + ofMen) : null]
  })
  return { ...Object.fromEntries(joined), sex: 'T' }
}
