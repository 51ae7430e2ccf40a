import type { RejectReason } from '../../../analyses/model/problems'

/** A record that is not loaded. */
export interface Reject {
  readonly line: number
  /** The record as it stood, decoded; broken characters show as U+FFFD. */
  readonly raw: string
  readonly reason: RejectReason
  /** Fields that hold something: tells a note under the table from a broken record. */
  readonly filled: number
  readonly fields: number
  /** The file ends here without a line end, so the record may go on elsewhere. */
  readonly cut: boolean
}

/** One of the last loaded records: whether only its first cell is filled, and what it says. */
export interface TailRecord {
  readonly line: number
  readonly sparse: boolean
  readonly text: string
}

/** So many records at the end are kept in mind: the notes under a table are sought among them. */
export const TAIL_RECORDS = 60
