import { caseOf } from '../method-cases'
import { measure, words } from './measure'

// The calculation alone, on data in memory. The longest piece is the most processor time between two yields.
const [name = '', , size = ''] = words(3)
const one = caseOf(name)
const prepared = one.prepare(one.run(Number(size)))
await measure(async () => {
  const steps = prepared()
  let longest = 0
  let [at, usage] = [performance.now(), process.cpuUsage()]
  for (;;) {
    const { done } = steps.next()
    // Asking for the processor time takes time itself: not after every short piece.
    if (performance.now() - at > 5) {
      const { user, system } = process.cpuUsage(usage)
      longest = Math.max(longest, (user + system) / 1000)
      at = performance.now()
      usage = process.cpuUsage()
    }
    if (done === true) break
  }
  return { rows: Number(size), steps: { longest } }
})
