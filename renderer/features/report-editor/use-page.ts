import { useEffect, useRef, useState } from 'react'
import type { ReportDocument } from '../../../analyses/model/report-document'
import { isCancelled } from '../../client/call'
import { type LongReading, useLongCall } from '../../client/use-long-call'

/**
 * The page of a stored report. Working out what may leave can take a while, and the next sentence must not start it
 * again from the beginning: a newer page is asked for when the one on its way is there. Meanwhile the last one stays.
 */
export function usePage(report: string, wanted: number): LongReading<ReportDocument> {
  const [asked, setAsked] = useState(wanted)
  const view = useLongCall('report.view', { report }, asked)
  const last = useRef<ReportDocument | null>(null)
  if (view.value !== null) last.current = view.value
  useEffect(() => {
    if (!view.loading) setAsked(wanted)
  }, [view.loading, wanted])
  // Stopped by the reader, the page before stays. After a fault it would tell of a report that is not there any more.
  const stopped = view.fault !== null && isCancelled(view.fault)
  if (view.fault !== null && !stopped) last.current = null
  return { ...view, value: last.current, fault: stopped && last.current !== null ? null : view.fault }
}
