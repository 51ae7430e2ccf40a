import type { Pack } from '../model/pack'
import type { RunRecord } from '../model/run-record'
import type { Words } from './words'

/** What the parts of a report are made from. */
export interface Making {
  readonly pack: Pack
  readonly record: RunRecord
  readonly words: Words
  readonly mostRows: number
  /** The one territory the report is about. */
  readonly territory?: { readonly code: string; readonly name: string } | null
}
