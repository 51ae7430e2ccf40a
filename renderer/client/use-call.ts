import { useCallback, useEffect, useState } from 'react'
import type { Fault } from '../../analyses/model/fault'
import type { MethodInput, MethodName, MethodOutput } from '../../preload/contract/methods'
import { call } from './call'

export interface Reading<T> {
  /** The last good answer; kept while a newer one is on its way. */
  readonly value: T | null
  readonly fault: Fault | null
  readonly loading: boolean
  readonly reload: () => void
}

/**
 * Reads from the engine while a component is shown; `null` as input means "not yet".
 * A newer input (or `revision`) cancels the older call.
 */
export function useCall<M extends MethodName>(
  method: M,
  input: MethodInput<M> | null,
  revision = 0,
): Reading<MethodOutput<M>> {
  const [state, setState] = useState<{
    value: MethodOutput<M> | null
    fault: Fault | null
    loading: boolean
  }>({ value: null, fault: null, loading: input !== null })
  const [attempt, setAttempt] = useState(0)
  const key = input === null ? null : JSON.stringify(input)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the input's content
  useEffect(() => {
    if (input === null) return
    const controller = new AbortController()
    setState((before) => ({ ...before, fault: null, loading: true }))
    void call(method, input, { signal: controller.signal }).then((outcome) => {
      if (controller.signal.aborted) return
      setState((before) =>
        outcome.ok
          ? { value: outcome.value, fault: null, loading: false }
          : { value: before.value, fault: outcome.fault, loading: false },
      )
    })
    return () => controller.abort()
  }, [method, key, revision, attempt])
  const reload = useCallback(() => setAttempt((n) => n + 1), [])
  return { ...state, reload }
}
