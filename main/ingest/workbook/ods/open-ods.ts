import { refuse } from '../../../../analyses/model/fault'
import type { JobContext } from '../../../../analyses/model/job'
import type { ByteSource } from '../../source/byte-source'
import { openPackage, openPart } from '../package'
import { type Workbook, WorkbookStore } from '../workbook'
import { readXml } from '../xml'
import { ContentHandler } from './read-content'

/**
 * Reads an OpenDocument spreadsheet whole: a package (.ods, .ots), or one flat XML file (.fods).
 * Faults: `import.workbook-*`, `import.archive-*`.
 */
export async function openOds(
  source: ByteSource,
  flat: boolean,
  { signal }: JobContext,
  progress: (share: number) => void,
): Promise<Workbook> {
  const content = flat ? source : await openContent(source, signal)
  const handler = new ContentHandler(new WorkbookStore(source))
  await readXml(content, handler, signal, (bytes) =>
    progress(Math.min(1, bytes / Math.max(1, content.bytes))),
  )
  return { sheets: handler.sheets, epoch: 1900 }
}

async function openContent(source: ByteSource, signal: JobContext['signal']): Promise<ByteSource> {
  const parts = await openPackage(source)
  const manifest = await parts.open('META-INF/manifest.xml')
  if (manifest !== null) {
    let encrypted = false
    const handler = {
      open(name: string) {
        encrypted ||= name === 'encryption-data'
      },
      close() {},
    }
    await readXml(manifest, handler, signal)
    if (encrypted) refuse('import.workbook-protected', { file: source.file }, source.path)
  }
  return openPart(parts, 'content.xml', source)
}
