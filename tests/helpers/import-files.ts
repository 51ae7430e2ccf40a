import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import type { Fault } from '../../analyses/model/fault'
import { FaultError } from '../../analyses/model/fault'
import type { JobContext } from '../../analyses/model/job'

export const quietJob: JobContext = { signal: new AbortController().signal, report: () => {} }

/** A folder for files of one test file, with accents in its name as users have them. */
export function importFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'načítání '))
  return {
    path: folder,
    write(name: string, content: string | Uint8Array, encoding = 'utf-8'): string {
      const path = join(folder, name)
      writeFileSync(path, typeof content === 'string' ? iconv.encode(content, encoding) : content)
      return path
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The fault an import ends with; anything else fails the test. */
export async function faultOf(work: Promise<unknown>): Promise<Fault> {
  try {
    await work
  } catch (error) {
    if (error instanceof FaultError) return error.fault
    throw error
  }
  throw new Error('expected a fault, but the import went through')
}

/** Reproducible randomness (mulberry32). */
export function seeded(seed: number) {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (count: number): number => Math.floor(next() * count)
  const pick = <T>(values: readonly T[]): T => {
    const value = values[below(values.length)]
    if (value === undefined) throw new Error('nothing to pick from')
    return value
  }
  return { next, below, pick }
}
