import { sum } from './economy'

/** One territory x activity over the periods used. */
export interface Cell {
  readonly row: number
  readonly column: number
  /** A period without a row is 0 here. */
  readonly values: readonly number[]
  /** As the data have it: undefined where there is no row, null where the row has no number. */
  readonly given: readonly (number | null | undefined)[]
  readonly missing: 'missing-value' | 'missing-territory' | null
}

export type ShiftStatus =
  | 'ok'
  | 'new-activity'
  | 'new-in-territory'
  | 'vanished-activity'
  | 'vanished-in-territory'
  | 'nowhere'
  | 'missing-value'
  | 'missing-territory'
  | 'missing-reference'

export interface Decomposed {
  readonly start: number | null
  readonly end: number | null
  readonly total: number | null
  readonly national: number | null
  readonly mix: number | null
  /** With the homothetic split: its competitive part alone. */
  readonly regional: number | null
  readonly allocation: number | null
  /** Change of an activity that the reference did not have at the beginning. */
  readonly notAllocated: number | null
  /** What the territory would have at the beginning with the structure of the reference. */
  readonly homothetic: number | null
  /** Growth of the activity in the reference, from the first period to the last. */
  readonly referenceGrowth: number | null
  readonly status: ShiftStatus
}

/** The parts of every cell, summed over neighbouring periods. */
export function decompose(
  cells: readonly Cell[],
  usable: readonly boolean[],
  reference: readonly (readonly number[])[],
  split: boolean,
): readonly Decomposed[] {
  const periods = cells[0]?.values.length ?? 0
  const whole = Array.from({ length: periods }, (_, at) => sum(reference.map((values) => values[at]!)))
  const territoryCount = Math.max(...cells.map(({ row }) => row)) + 1
  const territories = Array.from({ length: territoryCount }, (_, row) => {
    const own = cells.filter((cell, index) => cell.row === row && usable[index])
    return Array.from({ length: periods }, (__, at) => sum(own.map(({ values }) => values[at]!)))
  })
  return cells.map((cell, index) => {
    const ofActivity = reference[cell.column]!
    if (!usable[index]) return leftOut(cell)
    const steps = Array.from({ length: periods - 1 }, (_, at) =>
      step({
        e1: cell.values[at]!,
        e2: cell.values[at + 1]!,
        a1: ofActivity[at]!,
        a2: ofActivity[at + 1]!,
        whole1: whole[at]!,
        whole2: whole[at + 1]!,
        territory1: territories[cell.row]![at]!,
        split,
      }),
    )
    const start = cell.values[0]!
    const end = cell.values.at(-1)!
    const first = ofActivity[0]!
    return {
      start,
      end,
      total: end - start,
      national: sum(steps.map(({ national }) => national)),
      mix: sum(steps.map(({ mix }) => mix)),
      regional: sum(steps.map(({ regional }) => regional)),
      allocation: split ? sum(steps.map(({ allocation }) => allocation)) : null,
      notAllocated: sum(steps.map(({ notAllocated }) => notAllocated)),
      homothetic: whole[0]! > 0 ? (territories[cell.row]![0]! * first) / whole[0]! : null,
      referenceGrowth: first > 0 ? (ofActivity.at(-1)! - first) / first : null,
      status: statusOf(start, end, first, ofActivity.at(-1)!, steps),
    }
  })
}

const leftOut = (cell: Cell): Decomposed => ({
  start: cell.given[0] ?? null,
  end: cell.given.at(-1) ?? null,
  total: null,
  national: null,
  mix: null,
  regional: null,
  allocation: null,
  notAllocated: null,
  homothetic: null,
  referenceGrowth: null,
  status: cell.missing ?? 'missing-reference',
})

interface StepValues {
  readonly e1: number
  readonly e2: number
  readonly a1: number
  readonly a2: number
  readonly whole1: number
  readonly whole2: number
  readonly territory1: number
  readonly split: boolean
}

function step({ e1, e2, a1, a2, whole1, whole2, territory1, split }: StepValues) {
  const growth = whole1 > 0 ? (whole2 - whole1) / whole1 : 0
  const national = e1 * growth
  if (!(a1 > 0)) return { national, mix: 0, regional: 0, allocation: 0, notAllocated: e2 - e1 - national }
  const activityGrowth = (a2 - a1) / a1
  const mix = e1 * (activityGrowth - growth)
  const shift = e2 - e1 - e1 * activityGrowth
  if (!split || !(e1 > 0)) return { national, mix, regional: shift, allocation: 0, notAllocated: 0 }
  // shift = e1 (r - g), so each part of e1 takes its share of it.
  const homothetic = (territory1 * a1) / whole1
  const regional = (homothetic / e1) * shift
  return { national, mix, regional, allocation: shift - regional, notAllocated: 0 }
}

function statusOf(
  start: number,
  end: number,
  first: number,
  last: number,
  steps: readonly { readonly notAllocated: number }[],
): ShiftStatus {
  if (start === 0 && end === 0 && first === 0 && last === 0) return 'nowhere'
  if (first === 0 || steps.some(({ notAllocated }) => notAllocated !== 0)) return 'new-activity'
  if (last === 0) return 'vanished-activity'
  if (start === 0 && end > 0) return 'new-in-territory'
  if (start > 0 && end === 0) return 'vanished-in-territory'
  return 'ok'
}
