import type { Locale } from '../model/locale'
import type { Pack } from '../model/pack'
import type { ParamValue, RunRecord } from '../model/run-record'
import type { SourceCard } from '../model/source-card'

/** A need of the pack with the data set that serves it. */
export interface BoundInput {
  readonly need: string
  readonly dataSet: string
  /** The source file's name without its folder, where `verify` finds it, and its digest. */
  readonly file: string
  readonly from: string
  readonly sha256: string
  readonly rows: number
  readonly synthetic: boolean
  readonly imported?: RunRecord['inputs'][number]['imported']
  readonly card?: SourceCard | undefined
  /** The data set as SQL names it, quoted: `main."people"`. */
  readonly relation: string
  /** Needed column -> source column(s). */
  readonly columns: Readonly<Record<string, string | readonly string[]>>
  /** Source column -> what its texts mean as sexes (F, M, T), where the import found that out or a person said it. */
  readonly sexes?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export interface RunRequest {
  readonly pack: Pack
  readonly inputs: readonly BoundInput[]
  /** What the caller sets; the pack's defaults fill the rest. */
  readonly params: Readonly<Record<string, ParamValue>>
  readonly locale: Locale
  readonly seed: number
  readonly engine: { readonly app: string; readonly duckdb: string }
}
