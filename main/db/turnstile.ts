import type { CancelSignal } from '../../analyses/methods/core/signal'
import { cancelled } from './aborted'

/** Lets tasks through one at a time, in the order they came; a failed task does not stop the next. */
export class Turnstile {
  private last: Promise<unknown> = Promise.resolve()

  /** A task whose signal aborts while it waits is refused at once and never starts. */
  pass<T>(task: () => Promise<T>, signals: readonly CancelSignal[] = []): Promise<T> {
    return new Promise((resolve, reject) => {
      let waiting = true
      const leave = (): void => {
        if (waiting) reject(cancelled())
      }
      const enter = async (): Promise<void> => {
        for (const signal of signals) signal.removeEventListener('abort', leave)
        if (signals.some(({ aborted }) => aborted)) return leave()
        waiting = false
        await task().then(resolve, reject)
      }
      for (const signal of signals) signal.addEventListener('abort', leave, { once: true })
      if (signals.some(({ aborted }) => aborted)) leave()
      this.last = this.last.then(enter)
    })
  }

  /** Resolves when nothing is waiting any more. */
  async empty(): Promise<void> {
    for (let seen: unknown; seen !== this.last; ) {
      seen = this.last
      await seen
    }
  }
}
