import type { ImportOptions, Problem } from '../../../analyses/model/data-set'
import { FaultError, refuse } from '../../../analyses/model/fault'
import type { JobContext } from '../../../analyses/model/job'
import { readRecords } from '../csv/records'
import { marksOf } from '../csv/scanner'
import { textContents } from '../csv/text-source'
import type { Contents, Format, Place } from '../formats/format'
import { problem } from '../problem'
import { isTextHead } from '../text/survey'
import { titleFits } from './check/bind-columns'
import { type DescribedTable, describedTable } from './described-table'
import { Findings } from './findings'
import { loadGroup, type Web } from './locate'
import { defaultDialect } from './metadata/dialect'
import type { CsvwTable, TableGroup } from './metadata/table-group'
import { addressOf, nameAmong, placeWeb, sameName } from './place-web'
import { problemsOf } from './problems'
import { lastPart } from './validate'

/** Text in columns with metadata of the W3C's CSV on the Web beside it, or such metadata themselves. */
export const csvwFormat: Format = {
  id: 'csvw',
  async recognise(place, { format }) {
    if (format !== undefined) return format === 'csvw' && isTextHead(place.head)
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

/** Enough for a header. */
const HEADER_BYTES = 64 * 1024
const CONTEXT = 'www.w3.org/ns/csvw'

const looksLikeJson = (head: Uint8Array): boolean => /^(?:\uFEFF)?\s*\{/.test(textOf(head).slice(0, 1000))
const textOf = (head: Uint8Array): string => Buffer.from(head).toString('utf8')

/** JSON whose `@context` is that of CSV on the Web, by its first bytes: other linked data only mention it elsewhere. */
function isMetadata(head: Uint8Array): boolean {
  if (!looksLikeJson(head)) return false
  const [, first = ''] = /"@context"\s*:\s*(?:\[\s*)?"([^"]*)"/.exec(textOf(head)) ?? []
  return first.includes(CONTEXT)
}

export interface Beside {
  readonly group: TableGroup | null
  readonly table: CsvwTable | null
  /** The file that the metadata name. */
  readonly other: string
  readonly findings: Findings
}

/** Metadata of a file: `data.csv-metadata.json`, `data-metadata.json`, or the folder's `csv-metadata.json` that names it. */
async function metadataBeside(place: Place): Promise<Beside> {
  const { file } = place.source
  const names = await place.neighbours()
  const web = placeWeb(place)
  const findings = new Findings()
  const ownNames = [`${file}-metadata.json`, `${file.replace(/\.[^.]*$/, '')}-metadata.json`]
  for (const wanted of [...ownNames, 'csv-metadata.json']) {
    const name = names.find((each) => sameName(each, wanted))
    if (name === undefined || sameName(name, file)) continue
    const own = new Findings()
    const group = await loadGroup(addressOf(name), web, own)
    if (group === null) {
      findings.addAll(own)
      continue
    }
    const named = group.tables.find(({ url }) => nameAmong([file], url) !== null)
    const other =
      named === undefined && ownNames.includes(wanted) ? renamed(group, names, file, place.head) : null
    const table = named ?? other?.tables[0] ?? null
    if (table !== null) {
      findings.addAll(own)
      return { group: other ?? group, table, other: group.tables[0]?.url ?? '', findings }
    }
    findings.warn('not-describing', group.file)
  }
  return { group: null, table: null, other: '', findings }
}

/**
 * Files are renamed more often than their metadata. A group whose only table is not here, but has the titles of this
 * file's header, as the description of this file; null when it is not.
 */
function renamed(
  group: TableGroup,
  names: readonly string[],
  file: string,
  head: Uint8Array,
): TableGroup | null {
  const [table, ...more] = group.tables
  if (table === undefined || more.length > 0 || nameAmong(names, table.url) !== null) return null
  const { delimiter, quoteChar, doubleQuote, headerRowCount } = table.dialect ?? defaultDialect
  if (headerRowCount !== 1) return null
  const marks = marksOf(delimiter, quoteChar, doubleQuote ? quoteChar : '\\')
  const [header] = readRecords(withoutMark(head), marks, true, 1)
  const columns = table.schema?.columns?.filter(({ virtual }) => !virtual) ?? []
  const cells = header?.cells ?? []
  const fits =
    columns.length === cells.length && columns.every((column, i) => titleFits(column, cells[i] ?? '', 'und'))
  return fits && columns.length > 0 ? { ...group, tables: [{ ...table, url: addressOf(file) }] } : null
}

/** The file that opened metadata describe under a name it no longer has: the one these metadata are named after. */
async function renamedBeside(place: Place, group: TableGroup, web: Web): Promise<TableGroup | null> {
  const file = place.source.file.replace(/-metadata\.json$/i, '')
  const names = await place.neighbours()
  const name = names.find((each) => sameName(each, file) || sameName(each, `${file}.csv`))
  const source = name === undefined ? null : await web.open(addressOf(name))
  return source === null || name === undefined
    ? null
    : renamed(group, names, name, await source.slice(0, HEADER_BYTES))
}

const withoutMark = (head: Uint8Array): Uint8Array =>
  head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? head.subarray(3) : head

/** The file that was opened, described by the metadata beside it. */
async function openOne(
  place: Place,
  { group, table, other, findings }: Beside,
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
    problems: [...problemsOf(findings.all), ...renamedProblem(table.url, other)],
    alsoRead: [group.file],
  }
}

const renamedProblem = (url: string, other: string): readonly Problem[] =>
  sameName(lastPart(url), lastPart(other))
    ? []
    : [problem('csvw.metadata-renamed', 1, null, undefined, lastPart(other))]

/** All tables of the metadata that was opened, those that are here. */
async function openGroup(
  place: Place,
  written: TableGroup,
  web: Web,
  findings: Findings,
  options: ImportOptions,
  job: JobContext,
  progress: (share: number) => void,
): Promise<Contents> {
  const tables: DescribedTable[] = []
  const files: string[] = []
  const group = (await renamedBeside(place, written, web)) ?? written
  const problems = [...renamedProblem(group.tables[0]?.url ?? '', written.tables[0]?.url ?? '')]
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
