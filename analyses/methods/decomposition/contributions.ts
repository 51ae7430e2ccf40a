import { columnOf, type Matrix } from '../core/linear/matrix'
import type { Design } from './design'
import type { Fits } from './fit-groups'

/** Reference coefficients of the twofold decomposition, with the number R oaxaca knows them by (size: none fixed). */
export const references = [
  { name: 'group-b', weight: 0 },
  { name: 'group-a', weight: 1 },
  { name: 'equal', weight: 0.5 },
  { name: 'size', weight: null },
  { name: 'pooled', weight: -1 },
  { name: 'pooled-with-group', weight: -2 },
] as const
export type ReferenceName = (typeof references)[number]['name']

export const threefoldParts = ['endowments', 'coefficients', 'interaction'] as const
export const twofoldParts = ['explained', 'unexplained', 'unexplained_a', 'unexplained_b'] as const

/** The threefold parts, then the twofold parts of each reference in turn. */
export const partNames: readonly { readonly reference: ReferenceName | null; readonly part: string }[] = [
  ...threefoldParts.map((part) => ({ reference: null, part })),
  ...references.flatMap(({ name }) => twofoldParts.map((part) => ({ reference: name, part }))),
]

/** Terms whose contributions stand together: everything, a variable, or one category of it. */
export interface Item {
  readonly name: string
  /** The variable it is a part of; null for the whole and for variables. */
  readonly partOf: string | null
  readonly terms: readonly number[]
}

export interface Contribution {
  /** In the order of `partNames`. */
  readonly values: readonly number[]
  readonly errors: readonly number[]
}

export interface Point {
  readonly items: readonly Item[]
  readonly meansA: Float64Array
  readonly meansB: Float64Array
  readonly meanA: number
  readonly meanB: number
  /** Share of A in the weight of both. */
  readonly shareA: number
  readonly values: readonly (readonly number[])[]
}

export function contributions(
  design: Design,
  fits: Fits,
  outcome: ArrayLike<number>,
  weight: ArrayLike<number>,
): Point {
  const totalA = sumOf(fits.a.rows, (i) => weight[i] ?? 0)
  const totalB = sumOf(fits.b.rows, (i) => weight[i] ?? 0)
  const shareA = totalA / (totalA + totalB)
  const meansA = meansOf(design.full, fits.a.rows, weight, totalA)
  const meansB = meansOf(design.full, fits.b.rows, weight, totalB)
  const items = itemsOf(design)
  const terms = design.terms.map((_, j) => termParts(fits, meansA, meansB, shareA, j))
  return {
    items,
    meansA,
    meansB,
    meanA: sumOf(fits.a.rows, (i) => (weight[i] ?? 0) * (outcome[i] ?? 0)) / totalA,
    meanB: sumOf(fits.b.rows, (i) => (weight[i] ?? 0) * (outcome[i] ?? 0)) / totalB,
    shareA,
    values: items.map((item) =>
      partNames.map((_, part) => item.terms.reduce((sum, j) => sum + (terms[j]?.[part] ?? 0), 0)),
    ),
  }
}

/** Reference coefficients of a term from those of the four regressions. */
export const referenceValues = (
  a: number,
  b: number,
  pooled: number,
  pooledWithGroup: number,
  shareA: number,
): readonly number[] => [b, a, (a + b) / 2, shareA * a + (1 - shareA) * b, pooled, pooledWithGroup]

function termParts(
  fits: Fits,
  meansA: Float64Array,
  meansB: Float64Array,
  shareA: number,
  j: number,
): readonly number[] {
  const [xA, xB] = [meansA[j] ?? 0, meansB[j] ?? 0]
  const [bA, bB] = [fits.a.full[j] ?? 0, fits.b.full[j] ?? 0]
  const stars = referenceValues(bA, bB, fits.pooled.full[j] ?? 0, fits.pooledWithGroup.full[j] ?? 0, shareA)
  return [
    (xA - xB) * bB,
    xB * (bA - bB),
    (xA - xB) * (bA - bB),
    ...stars.flatMap((star) => {
      const ofA = xA * (bA - star)
      const ofB = xB * (star - bB)
      return [(xA - xB) * star, ofA + ofB, ofA, ofB]
    }),
  ]
}

function itemsOf({ terms }: Design): readonly Item[] {
  const variables = [...new Set(terms.map(({ variable }) => variable))]
  return [
    { name: 'all', partOf: null, terms: terms.map((_, j) => j) },
    ...variables.flatMap((variable): readonly Item[] => {
      const members = terms.flatMap((term, j) => (term.variable === variable ? [j] : []))
      const whole = { name: variable, partOf: null, terms: members }
      if (members.length === 1) return [whole]
      return [whole, ...members.map((j) => ({ name: terms[j]?.name ?? '', partOf: variable, terms: [j] }))]
    }),
  ]
}

function meansOf(
  full: Matrix,
  rows: readonly number[],
  weight: ArrayLike<number>,
  total: number,
): Float64Array {
  return Float64Array.from({ length: full.columns }, (_, j) => {
    const column = columnOf(full, j)
    return sumOf(rows, (i) => (weight[i] ?? 0) * (column[i] ?? 0)) / total
  })
}

const sumOf = (rows: readonly number[], value: (row: number) => number): number => {
  let sum = 0
  for (const row of rows) sum += value(row)
  return sum
}
