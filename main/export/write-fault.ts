import { dirname } from 'node:path'
import { type Fault, FaultError, fault } from '../../analyses/model/fault'

const notWritable: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'ETXTBSY'])
const full: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const inTheWay: ReadonlySet<string> = new Set(['EISDIR', 'EEXIST', 'ENOTEMPTY'])

/** What the system said while writing, as a fault; null for everything that is not the system's refusal. */
export function writeFault(error: unknown, file: string): Fault | null {
  if (error instanceof FaultError || !(error instanceof Error) || !('syscall' in error)) return null
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return fault('export.folder-missing', { file, folder: dirname(file) }, file)
  if (code === 'ENAMETOOLONG') return fault('export.name-too-long', { file }, file)
  if (notWritable.has(code)) return fault('export.not-writable', { file }, file)
  if (full.has(code)) return fault('export.disk-full', { file }, file)
  if (inTheWay.has(code)) return fault('export.not-a-file', { file }, file)
  return fault('export.write-failed', { file, detail: code }, file)
}
