import type { Fault } from './fault'

/** Outcome of pure work that can fail in expected ways. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] }

export const succeeded = <T>(value: T): Result<T> => ({ ok: true, value })
export const failed = (...faults: readonly Fault[]): Result<never> => ({ ok: false, faults })

/** Makes a closed union closed: a new case does not compile until it is handled. */
export function unreachable(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`)
}
