import { FaultError, fault, refuse } from '../../../../analyses/model/fault'
import type { JobContext } from '../../../../analyses/model/job'
import type { ByteSource } from '../../source/byte-source'
import { Breath } from '../breath'
import { type Sheet, type Workbook, WorkbookStore } from '../workbook'
import { DamagedError, isCompoundFile, readCompoundFile, readWhole } from './compound-file'
import { type Globals, readGlobals } from './read-globals'
import { readSheet } from './read-sheet'

const READ_SHARE = 0.3

/**
 * Reads an XLS workbook whole (BIFF5 of 1993 and BIFF8 of 1997 on, [MS-XLS]).
 * Faults: `import.workbook-*`; what stands in a compound file and is no workbook is `import.workbook-unsupported`.
 */
export async function openXls(
  source: ByteSource,
  { signal }: JobContext,
  progress: (share: number) => void,
): Promise<Workbook> {
  const whole = await readWhole(source, signal, (bytes) => progress((bytes / source.bytes) * READ_SHARE))
  const store = new WorkbookStore(source)
  const breath = new Breath(signal)
  try {
    const stream = workbookStream(whole, source)
    const globals = await readGlobals(stream, store, breath)
    if (globals.protected) refuse('import.workbook-protected', { file: source.file }, source.path)
    return { sheets: await readSheets(stream, globals, store, breath, progress), epoch: globals.epoch }
  } catch (error) {
    throw asDamage(error, source)
  }
}

async function readSheets(
  stream: Buffer,
  globals: Globals,
  store: WorkbookStore,
  breath: Breath,
  progress: (share: number) => void,
): Promise<readonly Sheet[]> {
  const sheets: Sheet[] = []
  for (const entry of globals.sheets) {
    progress(READ_SHARE + (1 - READ_SHARE) * Math.min(1, entry.at / stream.length))
    const grid = await readSheet(stream, entry, globals, store, breath)
    sheets.push({ name: entry.name, visibility: entry.visibility, grid })
  }
  return sheets
}

function workbookStream(whole: Buffer, { file, path }: ByteSource): Buffer {
  const unsupported = (kind: string) => refuse('import.workbook-unsupported', { file, kind }, path)
  if (!isCompoundFile(whole)) return checkVersion(whole, unsupported)
  const compound = readCompoundFile(whole)
  const names = compound.names.map((name) => name.toLowerCase())
  if (names.includes('encryptedpackage')) refuse('import.workbook-protected', { file }, path)
  const stream = compound.stream('Workbook') ?? compound.stream('Book')
  if (stream !== null) return checkVersion(stream, unsupported)
  const kind = names.includes('worddocument') ? 'DOC' : names.includes('powerpoint document') ? 'PPT' : 'OLE'
  return unsupported(kind)
}

/** The first record says the version; before BIFF5 a file was a single sheet with other records. */
function checkVersion(stream: Buffer, unsupported: (kind: string) => never): Buffer {
  const type = stream.readUInt16LE(0)
  if (type === 0x009 || type === 0x209 || type === 0x409) unsupported('XLS (BIFF2–BIFF4)')
  const version = type === 0x809 ? stream.readUInt16LE(4) : 0
  if (version !== 0x500 && version !== 0x600) throw new DamagedError('no workbook')
  return stream
}

/** Reading behind the end of a record is damage too. */
function asDamage(error: unknown, { file, path }: ByteSource): unknown {
  const broken = error instanceof DamagedError || error instanceof RangeError
  if (!broken) return error
  return new FaultError(fault('import.workbook-damaged', { file, detail: error.message.slice(0, 80) }, path))
}
