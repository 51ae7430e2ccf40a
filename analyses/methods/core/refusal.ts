/** Why a method cannot give an answer with these data: the code of a fault, and what its sentence needs. */
export class MethodRefusal extends Error {
  override readonly name = 'MethodRefusal'
  constructor(
    readonly code: string,
    readonly values: Readonly<Record<string, string | number>>,
  ) {
    super(code)
  }
}

/** Ends a method whose design is impossible with the data; the runner makes it the fault of that code. */
export const refuseMethod = (code: string, values: Readonly<Record<string, string | number>> = {}): never => {
  throw new MethodRefusal(code, values)
}
