import { useCallback, useEffect, useRef, useState } from 'react'
import type { ImportOptions, SourcePreview } from '../../../analyses/model/data-set'
import type { Fault } from '../../../analyses/model/fault'
import type { StepProgress } from '../../../analyses/model/job'
import { call } from '../../client/call'

export interface Inspection {
  /** The last preview; older than the options while a newer one is on its way. */
  readonly preview: SourcePreview | null
  readonly fault: Fault | null
  readonly looking: boolean
  readonly progress: StepProgress | null
  /** Stops the look; it then ends with the fault `engine.cancelled`. */
  readonly cancel: () => void
  readonly again: () => void
}

interface State {
  readonly preview: SourcePreview | null
  readonly fault: Fault | null
  readonly looking: boolean
  readonly progress: StepProgress | null
}

/** Typing must not start a reading with each letter. */
const pause = 300

/** Looks at a file again whenever a guess is corrected; a newer look cancels the older one. */
export function useInspection(path: string, options: ImportOptions, recipe: string | null): Inspection {
  const [state, setState] = useState<State>({ preview: null, fault: null, looking: true, progress: null })
  const [attempt, setAttempt] = useState(0)
  const running = useRef<AbortController | null>(null)
  const key = JSON.stringify([options, recipe])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the options' content
  useEffect(() => {
    const controller = new AbortController()
    running.current = controller
    let left = false
    const onProgress = (progress: StepProgress) => {
      if (!left) setState((before) => ({ ...before, progress }))
    }
    const look = async () => {
      const input = { path, options, ...(recipe === null ? {} : { recipe }) }
      const outcome = await call('source.inspect', input, { signal: controller.signal, onProgress })
      if (left) return
      setState((before) => ({
        preview: outcome.ok ? outcome.value : before.preview,
        fault: outcome.ok ? null : outcome.fault,
        looking: false,
        progress: null,
      }))
    }
    setState((before) => ({ ...before, looking: true, progress: null }))
    const timer = window.setTimeout(() => void look(), key === '[{},null]' ? 0 : pause)
    return () => {
      left = true
      window.clearTimeout(timer)
      controller.abort()
    }
  }, [path, key, attempt])
  const cancel = useCallback(() => running.current?.abort(), [])
  const again = useCallback(() => setAttempt((n) => n + 1), [])
  return { ...state, cancel, again }
}
