/** What was, is and could be again. */
export interface History<T> {
  readonly past: readonly T[]
  readonly present: T
  readonly future: readonly T[]
  /** What the last change was about and when: letters typed into one field are one step back, not fifty. */
  readonly last: { readonly about: string; readonly at: number } | null
}

export type HistoryEvent<T> =
  | { readonly kind: 'change'; readonly make: (present: T) => T; readonly about: string; readonly at: number }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }

/** Changes of the same thing closer than this (ms) are one step. */
const together = 1500
const steps = 200

export const startHistory = <T>(present: T): History<T> => ({ past: [], present, future: [], last: null })

function changed<T>(history: History<T>, event: Extract<HistoryEvent<T>, { kind: 'change' }>): History<T> {
  const { past, present, last } = history
  const next = event.make(present)
  if (next === present) return history
  const joins =
    event.about !== '' && last !== null && last.about === event.about && event.at - last.at < together
  return {
    past: joins ? past : [...past, present].slice(-steps),
    present: next,
    future: [],
    last: { about: event.about, at: event.at },
  }
}

export function historyReducer<T>(history: History<T>, event: HistoryEvent<T>): History<T> {
  const { past, present, future } = history
  switch (event.kind) {
    case 'change':
      return changed(history, event)
    case 'undo': {
      const before = past.at(-1)
      if (before === undefined) return history
      return { past: past.slice(0, -1), present: before, future: [present, ...future], last: null }
    }
    case 'redo': {
      const [next, ...rest] = future
      if (next === undefined) return history
      return { past: [...past, present], present: next, future: rest, last: null }
    }
  }
}
