import type { ProgramSolver } from '../methods/core/optimise/program'
import type { DisclosureRules, DisclosureSummary, LedgerCell, LedgerEntry } from '../model/disclosure'
import type { Fault } from '../model/fault'
import type { Pack } from '../model/pack'
import type { RunRecord } from '../model/run-record'

/** One run of an export: its name in the export, the pack that made it, and what it found. */
export interface PublishedRun {
  readonly key: string
  readonly pack: Pack
  readonly record: RunRecord
}

export interface ProtectRequest {
  /** Everything that leaves together: protected as one, because it is read as one. */
  readonly runs: readonly PublishedRun[]
  readonly rules: DisclosureRules
  /** What left earlier; a reader may have kept it. */
  readonly ledger: readonly LedgerEntry[]
  readonly solver?: ProgramSolver
}

export interface Protection {
  /** The same runs in the same order, fit to leave: what was hidden is null in them and nothing else is. */
  readonly runs: readonly PublishedRun[]
  readonly summary: DisclosureSummary
  /** What the ledger keeps of this export. */
  readonly cells: readonly LedgerCell[]
}

/** One run as protection left it. */
export interface MadeRun {
  readonly record: RunRecord
  readonly withheld: number
  readonly faults: readonly Fault[]
}
