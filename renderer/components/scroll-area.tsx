import type { ReactNode } from 'react'

interface ScrollAreaProps {
  readonly label: string
  readonly className: string
  readonly children: ReactNode
}

/** Content that scrolls by keyboard as well: a named region that takes the focus. */
export function ScrollArea({ label, className, children }: ScrollAreaProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without the focus the arrow keys could not scroll it
    <section className={className} tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
