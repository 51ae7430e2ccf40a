import type { HiddenReason } from '../model/disclosure'
import type { Codes, DimensionKind } from './codes'

/** Where cells of a run stand: the declared cells of a row of a relation. */
export interface Place {
  readonly run: number
  readonly relation: string
  readonly row: number
  readonly cell: number
}

/** One number that is known of a group: how many they are, how many of them have a quality, what they have together. */
export interface Figure {
  readonly part: Part
  readonly kind: 'count' | 'sum'
  /** NaN: there is one, but nobody here knows it. */
  readonly value: number
  /** The two largest contributions to a sum, and the number of contributors; NaN where not known. */
  readonly largest: number
  readonly second: number
  readonly contributors: number
}

/** What is hidden of a group at once: its numbers, or one share of it (who has a quality) with what goes with that. */
export type Part = string
export const mainPart: Part = ''

/** A group of persons or firms: one cell in every table that has it, wherever it stands. */
export interface Group {
  readonly codes: Codes
  readonly key: string
  /** Family of figures (`count`, `sum pay`, `has arpr`, `not arpr`) -> the figure. */
  readonly figures: Map<string, Figure>
  readonly places: Place[]
  /** Parts that were hidden before: by the pack, by who delivered the data, or by an earlier protection. */
  readonly before: Map<Part, 'sensitive' | 'company'>
  /** Families an earlier export has shown. */
  readonly out: Set<string>
  /** What is to be hidden now, and why. */
  readonly hidden: Map<Part, HiddenReason>
}

/** Groups counted in the same way from the same data: what one says may give another away. */
export interface Pool {
  readonly basis: string
  readonly variant: string
  readonly measure: string
  readonly kinds: Map<string, DimensionKind>
  readonly groups: Map<string, Group>
}

export const unknown = Number.NaN

export function newGroup(codes: Codes, key: string): Group {
  return {
    codes,
    key,
    figures: new Map(),
    places: [],
    before: new Map(),
    out: new Set(),
    hidden: new Map(),
  }
}

/** Numbers from sums of cents that are equal but for their last digits. */
export const same = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b))

export const poolName = (basis: string, variant: string, measure: string): string =>
  [basis, variant, measure].join('\u0003')

/** A group's own figure of persons; NaN where there is none. */
export const personsOf = (group: Group): number => group.figures.get('count')?.value ?? unknown
