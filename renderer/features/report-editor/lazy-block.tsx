import { type ReactNode, useEffect, useRef, useState } from 'react'

/** So far outside of what is seen (px) a block is already drawn. */
const ahead = 900

/**
 * A block that costs something to draw (a chart, a long table) is drawn when one comes near it. A report of three
 * hundred blocks stays fluent, and what was drawn once stays.
 */
export function LazyBlock({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    const element = box.current
    if (!element || near) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true)
      },
      { rootMargin: `${ahead}px 0px` },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [near])
  return near ? children : <div ref={box} className="lazy-block" />
}
