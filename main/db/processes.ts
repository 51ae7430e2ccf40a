import { readFileSync } from 'node:fs'

export function processIsAlive(pid: number): boolean {
  // A zombie answers signals, but only its parent's bookkeeping is left of it; it holds nothing.
  if (/^[ZX]$/.test(statFields(pid)?.[0] ?? '')) return false
  try {
    // Signal 0 sends nothing; it only asks.
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it is there, but belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * When a process began, in clock ticks since boot (field 22 of /proc/<pid>/stat), with the boot it
 * belongs to; null where there is no /proc. Tells a process from a later one that got its number.
 */
export function processStart(pid: number): string | null {
  const start = statFields(pid)?.[19]
  if (start === undefined) return null
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${start}`
  } catch {
    return null
  }
}

/** Fields of /proc/<pid>/stat from the third (state) on; null without /proc or such a process. */
function statFields(pid: number): readonly string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program's name in brackets and may itself contain spaces and brackets.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}
