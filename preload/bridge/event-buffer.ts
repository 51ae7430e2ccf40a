export interface EventBuffer<T> {
  push(event: T): void
  listen(listener: (event: T) => void): () => void
}

/** Keeps what arrives before the page listens: the engine is often ready before the first script has run. */
export function createEventBuffer<T>(limit = 100): EventBuffer<T> {
  const listeners = new Set<(event: T) => void>()
  const early: T[] = []
  return {
    push(event) {
      if (listeners.size === 0) {
        early.push(event)
        if (early.length > limit) early.shift()
      }
      for (const listener of listeners) listener(event)
    },
    listen(listener) {
      listeners.add(listener)
      for (const event of early.splice(0)) listener(event)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
