import type { ImportOptions, Problem } from '../../../analyses/model/data-set'
import { FaultError, refuse } from '../../../analyses/model/fault'
import type { JobContext } from '../../../analyses/model/job'
import { textContents } from '../csv/text-source'
import type { Contents, Format, Place } from '../formats/format'
import { isTextHead } from '../text/survey'
import { type DescribedTable, describedTable } from './described-table'
import { Findings } from './findings'
import { loadGroup, type Web } from './locate'
import type { CsvwTable, TableGroup } from './metadata/table-group'
import { addressOf, nameAmong, placeWeb, sameName } from './place-web'
import { problemsOf } from './problems'
import { lastPart } from './validate'

/** Text in columns with metadata of the W3C's CSV on the Web beside it, or such metadata themselves. */
export const csvwFormat: Format = {
  id: 'csvw',
  async recognise(place, { format }) {
    if (format !== undefined && format !== 'csvw') return false
    if (isMetadata(place.head)) return true
    if (!isTextHead(place.head) || looksLikeJson(place.head)) return false
    return (await metadataBeside(place)).group !== null
  },
  async open(place, options, job, progress) {
    const web = placeWeb(place)
    const findings = new Findings()
    if (looksLikeJson(place.head)) {
      const group = await loadGroup(addressOf(place.source.file), web, findings)
      if (group === null)
        return refuse('import.csvw-no-tables', { file: place.source.file }, place.source.path)
      return openGroup(place, group, web, findings, options, job, progress)
    }
    const beside = await metadataBeside(place)
    if (beside.group === null)
      return refuse('import.csvw-no-metadata', { file: place.source.file }, place.source.path)
    return openOne(place, beside, web, options, job, progress)
  },
}

const CONTEXT = 'www.w3.org/ns/csvw'

const looksLikeJson = (head: Uint8Array): boolean => /^(?:\uFEFF)?\s*\{/.test(textOf(head).slice(0, 1000))
const textOf = (head: Uint8Array): string => Buffer.from(head).toString('utf8')

/** JSON whose `@context` is that of CSV on the Web, by its first bytes: other linked data only mention it elsewhere. */
function isMetadata(head: Uint8Array): boolean {
  if (!looksLikeJson(head)) return false
  const [, context = ''] = /"@context"\s*:\s*(\[\s*)?"([^"]*)"/.exec(textOf(head)) ?? []
  const [, , first = context] = /"@context"\s*:\s*(\[\s*)?"([^"]*)"/.exec(textOf(head)) ?? []
  return first.includes(CONTEXT)
}

interface Beside {
  readonly group: TableGroup | null
  readonly table: CsvwTable | null
  readonly findings: Findings
}

/** Metadata of a file: `data.csv-metadata.json`, `data-metadata.json`, or the folder's `csv-metadata.json` that names it. */
async function metadataBeside(place: Place): Promise<Beside> {
  const { file } = place.source
  const names = await place.neighbours()
  const web = placeWeb(place)
  const findings = new Findings()
  for (const wanted of [
    `${file}-metadata.json`,
    `${file.replace(/\.[^.]*$/, '')}-metadata.json`,
    'csv-metadata.json',
  ]) {
    const name = names.find((each) => sameName(each, wanted))
    if (name === undefined || sameName(name, file)) continue
    const own = new Findings()
    const group = await loadGroup(addressOf(name), web, own)
    const table = group?.tables.find(({ url }) => nameAmong([file], url) !== null) ?? null
    if (group !== null && table !== null) {
      findings.addAll(own)
      return { group, table, findings }
    }
    if (group !== null) findings.warn('not-describing', group.file)
    else findings.addAll(own)
  }
  return { group: null, table: null, findings }
}

/** The file that was opened, described by the metadata beside it. */
async function openOne(
  place: Place,
  { group, table, findings }: Beside,
  web: Web,
  options: ImportOptions,
  job: JobContext,
  progress: (share: number) => void,
): Promise<Contents> {
  if (group === null || table === null) throw new Error('metadata without the table it was found for')
  const opened = await describedTable(place.source, table, group, web, options, job, progress)
  return {
    ...textContents(opened.text),
    tables: [{ ...opened.table, suffix: '' }],
    problems: problemsOf(findings.all),
    alsoRead: [group.file],
  }
}

/** All tables of the metadata that was opened, those that are here. */
async function openGroup(
  place: Place,
  group: TableGroup,
  web: Web,
  findings: Findings,
  options: ImportOptions,
  job: JobContext,
  progress: (share: number) => void,
): Promise<Contents> {
  const tables: DescribedTable[] = []
  const problems: Problem[] = []
  const files: string[] = []
  for (const [i, table] of group.tables.entries()) {
    const source = await web.open(table.url)
    if (source === null) {
      findings.error('table-missing', group.file, table.at, lastPart(table.url))
      continue
    }
    const share = (done: number) => progress((i + done) / group.tables.length)
    try {
      tables.push(await describedTable(source, table, group, web, options, job, share))
      files.push(source.file)
    } catch (error) {
      if (!(error instanceof FaultError)) throw error
      findings.error('table-unreadable', group.file, table.at, source.file)
    }
  }
  problems.push(...problemsOf(findings.all))
  const [first] = tables
  if (first === undefined)
    return refuse('import.csvw-no-tables', { file: place.source.file }, place.source.path)
  const { encoding, encodingConfidence } = textContents(first.text)
  return {
    encoding,
    encodingConfidence,
    tables: tables.map(({ table }) => table),
    problems,
    alsoRead: files,
    tablesAreNamed: true,
    ownNames: true,
  }
}
