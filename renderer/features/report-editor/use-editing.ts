import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import type { Composition } from '../../../analyses/model/composition'
import type { Fault } from '../../../analyses/model/fault'
import type { StoredReport } from '../../../preload/contract/methods'
import { call } from '../../client/call'
import { type History, type HistoryEvent, historyReducer, startHistory } from './history'

export type SaveState = 'saved' | 'waiting' | 'failed' | 'readOnly'

export type Change = (make: (report: Composition) => Composition, about?: string) => void

export interface Editing {
  readonly report: Composition
  readonly change: Change
  readonly undo: () => void
  readonly redo: () => void
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly save: SaveState
  readonly fault: Fault | null
  /** Grows with every stored state; what is drawn from the stored report reads again. */
  readonly revision: number
  /** Stores what is not stored yet; true when everything is. */
  readonly flush: () => Promise<boolean>
}

/** So long after the last change (ms) it is stored. */
const pause = 600

const reducer: (history: History<Composition>, event: HistoryEvent<Composition>) => History<Composition> =
  historyReducer

/** A report being edited: every change is a step that can be taken back, and is stored by itself. */
export function useEditing(stored: StoredReport, readOnly: boolean): Editing {
  const [history, dispatch] = useReducer(reducer, stored.composition, startHistory)
  const [fault, setFault] = useState<Fault | null>(null)
  const [onDisk, setOnDisk] = useState<Composition>(stored.composition)
  const [revision, setRevision] = useState(0)
  const latest = useRef({ present: history.present, onDisk })
  latest.current.present = history.present
  const running = useRef<Promise<boolean> | null>(null)

  const store = useCallback(async (): Promise<boolean> => {
    while (latest.current.present !== latest.current.onDisk) {
      const composition = latest.current.present
      const outcome = await call('report.save', { report: stored.id, composition })
      if (!outcome.ok) {
        setFault(outcome.fault)
        return false
      }
      latest.current.onDisk = composition
      setOnDisk(composition)
      setRevision((n) => n + 1)
      setFault(null)
    }
    return true
  }, [stored.id])

  // One at a time: an older state must never be written over a newer one.
  const flush = useCallback(async (): Promise<boolean> => {
    running.current ??= store().finally(() => {
      running.current = null
    })
    return await running.current
  }, [store])

  useEffect(() => {
    if (readOnly || history.present === latest.current.onDisk) return
    const timer = window.setTimeout(() => void flush(), pause)
    return () => window.clearTimeout(timer)
  }, [history.present, readOnly, flush])

  // Leaving the screen loses nothing.
  useEffect(() => () => void (readOnly || flush()), [readOnly, flush])

  const change = useCallback<Change>(
    (make, about = '') => dispatch({ kind: 'change', make, about, at: Date.now() }),
    [],
  )
  const save: SaveState = readOnly
    ? 'readOnly'
    : fault
      ? 'failed'
      : history.present === onDisk
        ? 'saved'
        : 'waiting'
  return {
    report: history.present,
    change,
    undo: useCallback(() => dispatch({ kind: 'undo' }), []),
    redo: useCallback(() => dispatch({ kind: 'redo' }), []),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    save,
    fault,
    revision,
    flush,
  }
}
