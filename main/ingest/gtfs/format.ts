import { basename, dirname } from 'node:path'
import type { ImportOptions, Problem } from '../../../analyses/model/data-set'
import type { JobContext } from '../../../analyses/model/job'
import { columnNames } from '../../../analyses/model/naming'
import { delimitedTable, plainShape } from '../csv/delimited-table'
import { findLayout } from '../csv/layout'
import { openText, textContents } from '../csv/text-source'
import type { Format, Place } from '../formats/format'
import { problem } from '../problem'
import type { ByteSource } from '../source/byte-source'
import type { SourceTable } from '../tables/source-table'
import { checkedTable } from './checked-table'
import { coreFiles, feedFiles, kindOf, requiredFiles } from './files'
import { FeedKeys } from './keys'
import { feedView, sampleFeedRows } from './view'

/** GTFS Schedule: a folder or an archive of tables that refer to each other, opened by any of them. */
export const gtfsFormat: Format = {
  id: 'gtfs',
  async recognise(place, { format }) {
    if (format !== undefined) return format === 'gtfs'
    if (!feedFiles.some((name) => name === place.source.file)) return false
    const names = await place.neighbours()
    return coreFiles.every((name) => names.includes(name)) && startsWithFields(place)
  },
  async open(place, options, job, progress) {
    const names = await place.neighbours()
    const files = feedFiles.filter((name) => names.includes(name))
    const opened = new Map<string, FeedFile>()
    for (const [i, name] of files.entries()) {
      const source = name === place.source.file ? place.source : await place.neighbour(name)
      if (source === null || source.bytes === 0) continue
      const share = (done: number) => progress((i + done) / files.length)
      opened.set(name, await openFile(name, source, options, job, share))
    }
    const keys = new FeedKeys(new Map([...opened].map(([name, { table }]) => [name, table])))
    const tables = [...opened].map(([name, { table, source }]) => checkedTable(table, name, source, keys))
    const own = opened.get(place.source.file) ?? [...opened.values()][0]
    return {
      ...(own?.contents ?? { encoding: 'utf-8', encodingConfidence: 'certain' as const }),
      tables,
      problems: missing(names),
      alsoRead: files.filter((name) => name !== place.source.file),
      tablesAreNamed: true,
      // Opened by one of its files, a feed is still called by its folder.
      name: basename(dirname(place.source.path)),
    }
  },
}

/** A file of that name in a folder of such names could still be something else: its header must have known fields. */
function startsWithFields({ head }: Place): boolean {
  const [line = ''] = Buffer.from(head)
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/, 1)
  const fields = line.split(',').map((field) => field.trim().replace(/^"|"$/g, ''))
  return fields.some((field) => kindOf(field) !== 'text' || /^(?:agency|feed|route|stop|trip)_/.test(field))
}

function missing(names: readonly string[]): readonly Problem[] {
  const lacks = (name: string): boolean => !names.includes(name)
  const noCalendar = lacks('calendar.txt')
  return [
    ...requiredFiles.filter(lacks).map((name) => problem('gtfs.file-missing', 1, null, undefined, name)),
    ...(noCalendar && lacks('calendar_dates.txt')
      ? [problem('gtfs.file-missing', 1, null, undefined, 'calendar.txt')]
      : []),
    ...(noCalendar && !lacks('calendar_dates.txt') ? [problem('gtfs.no-calendar', 1, null)] : []),
  ]
}

interface FeedFile {
  readonly table: SourceTable
  readonly source: ByteSource
  readonly contents: ReturnType<typeof textContents>
}

/** The standard fixes the dialect: UTF-8, commas, double quotes, one header line. */
async function openFile(
  name: string,
  source: ByteSource,
  { encoding }: ImportOptions,
  job: JobContext,
  progress: (share: number) => void,
): Promise<FeedFile> {
  const fixed: ImportOptions = {
    ...(encoding === undefined ? {} : { encoding }),
    delimiter: ',',
    quote: '"',
    escape: null,
    headerLine: 1,
    headerLines: 1,
    footerLines: 0,
  }
  const text = await openText(source, fixed, job, progress)
  const found = await findLayout(source, text.survey, fixed)
  const layout = { ...found, dialect: { ...found.dialect, format: 'gtfs' as const } }
  const stem = name.replace(/\.txt$/, '')
  const sqlNames = columnNames(layout.headers)
  const columns = layout.headers.map((label, i) => ({ label, name: sqlNames[i] ?? label }))
  const sampleRows = (records: readonly (readonly (string | null)[])[], limit: number) =>
    sampleFeedRows(columns, records.slice(0, limit))
  const named = { id: stem, title: name, suffix: stem }
  const shape = { ...plainShape(layout), ...named, view: feedView(columns), sampleRows }
  return { table: delimitedTable(text, layout, shape), source, contents: textContents(text) }
}
