import type { RunRecord } from '../../analyses/model/run-record'
import type { Cell } from '../../analyses/model/table'

type Row = RunRecord['tables'][string][number]

const isNumber = (cell: Cell | undefined): cell is number => typeof cell === 'number'

/** Whether a number is among sorted ones, but for the last digits of sums; shares differ by less than six decimals by chance. */
function isAmong(sorted: Float64Array, value: number): boolean {
  const step = 1e-11 * Math.max(1, Math.abs(value))
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value - step) low = middle + 1
    else high = middle
  }
  return (sorted[low] ?? Number.POSITIVE_INFINITY) <= value + step
}

/** All sets of at most five names. */
function subsets(names: readonly string[]): readonly (readonly string[])[] {
  const few = names.slice(0, 5)
  return Array.from({ length: 2 ** few.length }, (_, set) => few.filter((_name, at) => (set >> at) % 2 === 1))
}

/** Shares times the numbers they are shares of: how many have the quality. */
const products = (row: Row): readonly number[] => {
  const numbers = Object.values(row).filter(isNumber)
  const shares = numbers.filter((value) => value > 0 && value < 1)
  return shares.flatMap((share) => numbers.filter((value) => value > 1).map((value) => share * value))
}

/** Sums of the shown values of a column over all rows that share some of their codes. */
function groupSums(rows: readonly Row[], column: string, codes: readonly string[]): readonly number[] {
  return subsets(codes).flatMap((shared) => {
    const sums = new Map<string, number>()
    for (const row of rows) {
      const value = row[column]
      if (!isNumber(value)) continue
      const key = JSON.stringify(shared.map((name) => row[name] ?? null))
      sums.set(key, (sums.get(key) ?? 0) + value)
    }
    return [...sums.values()]
  })
}

/**
 * A simple reader with a pocket calculator, who shares no code with the protection: one shown number minus another, a
 * share of so many minus another, and a shown total minus everything shown below it. Says which secrets come out.
 */
export function subtract(record: RunRecord, secrets: readonly number[]): readonly number[] {
  const shown: number[] = []
  const sums: number[] = []
  for (const [table, rows] of Object.entries(record.tables)) {
    const columns = record.schema[table] ?? []
    const codes = columns.filter(({ type }) => type === 'text').map(({ name }) => name)
    for (const row of rows.slice(0, 300)) shown.push(...products(row))
    for (const { name } of columns.filter(({ type }) => type === 'number')) {
      for (const row of rows) if (isNumber(row[name])) shown.push(row[name])
      sums.push(...groupSums(rows, name, codes))
    }
  }
  const whole = Float64Array.from(new Set([...shown, ...sums])).sort()
  return secrets.filter((secret) =>
    whole.some((value) => value !== 0 && value !== secret && isAmong(whole, value - secret)),
  )
}
