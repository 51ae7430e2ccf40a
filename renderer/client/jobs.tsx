import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react'
import type { StepProgress } from '../../analyses/model/job'
import type { MethodInput, MethodName, MethodOutput } from '../../preload/contract/methods'
import { call, type Outcome } from './call'

/** Long work as the status bar lists it. */
export interface Job {
  readonly id: number
  readonly title: string
  readonly progress: StepProgress | null
  readonly cancelling: boolean
}

export type StartJob = <M extends MethodName>(
  title: string,
  method: M,
  input: MethodInput<M>,
  onStart?: (id: number) => void,
) => Promise<Outcome<MethodOutput<M>>>

interface Jobs {
  readonly jobs: readonly Job[]
  readonly cancel: (id: number) => void
  readonly start: StartJob
}

const JobsContext = createContext<Jobs | null>(null)

/** Holds the running jobs above the screens, so that leaving a screen neither stops nor hides its work. */
export function JobsProvider({ children }: { readonly children: ReactNode }) {
  const [jobs, setJobs] = useState<readonly Job[]>([])
  const controllers = useRef(new Map<number, AbortController>())
  const nextId = useRef(1)

  const change = useCallback((id: number, part: Partial<Job>) => {
    setJobs((list) => list.map((job) => (job.id === id ? { ...job, ...part } : job)))
  }, [])

  const cancel = useCallback(
    (id: number) => {
      change(id, { cancelling: true })
      controllers.current.get(id)?.abort()
    },
    [change],
  )

  const start = useCallback<Jobs['start']>(
    async (title, method, input, onStart) => {
      const id = nextId.current++
      const controller = new AbortController()
      controllers.current.set(id, controller)
      setJobs((list) => [...list, { id, title, progress: null, cancelling: false }])
      onStart?.(id)
      const outcome = await call(method, input, {
        signal: controller.signal,
        onProgress: (progress) => change(id, { progress }),
      })
      controllers.current.delete(id)
      setJobs((list) => list.filter((job) => job.id !== id))
      return outcome
    },
    [change],
  )

  const value = useMemo(() => ({ jobs, cancel, start }), [jobs, cancel, start])
  return <JobsContext value={value}>{children}</JobsContext>
}

export function useJobs(): Jobs {
  const jobs = useContext(JobsContext)
  if (!jobs) throw new Error('useJobs outside of JobsProvider')
  return jobs
}
