/** What is met while JSON is read, in the order of the text. Numbers and literals come as they are written. */
export interface JsonEvents {
  beginObject(): void
  endObject(): void
  beginArray(): void
  endArray(): void
  key(name: string): void
  scalar(text: string | null, kind: ScalarKind): void
  /** False when the text of the value that comes now may be left out ('' is told): making it takes time. */
  needsText?(): boolean
}

export type ScalarKind = 'string' | 'number' | 'boolean' | 'null'

/** Why a text is not JSON; the fault's sentence is chosen by it. */
export type JsonFlaw =
  | 'end'
  | 'value'
  | 'key'
  | 'colon'
  | 'comma'
  | 'more'
  | 'string'
  | 'escape'
  | 'number'
  | 'depth'
  | 'characters'
  | 'size'

/** Where and why reading stopped: line and column (in characters) from 1. */
export class NotJson extends Error {
  constructor(
    readonly flaw: JsonFlaw,
    readonly line: number,
    readonly column: number,
  ) {
    super(flaw)
  }
}

/** Deeper nesting is a trick, not data. */
export const MAX_DEPTH = 512
/** One string or number; longer ones would have to be held in memory whole. */
export const MAX_TOKEN_BYTES = 32 * 1024 * 1024
