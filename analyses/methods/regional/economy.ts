import { refuseMethod } from '../core/refusal'
import { totalAmong } from './totals'

/** One cell of activity (people employed, patents, exports); null where the source does not say. */
export interface ActivityRow {
  readonly territory: string
  readonly activity: string
  readonly value: number | null
}

/** Cells by territory (row) and activity (column), and the totals every share is taken of. */
export interface Economy {
  readonly territories: readonly string[]
  readonly activities: readonly string[]
  /** Cell of territory t and activity a at `t * activities.length + a`; a cell that is not in the data is 0. */
  readonly values: Float64Array
  /** 1 where the source has a row without a number: the cell counts as 0 in the sums, and is said to be missing. */
  readonly missing: Uint8Array
  readonly territoryTotals: Float64Array
  /** Of the reference: all territories together, or the one that stands for them. */
  readonly activityTotals: Float64Array
  readonly total: number
}

export interface EconomyOptions {
  /** The territory that is the whole (a state, a union); none: one called total, else all territories together. */
  readonly reference: string | null
  /** The activity that is the sum of all (TOTAL, A-S); none: one called total, else all activities together. */
  readonly totalActivity: string | null
}

/**
 * Rows -> matrix. Territories and activities keep the order in which they are met first.
 * The reference is one and the same at every level: with a reference territory its row gives the activity totals, and
 * it is no longer one of the territories compared. With a total activity the shares are shares of it, so they add up
 * to less than 1 where activities are missing from the data.
 * Refuses: reference or total not in the data; a negative value; nothing left to compare; a reference without
 * anything in it.
 */
export function economyOf(rows: readonly ActivityRow[], options: EconomyOptions): Economy {
  const reference = options.reference ?? totalAmong(distinct(rows.map(({ territory }) => territory)))
  const totalActivity = options.totalActivity ?? totalAmong(distinct(rows.map(({ activity }) => activity)))
  if (reference !== null && !rows.some(({ territory }) => territory === reference))
    refuseMethod('regional.no-reference', { reference })
  if (totalActivity !== null && !rows.some(({ activity }) => activity === totalActivity))
    refuseMethod('regional.no-total', { activity: totalActivity })
  const territories = distinct(rows.map(({ territory }) => territory).filter((name) => name !== reference))
  const activities = distinct(rows.map(({ activity }) => activity).filter((name) => name !== totalActivity))
  if (territories.length === 0 || activities.length === 0) refuseMethod('regional.nothing-left')
  return filled(rows, territories, activities, { reference, totalActivity })
}

function filled(
  rows: readonly ActivityRow[],
  territories: readonly string[],
  activities: readonly string[],
  { reference, totalActivity }: EconomyOptions,
): Economy {
  const width = activities.length
  const values = new Float64Array(territories.length * width)
  const missing = new Uint8Array(values.length)
  const given = new Float64Array(territories.length)
  const ofReference = new Float64Array(width)
  let ofReferenceTotal = 0
  const rowAt = indexOf(territories)
  const columnAt = indexOf(activities)
  for (const { territory, activity, value } of rows) {
    if (value !== null && value < 0) refuseMethod('regional.negative', { territory, activity })
    const number = value ?? 0
    const row = rowAt.get(territory)
    const column = columnAt.get(activity)
    if (row !== undefined && column !== undefined) {
      values[row * width + column]! += number
      if (value === null) missing[row * width + column] = 1
    } else if (row !== undefined) given[row]! += number
    else if (column !== undefined) ofReference[column]! += number
    else ofReferenceTotal += number
  }
  const sums = territories.map((_, row) => sum(values.subarray(row * width, (row + 1) * width)))
  const territoryTotals = totalActivity === null ? Float64Array.from(sums) : given
  const columnSums = activities.map((_, column) =>
    sum(territories.map((_, row) => values[row * width + column]!)),
  )
  const activityTotals = reference === null ? Float64Array.from(columnSums) : ofReference
  const total =
    reference === null ? sum(territoryTotals) : totalActivity === null ? sum(ofReference) : ofReferenceTotal
  if (!(total > 0)) refuseMethod('regional.empty-reference', { reference: reference ?? 'empty' })
  return { territories, activities, values, missing, territoryTotals, activityTotals, total }
}

export const distinct = (names: readonly string[]): readonly string[] => [...new Set(names)]
export const indexOf = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map(names.map((name, index) => [name, index]))

/** Sum with Kahan's correction as Neumaier wrote it: totals of a million cells keep their last digits. */
export function sum(values: ArrayLike<number>): number {
  let total = 0
  let lost = 0
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index]!
    const next = total + value
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
    total = next
  }
  return total + lost
}

/** Shares of a territory's own total; null where the territory has nothing. */
export function territoryShares(economy: Economy, territory: number): Float64Array | null {
  const total = economy.territoryTotals[territory]!
  const width = economy.activities.length
  if (!(total > 0)) return null
  return economy.values.slice(territory * width, (territory + 1) * width).map((value) => value / total)
}

/** Shares of the territories in all of one activity; null where nobody has it. */
export function activityShares(economy: Economy, activity: number): Float64Array | null {
  const width = economy.activities.length
  const column = Float64Array.from(economy.territories, (_, row) => economy.values[row * width + activity]!)
  const total = sum(column)
  return total > 0 ? column.map((value) => value / total) : null
}

/** What the activities weigh in the reference. */
export const referenceShares = (economy: Economy): Float64Array =>
  economy.activityTotals.map((value) => value / economy.total)

/** What the territories weigh in all of them together. */
export function territoryWeights(economy: Economy): Float64Array {
  const total = sum(economy.territoryTotals)
  return economy.territoryTotals.map((value) => value / total)
}

/** Three territories, three activities, whole numbers: A has half its people in industry. */
export const exampleRows: readonly ActivityRow[] = [
  { territory: 'A', activity: 'farming', value: 10 },
  { territory: 'A', activity: 'industry', value: 50 },
  { territory: 'A', activity: 'services', value: 40 },
  { territory: 'B', activity: 'farming', value: 60 },
  { territory: 'B', activity: 'industry', value: 30 },
  { territory: 'B', activity: 'services', value: 110 },
  { territory: 'C', activity: 'farming', value: 5 },
  { territory: 'C', activity: 'industry', value: 45 },
  { territory: 'C', activity: 'services', value: 150 },
]
