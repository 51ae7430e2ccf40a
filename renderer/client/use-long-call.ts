import { useCallback, useEffect, useRef, useState } from 'react'
import type { Fault } from '../../analyses/model/fault'
import type { StepProgress } from '../../analyses/model/job'
import type { MethodInput, MethodName, MethodOutput } from '../../preload/contract/methods'
import { call } from './call'

export interface LongReading<T> {
  readonly value: T | null
  readonly fault: Fault | null
  readonly loading: boolean
  readonly progress: StepProgress | null
  readonly cancel: () => void
  readonly reload: () => void
}

/** Reads what takes its time, with progress and cancel; `null` as input means "not yet". */
export function useLongCall<M extends MethodName>(
  method: M,
  input: MethodInput<M> | null,
  revision = 0,
): LongReading<MethodOutput<M>> {
  const [state, setState] = useState<Omit<LongReading<MethodOutput<M>>, 'cancel' | 'reload'>>({
    value: null,
    fault: null,
    loading: input !== null,
    progress: null,
  })
  const [attempt, setAttempt] = useState(0)
  const running = useRef<AbortController | null>(null)
  const key = input === null ? null : JSON.stringify(input)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the input's content
  useEffect(() => {
    if (input === null) return
    const controller = new AbortController()
    running.current = controller
    let left = false
    setState((before) => ({ ...before, fault: null, loading: true, progress: null }))
    const onProgress = (progress: StepProgress) => {
      if (!left) setState((before) => ({ ...before, progress }))
    }
    void call(method, input, { signal: controller.signal, onProgress }).then((outcome) => {
      if (left) return
      setState(
        outcome.ok
          ? { value: outcome.value, fault: null, loading: false, progress: null }
          : { value: null, fault: outcome.fault, loading: false, progress: null },
      )
    })
    return () => {
      left = true
      controller.abort()
    }
  }, [method, key, revision, attempt])
  const cancel = useCallback(() => running.current?.abort(), [])
  const reload = useCallback(() => setAttempt((n) => n + 1), [])
  return { ...state, cancel, reload }
}
