import { type ReactNode, useEffect, useState } from 'react'

/** What is worth showing only when waiting lasts; until then it takes no room. */
export function Late({ after, children }: { readonly after: number; readonly children: ReactNode }) {
  const [due, setDue] = useState(false)
  useEffect(() => {
    const timer = window.setTimeout(() => setDue(true), after)
    return () => window.clearTimeout(timer)
  }, [after])
  return due ? <div className="late">{children}</div> : null
}
