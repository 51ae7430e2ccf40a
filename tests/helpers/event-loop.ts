export interface LoopWatch {
  /** Ends the watch and gives the longest time others had to wait for their turn, ms. */
  stop(): number
}

/** Watches how long the event loop says nothing: as long as that, a cancel and the window have to wait. */
export function watchLoop(every = 5): LoopWatch {
  let last = performance.now()
  let longest = 0
  const look = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last - every)
    last = now
  }
  const timer = setInterval(look, every)
  return {
    stop() {
      clearInterval(timer)
      look()
      return Math.max(0, longest)
    },
  }
}
