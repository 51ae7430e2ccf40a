import { anyText, defineMethod, oneOf, orNone } from '../core/define-method'
import { refuseMethod } from '../core/refusal'
import { distinct, sum } from './economy'
import { type Cell, type Decomposed, decompose } from './shift-share-step'
import { totalAmong } from './totals'

/** One cell of activity in one period; null where the source does not say. */
export interface PeriodRow {
  readonly territory: string
  readonly activity: string
  readonly period: string
  readonly value: number | null
}

export const shiftShareVariants = [
  'dunn',
  'esteban-marquillas',
  'dynamic',
  'dynamic-esteban-marquillas',
] as const

export interface ShiftShareOptions {
  /** Periods of the data; none: the first and the last. */
  readonly from: string | null
  readonly to: string | null
  /** The territory that is the whole; `all` or none: all territories of the data together. */
  readonly reference: string | null
  readonly variant: string
}

export interface ShiftShareComponent extends Decomposed {
  readonly territory: string
  readonly activity: string
}

export interface ShiftShareResult {
  readonly from: string
  readonly to: string
  /** Every period used; two, unless the analysis is dynamic. */
  readonly periods: readonly string[]
  readonly components: readonly ShiftShareComponent[]
}

/**
 * Shift-share analysis of the change of e_ta between two periods (Dunn 1960), E the reference and G its whole growth:
 * national e1 G; mix e1 (g_a - G); regional e2 - e1 (1 + g_a). Their sum is the change, to rounding.
 * Esteban-Marquillas (1972): the regional part is split by the homothetic employment h = e_t1 E_a1 / E_1 into
 * h (r - g) and the allocation (e1 - h)(r - g). Dynamic (Barff and Knight 1988): the same for every two neighbouring
 * periods, summed.
 * An activity the reference did not have at the beginning cannot be divided by: its change stands in `notAllocated`.
 * One that is new in the territory alone is regional; one that vanished everywhere is national and mix.
 * A cell that is absent in a period in which its territory has others counts as 0; a cell whose value is missing, or
 * a territory without any row in a period, is left out of all sums and said so.
 * A row called total is left out of the activities, and a territory called total is the reference.
 * Refuses: one period; a period or reference that is not there; from not before to; one territory and no reference.
 */
export function shiftShare(rows: readonly PeriodRow[], options: ShiftShareOptions): ShiftShareResult {
  const dynamic = options.variant.startsWith('dynamic')
  const homothetic = options.variant.endsWith('esteban-marquillas')
  const periods = usedPeriods(rows, options, dynamic)
  const total = totalAmong(distinct(rows.map(({ activity }) => activity)))
  const used = rows.filter(({ period, activity }) => periods.includes(period) && activity !== total)
  const reference =
    options.reference === null || options.reference === 'all'
      ? totalAmong(distinct(used.map(({ territory }) => territory)))
      : options.reference
  if (reference !== null && !used.some(({ territory }) => territory === reference))
    refuseMethod('regional.no-reference', { reference })
  const territories = distinct(used.map(({ territory }) => territory)).filter((name) => name !== reference)
  if (territories.length === 0) refuseMethod('regional.nothing-left')
  if (reference === null && territories.length === 1)
    refuseMethod('shifts.one-territory', { territory: territories[0]! })
  const activities = distinct(used.map(({ activity }) => activity))
  const negative = used.find(({ value }) => value !== null && value < 0)
  if (negative !== undefined)
    refuseMethod('regional.negative', { territory: negative.territory, activity: negative.activity })
  const cells = cellsOf(used, periods, territories, activities)
  const referenceCells = reference === null ? null : cellsOf(used, periods, [reference], activities)
  const usable = cells.map((cell) => cell.missing === null && referenceKnown(referenceCells, cell))
  const ofReference = activities.map((_, column) =>
    referenceCells === null
      ? periods.map((__, at) =>
          sum(
            cells
              .filter((cell, index) => cell.column === column && usable[index])
              .map(({ values }) => values[at]!),
          ),
        )
      : referenceCells[column]!.missing === null
        ? referenceCells[column]!.values
        : periods.map(() => 0),
  )
  const parts = decompose(cells, usable, ofReference, homothetic)
  return {
    from: periods[0]!,
    to: periods.at(-1)!,
    periods,
    components: cells.map((cell, index) => ({
      territory: territories[cell.row]!,
      activity: activities[cell.column]!,
      ...parts[index]!,
    })),
  }
}

const referenceKnown = (reference: readonly Cell[] | null, cell: Cell): boolean =>
  reference === null || reference[cell.column]?.missing === null

function usedPeriods(
  rows: readonly PeriodRow[],
  { from, to }: ShiftShareOptions,
  dynamic: boolean,
): readonly string[] {
  const all = [...distinct(rows.map(({ period }) => period))].sort()
  if (all.length < 2) refuseMethod('shifts.one-period', { periods: all.length })
  for (const wanted of [from, to])
    if (wanted !== null && !all.includes(wanted)) refuseMethod('shifts.no-period', { period: wanted })
  const first = from ?? all[0]!
  const last = to ?? all.at(-1)!
  if (!(first < last)) refuseMethod('shifts.period-order', { from: first, to: last })
  return dynamic ? all.filter((period) => period >= first && period <= last) : [first, last]
}

/** Every territory x activity that is in the data in some of the periods, with its value in each. */
function cellsOf(
  rows: readonly PeriodRow[],
  periods: readonly string[],
  territories: readonly string[],
  activities: readonly string[],
): readonly Cell[] {
  const at = new Map(rows.map((row) => [`${row.territory}\n${row.activity}\n${row.period}`, row.value]))
  const seen = new Set(rows.map(({ territory, period }) => `${territory}\n${period}`))
  return territories.flatMap((territory, row) => {
    const absent = periods.filter((period) => !seen.has(`${territory}\n${period}`))
    return activities.flatMap((activity, column): Cell[] => {
      const values = periods.map((period) => at.get(`${territory}\n${activity}\n${period}`))
      const missing =
        absent.length > 0
          ? 'missing-territory'
          : values.some((value) => value === null)
            ? 'missing-value'
            : null
      return [{ row, column, values: values.map((value) => value ?? 0), given: values, missing }]
    })
  })
}

export const shiftShareMethod = defineMethod({
  id: 'regional/shift-share',
  version: 1,
  cites: ['dunn-1960', 'esteban-marquillas-1972', 'barff-knight-1988'],
  options: {
    from: orNone(anyText()),
    to: orNone(anyText()),
    reference: orNone(anyText()),
    variant: oneOf(...shiftShareVariants),
  },
  example: {
    data: [
      { territory: 'A', activity: 'industry', period: '2015', value: 100 },
      { territory: 'A', activity: 'industry', period: '2020', value: 90 },
      { territory: 'A', activity: 'services', period: '2015', value: 100 },
      { territory: 'A', activity: 'services', period: '2020', value: 130 },
      { territory: 'B', activity: 'industry', period: '2015', value: 300 },
      { territory: 'B', activity: 'industry', period: '2020', value: 290 },
      { territory: 'B', activity: 'services', period: '2015', value: 100 },
      { territory: 'B', activity: 'services', period: '2020', value: 110 },
    ],
    options: { from: null, to: null, reference: null, variant: 'dunn' },
  },
  compute: (rows: readonly PeriodRow[], options: ShiftShareOptions) => shiftShare(rows, options),
})
