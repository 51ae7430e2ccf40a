import { type FaultCode, faultCatalogue } from './faults/catalogue'

export const isFaultCode = (code: string): code is FaultCode => Object.hasOwn(faultCatalogue, code)

/** What a message may be filled with. Never a secret, never a person's value. */
export type FaultValue = string | number

/**
 * An expected failure: a stable code, the place, and the facts its sentence needs.
 * The sentence itself is made where the reader's language is known (`faultText`).
 */
export interface Fault {
  readonly code: FaultCode
  /** Where: a file path, `pack.yaml:steps.gap`, `people.csv:12`. */
  readonly path?: string
  readonly values: Readonly<Record<string, FaultValue>>
}

export function fault(
  code: FaultCode,
  values: Readonly<Record<string, FaultValue>> = {},
  path?: string,
): Fault {
  return path === undefined ? { code, values } : { code, values, path }
}

/**
 * Carries a fault out of deep, asynchronous work in `main/`. Pure code returns a `Result` instead.
 * Commands turn it back into a value at one place, so it never reaches a user as a stack trace.
 */
export class FaultError extends Error {
  override readonly name = 'FaultError'
  constructor(
    readonly fault: Fault,
    options?: ErrorOptions,
  ) {
    super(fault.code, options)
  }
}

export const refuse = (
  code: FaultCode,
  values: Readonly<Record<string, FaultValue>> = {},
  path?: string,
): never => {
  throw new FaultError(fault(code, values, path))
}
