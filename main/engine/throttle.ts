export interface Throttle<T> {
  readonly push: (value: T) => void
  /** Sends what still waits; nothing is sent afterwards unless pushed again. */
  readonly flush: () => void
}

/** Passes the first value on at once, later ones at most every `milliseconds`; the last one is never lost. */
export function throttle<T>(milliseconds: number, send: (value: T) => void): Throttle<T> {
  let timer: ReturnType<typeof setTimeout> | null = null
  let waiting: { readonly value: T } | null = null

  const release = () => {
    timer = null
    if (waiting === null) return
    const { value } = waiting
    waiting = null
    timer = setTimeout(release, milliseconds)
    send(value)
  }

  return {
    push(value) {
      waiting = { value }
      if (timer === null) release()
    },
    flush() {
      if (timer !== null) clearTimeout(timer)
      release()
      if (timer !== null) clearTimeout(timer)
      timer = null
    },
  }
}
