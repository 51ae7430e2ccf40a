import type { RunRecord } from '../../analyses/model/run-record'
import type { Difference, Verification } from './verification'
import { compareProtected } from './verify-protected'

/** Compares every cell of every table and every finding's values, exactly: a double either is the same or is not. */
export function compareRecords(recorded: RunRecord, now: RunRecord): Verification {
  if (recorded.disclosure !== undefined) return compareProtected(recorded, now)
  const pairs = [...tablePairs(recorded, now), ...findingPairs(recorded, now)]
  const differences = pairs.filter(({ recorded: a, now: b }) => !Object.is(a, b))
  return {
    same: differences.length === 0,
    cells: pairs.length,
    numbers: pairs.filter(({ recorded: a }) => typeof a === 'number').length,
    hidden: 0,
    differences,
  }
}

const keysOf = (...objects: readonly (object | undefined)[]) => [
  ...new Set(objects.flatMap((one) => Object.keys(one ?? {}))),
]

function tablePairs(recorded: RunRecord, now: RunRecord): Difference[] {
  return keysOf(recorded.tables, now.tables).flatMap((table) => {
    const [a, b] = [recorded.tables[table] ?? [], now.tables[table] ?? []]
    return Array.from({ length: Math.max(a.length, b.length) }, (_, row) =>
      keysOf(a[row], b[row]).map((column) => ({
        place: `tables.${table}[${row}].${column}`,
        recorded: a[row]?.[column],
        now: b[row]?.[column],
      })),
    ).flat()
  })
}

function findingPairs(recorded: RunRecord, now: RunRecord): Difference[] {
  const length = Math.max(recorded.findings.length, now.findings.length)
  return Array.from({ length }, (_, index) => {
    const [a, b] = [recorded.findings[index], now.findings[index]]
    const values = keysOf(a?.values, b?.values).map((name) => ({
      place: `findings[${index}].${name}`,
      recorded: a?.values[name],
      now: b?.values[name],
    }))
    return [{ place: `findings[${index}].id`, recorded: a?.id, now: b?.id }, ...values]
  }).flat()
}
