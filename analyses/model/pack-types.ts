import type { Locale } from './locale'
import type { PackCase, PackManifest } from './pack-manifest'
import type { TemplateBlock } from './report-template'
import type { ParamValue, Severity } from './run-record'

/** Flattened message keys (`params.reference.title`) to ICU messages. */
export type Messages = ReadonlyMap<string, string>

/** A reusable analysis, read whole and checked: data only, nothing in it is ever run but one SELECT per SQL file. */
export interface Pack {
  readonly id: string
  readonly version: string
  readonly manifest: PackManifest
  /** In an order in which each reads only what stands before it. */
  readonly steps: readonly PackStep[]
  readonly findings: readonly PackFinding[]
  readonly charts: readonly PackChart[]
  /** Every locale has every key. */
  readonly messages: Readonly<Record<Locale, Messages>>
  readonly templates: Readonly<Record<Locale, readonly TemplateBlock[]>>
  readonly cases: readonly NamedCase[]
}

interface StepCommon {
  readonly name: string
  /** Needs and earlier steps it reads. */
  readonly from: readonly string[]
}
export interface SqlStep extends StepCommon {
  readonly kind: 'sql'
  readonly file: string
  readonly sql: string
  /** Parameters the SQL may name as `$name`. */
  readonly uses: readonly string[]
  /** An empty result stops the run with `run.nothing-left`. */
  readonly notEmpty: boolean
}
export interface MethodStep extends StepCommon {
  readonly kind: 'method'
  /** `family/name@version` */
  readonly method: string
  readonly options: Readonly<Record<string, StepOption>>
  /** Output of the method -> relation; empty: the only output is the step's own name. */
  readonly gives: ReadonlyMap<string, string>
  /** Columns of the first input whose values are calculated apart. */
  readonly each: readonly string[]
  readonly paired: { readonly value: string; readonly keys: readonly string[] } | null
}
export type PackStep = SqlStep | MethodStep

/** A literal of the manifest or the value of a parameter. */
export type StepOption =
  | { readonly kind: 'value'; readonly value: ParamValue }
  | { readonly kind: 'param'; readonly name: string }

export interface PackFinding {
  readonly id: string
  readonly severity: Severity
  readonly file: string
  readonly sql: string
  readonly from: readonly string[]
  readonly uses: readonly string[]
  readonly limit: number
}

export interface PackChart {
  readonly id: string
  /** Vega-Lite without data, theme or size: `analyses/charts` completes it. */
  readonly spec: Readonly<Record<string, unknown>>
  /** Tables of the run record: the rows drawn, and the one row that fills title, subtitle, alt and foot. */
  readonly data: string
  readonly text: string
  readonly columns: PackManifest['charts'][string]['columns']
}

export interface NamedCase extends PackCase {
  readonly name: string
  /** Texts of the case's files by the path the case gives. */
  readonly files: ReadonlyMap<string, string>
}
