import type { Problem } from './data-set'
import type { Fault } from './fault'
import type { PackArea } from './pack-manifest'
import type { ParamValue } from './run-record'

/** A pack as a person chooses it, in one language. Made from the manifest and its messages. */
export interface PackCard {
  readonly id: string
  readonly version: string
  /** The question group it belongs to. */
  readonly area: PackArea
  readonly topics: readonly string[]
  readonly title: string
  /** The question the pack answers, as a reader would ask it. */
  readonly question: string
  /** What it is good for, in plain words. */
  readonly uses: readonly string[]
  /** When it must not be used. */
  readonly limits: readonly string[]
  readonly needs: readonly NeedCard[]
  readonly params: readonly ParamCard[]
  readonly outputs: readonly OutputCard[]
  readonly citations: readonly string[]
}

export interface NeedCard {
  readonly name: string
  readonly title: string
  readonly help: string
  /** The pack runs without it. */
  readonly optional: boolean
  readonly columns: readonly NeededColumn[]
  /** Sets of columns that may serve instead of each other, e.g. counts or values; each lists column names. */
  readonly forms: readonly {
    readonly name: string
    readonly title: string
    readonly columns: readonly string[]
    /** Those of `columns` the form can do without. */
    readonly optional: readonly string[]
  }[]
}

export interface NeededColumn {
  readonly name: string
  readonly title: string
  readonly help: string
  readonly role: string
  readonly required: boolean
  /** Takes several source columns under one name. */
  readonly many: boolean
  /** Left unbound, it takes every number column that is not bound otherwise. */
  readonly rest: boolean
}

export interface ParamCard {
  readonly name: string
  readonly title: string
  readonly help: string
  readonly type: 'integer' | 'number' | 'boolean' | 'choice' | 'text' | 'list'
  readonly default: ParamValue
  readonly options?: readonly { readonly value: string; readonly title: string }[]
  /** Shown folded away: a person may leave it as it is. */
  readonly advanced: boolean
  /** `need.column` whose values may be chosen. */
  readonly of?: string
  /** The items give weights to those values, as `NAME=NUMBER`. */
  readonly weights?: boolean
  readonly min?: number
  readonly max?: number
}

export interface OutputCard {
  readonly table: string
  readonly title: string
  readonly columns: readonly { readonly name: string; readonly title: string; readonly unit: string }[]
}

/** A pack folder that could not be read: shown with its reasons while the others work. */
export interface BrokenPack {
  readonly folder: string
  readonly faults: readonly Fault[]
}

/** How well one data set would serve a need, and with which columns. */
export interface BindingSuggestion {
  readonly need: string
  readonly dataSet: string
  /** 0..1, for sorting only. */
  readonly fit: number
  readonly columns: Readonly<Record<string, string | readonly string[]>>
  /** Needed columns nothing fits. */
  readonly missing: readonly string[]
  /** What to know of the bound columns before a run: levels, editions or periods of different length mixed in one. */
  readonly notes?: readonly Problem[]
}
