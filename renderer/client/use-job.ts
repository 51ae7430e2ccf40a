import { useCallback, useEffect, useRef, useState } from 'react'
import type { MethodInput, MethodName, MethodOutput } from '../../preload/contract/methods'
import type { Outcome } from './call'
import { type Job, useJobs } from './jobs'

export interface JobHandle<M extends MethodName> {
  readonly job: Job | null
  readonly cancel: () => void
  readonly start: (title: string, input: MethodInput<M>) => Promise<Outcome<MethodOutput<M>>>
}

/** One screen's long work; a screen that comes back later finds it in the status bar. */
export function useJob<M extends MethodName>(method: M): JobHandle<M> {
  const { jobs, start: startJob, cancel: cancelJob } = useJobs()
  const [id, setId] = useState<number | null>(null)
  const mounted = useRef(true)
  useEffect(() => {
    mounted.current = true
    return () => {
      mounted.current = false
    }
  }, [])
  const start = useCallback(
    async (title: string, input: MethodInput<M>) => {
      const outcome = await startJob(title, method, input, (started) => {
        if (mounted.current) setId(started)
      })
      if (mounted.current) setId(null)
      return outcome
    },
    [startJob, method],
  )
  const cancel = useCallback(() => {
    if (id !== null) cancelJob(id)
  }, [id, cancelJob])
  return { job: jobs.find((job) => job.id === id) ?? null, cancel, start }
}
