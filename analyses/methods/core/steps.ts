/**
 * A long calculation, one piece at a time: it yields the share done (0..1) every few milliseconds of work and
 * returns its result. Who drives it decides when to pause, show progress or stop; the calculation has no clock.
 */
export type Steps<T> = Generator<number, T, void>

/** Runs it to its end in one go. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

/** The same steps with their shares moved into a part of a larger whole. */
export function* within<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
    yield from + (to - from) * value
  }
}
