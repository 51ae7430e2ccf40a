import { refuse } from '../../../../analyses/model/fault'
import type { JobContext } from '../../../../analyses/model/job'
import type { ByteSource } from '../../source/byte-source'
import { workbookLimits } from '../limits'
import { openPackage, openPart, type Package } from '../package'
import { type Sheet, type Visibility, type Workbook, WorkbookStore } from '../workbook'
import { type Attributes, attribute, readXml } from '../xml'
import { readSheet, type SheetSetting } from './read-sheet'
import { type Relation, readRelations } from './relations'
import { readSharedStrings } from './shared-strings'
import { readStyles } from './styles'

interface SheetEntry {
  readonly name: string
  readonly relation: string
  readonly visibility: Visibility
}

/**
 * Reads an XLSX or XLSM package whole (ECMA-376, transitional and strict). Macros, charts and links are not looked at.
 * Faults: `import.workbook-*`, `import.archive-*`. `progress` hears the share of the packed sheets read.
 */
export async function openXlsx(
  source: ByteSource,
  { signal }: JobContext,
  progress: (share: number) => void,
): Promise<Workbook> {
  const parts = await openPackage(source)
  if (parts.has('EncryptionInfo')) refuse('import.workbook-protected', { file: source.file }, source.path)
  const main = (await readRelations(parts, '', signal)).find(({ type }) => type === 'officeDocument')
  const part = main?.part ?? 'xl/workbook.xml'
  if (part.endsWith('.bin'))
    refuse('import.workbook-unsupported', { file: source.file, kind: 'XLSB' }, source.path)
  const relations = await readRelations(parts, part, signal)
  const { entries, date1904 } = await readEntries(await openPart(parts, part, source), signal)
  const store = new WorkbookStore(source)
  const worksheets = entries.flatMap((entry) => {
    const relation = relations.find(({ id, type }) => id === entry.relation && type === 'worksheet')
    return relation === undefined ? [] : [{ ...entry, part: relation.part }]
  })
  if (worksheets.length > workbookLimits.sheets) store.refuse(0)
  const opened = await Promise.all(worksheets.map(({ part: name }) => openPart(parts, name, source)))
  const strings = await openRelated(parts, relations, 'sharedStrings')
  const styles = await openRelated(parts, relations, 'styles')
  const total = opened.reduce((sum, { bytes }) => sum + bytes, strings?.bytes ?? 0)
  let before = 0
  const heard = (bytes: number) => progress(Math.min(1, (before + bytes) / Math.max(1, total)))
  const setting: SheetSetting = {
    store,
    epoch: date1904 ? 1904 : 1900,
    formats: styles === null ? [] : await readStyles(styles, signal),
    blankTexts: strings === null ? new Set() : await readSharedStrings(strings, store, signal, heard),
  }
  before += strings?.bytes ?? 0
  const sheets: Sheet[] = []
  for (const [i, { name, visibility }] of worksheets.entries()) {
    const sheet = opened[i]
    if (sheet === undefined) continue
    sheets.push({ name, visibility, grid: await readSheet(sheet, name, setting, signal, heard) })
    before += sheet.bytes
  }
  return { sheets, epoch: setting.epoch }
}

async function openRelated(
  parts: Package,
  relations: readonly Relation[],
  type: string,
): Promise<ByteSource | null> {
  const relation = relations.find((each) => each.type === type)
  return relation === undefined ? null : parts.open(relation.part)
}

async function readEntries(source: ByteSource, signal: JobContext['signal']) {
  const entries: SheetEntry[] = []
  let date1904 = false
  const handler = {
    open(name: string, attributes: Attributes) {
      if (name === 'workbookPr') date1904 = /^(?:1|true|on)$/.test(attribute(attributes, 'date1904') ?? '')
      if (name !== 'sheet') return
      const state = attribute(attributes, 'state')
      entries.push({
        name: attributes['name'] ?? '',
        relation: attribute(attributes, 'id') ?? '',
        visibility: state === 'hidden' ? 'hidden' : state === 'veryHidden' ? 'very-hidden' : 'visible',
      })
    },
    close() {},
  }
  await readXml(source, handler, signal)
  return { entries, date1904 }
}
