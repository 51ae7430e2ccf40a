import type { TableName } from '../../analyses/model/database'

/** What a worker is started with. */
export interface WorkerSetup {
  readonly path: string | null
  readonly readOnly: boolean
  readonly create: boolean
  readonly replayWal: boolean
  /** Cut off what an engine that was ended left behind the last commit. */
  readonly trim: boolean
  readonly memoryLimit: string | null
  readonly spillFolder: string | null
  /** Int32 cells, see `cell`: the only thing both sides can read while a query runs. */
  readonly flags: SharedArrayBuffer
}

/** Layout of the shared cells. */
export const cell = {
  /** Number of the request to stop; 0 = none. A number, so that a late wish cannot hit the next request. */
  cancel: 0,
  /** Hundredths of a per cent; -1 while unknown. */
  progress: 1,
} as const
export const cells = 2

export type SqlArgument = string | number | boolean | null

export type WorkerRequest =
  | {
      readonly op: 'run'
      readonly id: number
      readonly sql: string
      readonly values: readonly SqlArgument[]
      readonly result: boolean
      readonly alone: boolean
    }
  | {
      readonly op: 'insert'
      readonly id: number
      readonly target: TableName
      readonly ipc: Uint8Array
      readonly create: boolean
      readonly alone: boolean
    }
  | { readonly op: 'begin' | 'commit' | 'rollback' | 'close'; readonly id: number }
  | { readonly op: 'tables'; readonly id: number; readonly sql: string }

export type WorkerAnswer =
  | { readonly kind: 'ready'; readonly version: string }
  | { readonly kind: 'refused'; readonly message: string }
  | {
      readonly kind: 'done'
      readonly id: number
      readonly ipc?: Uint8Array
      readonly tables?: readonly string[]
    }
  /** `stale`: memory and file may differ after this failure, so the engine must be opened anew. */
  | { readonly kind: 'failed'; readonly id: number; readonly message: string; readonly stale: boolean }
