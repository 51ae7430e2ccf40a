import type { Fault } from '../../analyses/model/fault'

/** The codes scripts rely on (see the public names). */
export const exitCode = { done: 0, fault: 1, usage: 2, file: 3, bug: 70 } as const

/** Faults that mean: a file could not be read or written, as opposed to what stands in it. */
const fileFaults: ReadonlySet<string> = new Set([
  'import.unreadable',
  'import.not-found',
  'import.is-folder',
  'import.file-changed',
  'project.not-found',
  'project.unreadable',
  'project.read-only',
  'project.no-access',
  'engine.disk-full',
  'engine.read-only',
  'export.disk-full',
  'export.locked',
  'export.no-access',
  'export.no-folder',
  'export.read-only',
  'export.unwritable',
  'cli.unreadable',
])

export function exitCodeOf(fault: Fault): number {
  if (fault.code === 'engine.bug') return exitCode.bug
  return fileFaults.has(fault.code) ? exitCode.file : exitCode.fault
}
