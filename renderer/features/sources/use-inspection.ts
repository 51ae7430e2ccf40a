import { useEffect, useState } from 'react'
import type { ImportOptions, SourcePreview } from '../../../analyses/model/data-set'
import type { Fault } from '../../../analyses/model/fault'
import { call } from '../../client/call'

export interface Inspection {
  /** The last preview; older than the options while a newer one is on its way. */
  readonly preview: SourcePreview | null
  readonly fault: Fault | null
  readonly looking: boolean
}

/** Typing must not start a reading with each letter. */
const pause = 300

/** Looks at a file again whenever a guess is corrected; a newer look cancels the older one. */
export function useInspection(path: string, options: ImportOptions): Inspection {
  const [state, setState] = useState<Inspection>({ preview: null, fault: null, looking: true })
  const key = JSON.stringify(options)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the options' content
  useEffect(() => {
    const controller = new AbortController()
    const look = async () => {
      const outcome = await call('source.inspect', { path, options }, { signal: controller.signal })
      if (controller.signal.aborted) return
      setState((before) =>
        outcome.ok
          ? { preview: outcome.value, fault: null, looking: false }
          : { preview: before.preview, fault: outcome.fault, looking: false },
      )
    }
    setState((before) => ({ ...before, looking: true }))
    const timer = window.setTimeout(() => void look(), key === '{}' ? 0 : pause)
    return () => {
      window.clearTimeout(timer)
      controller.abort()
    }
  }, [path, key])
  return state
}
