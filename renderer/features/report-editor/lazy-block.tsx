import { type ReactNode, useEffect, useRef, useState } from 'react'

/** So far outside of what is seen (px) a block is already drawn. */
const ahead = 900
/** So long (ms) a block in sight waits at most for a pause in what the person does. */
const patience = 400

/**
 * A block that costs something to draw (a chart, a long table) is drawn when one comes near it and nothing else is to be
 * done: keys and scrolling go first, and what is scrolled past is not drawn at all. What was drawn once stays.
 */
export function LazyBlock({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [due, setDue] = useState(false)
  useEffect(() => {
    const element = box.current
    if (!element || due) return
    let waiting: number | null = null
    const forget = () => {
      if (waiting !== null) window.cancelIdleCallback(waiting)
      waiting = null
    }
    const observer = new IntersectionObserver(
      (entries) => {
        const near = entries.at(-1)?.isIntersecting === true
        if (!near) forget()
        else waiting ??= window.requestIdleCallback(() => setDue(true), { timeout: patience })
      },
      { rootMargin: `${ahead}px 0px` },
    )
    observer.observe(element)
    return () => {
      forget()
      observer.disconnect()
    }
  }, [due])
  return due ? children : <div ref={box} className="lazy-block" />
}
