import type { Fault } from '../../analyses/model/fault'
import type { FaultCode } from '../../analyses/model/faults/catalogue'

/** The codes scripts rely on (see the public names). */
export const exitCode = { done: 0, fault: 1, usage: 2, file: 3, bug: 70 } as const

/** Faults that mean: a file could not be read or written, as opposed to what stands in it. */
const fileFaults: ReadonlySet<FaultCode> = new Set<FaultCode>([
  'cli.unreadable',
  'engine.disk-failed',
  'engine.disk-full',
  'engine.read-only',
  'export.disk-full',
  'export.folder-missing',
  'export.not-a-file',
  'export.not-writable',
  'export.write-failed',
  'import.file-changed',
  'import.file-missing',
  'import.file-unreadable',
  'import.not-a-file',
  'project.missing',
  'project.unreadable',
  'project.unwritable',
])

export function exitCodeOf(fault: Fault): number {
  if (fault.code === 'engine.bug') return exitCode.bug
  return fileFaults.has(fault.code) ? exitCode.file : exitCode.fault
}
