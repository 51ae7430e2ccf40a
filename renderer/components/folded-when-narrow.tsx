import { type ReactNode, useEffect, useId, useState } from 'react'
import { Disclosure } from './disclosure'

/** The width below which screens fold; the style sheets name the same. */
const narrow = '(width < 960px)'

/** What stands beside the main thing, and on a narrow or enlarged window in front of it: there it opens when asked for. */
export function FoldedWhenNarrow({
  label,
  children,
}: {
  readonly label: string
  readonly children: ReactNode
}) {
  const [isNarrow, setNarrow] = useState(() => window.matchMedia(narrow).matches)
  const [open, setOpen] = useState(false)
  const id = useId()
  useEffect(() => {
    const query = window.matchMedia(narrow)
    const change = () => setNarrow(query.matches)
    query.addEventListener('change', change)
    return () => query.removeEventListener('change', change)
  }, [])
  if (!isNarrow) return children
  return (
    <div className="settings-fold">
      <Disclosure label={label} open={open} controls={id} onToggle={() => setOpen(!open)} />
      <div id={id} hidden={!open}>
        {children}
      </div>
    </div>
  )
}
