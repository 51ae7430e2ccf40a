import type { ImportOptions, Problem } from '../../../analyses/model/data-set'
import { refuse } from '../../../analyses/model/fault'
import { delimitedTable } from '../csv/delimited-table'
import { findLayout } from '../csv/layout'
import { readRecords } from '../csv/records'
import { marksOf } from '../csv/scanner'
import { openText, textContents } from '../csv/text-source'
import type { Format } from '../formats/format'
import { problem } from '../problem'
import type { SourceTable } from '../tables/source-table'
import { isTextHead } from '../text/survey'
import { parseSdmxHeader, type SdmxHeader } from './header'
import { madeShape } from './made-columns'

/** SDMX-CSV 1.0 and 2.0, and the export of Eurostat's older Data Explorer: one observation in each record. */
export const sdmxCsvFormat: Format = {
  id: 'sdmx-csv',
  recognise: async ({ head }, { format }) =>
    format === undefined
      ? isTextHead(head) && headerIn(head) !== null
      : format === 'sdmx-csv' && isTextHead(head),
  async open({ source, head }, options, job, progress) {
    const text = await openText(source, options, job, progress)
    const found = headerIn(head)
    const layout = await findLayout(source, text.survey, found === null ? options : written(options, found))
    const header = parseSdmxHeader(layout.headers)
    if (header === null) {
      const cell = (layout.headers[0] ?? '').slice(0, 60)
      return refuse('import.not-sdmx', { file: source.file, cell }, source.path)
    }
    const shape = madeShape(layout, header.columns)
    const facts = { version: header.version }
    const dialect = { ...layout.dialect, format: 'sdmx-csv' as const, facts }
    const table = delimitedTable(text, { ...layout, dialect }, shape)
    return { ...textContents(text), tables: [watchingActions(table, header)] }
  },
}

interface Written {
  readonly delimiter: string
  readonly line: number
}

/** The header stands in the first line; fields are parted by a comma, a semicolon or a tab. */
function headerIn(head: Uint8Array): Written | null {
  const end = head.findIndex((byte) => byte === 0x0a || byte === 0x0d)
  const bytes = Buffer.from(end < 0 ? head : head.subarray(0, end))
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const line = marked ? bytes.subarray(3) : bytes
  for (const delimiter of [',', ';', '\t']) {
    const [record] = readRecords(line, marksOf(delimiter, '"', null), true, 1)
    if (record !== undefined && parseSdmxHeader(record.cells) !== null) return { delimiter, line: 1 }
  }
  return null
}

const written = (options: ImportOptions, { delimiter, line }: Written): ImportOptions => ({
  delimiter,
  quote: '"',
  headerLine: line,
  headerLines: 1,
  ...options,
})

/** Records of SDMX-CSV 2.0 may say that observations are to be deleted: these are no data. */
function watchingActions(table: SourceTable, { action, columns }: SdmxHeader): SourceTable {
  const at = columns.findIndex(({ field }) => field === action)
  if (action < 0 || at < 0) return table
  return {
    ...table,
    async read(sink, job, progress) {
      let deletions = 0
      let first: number | null = null
      const watched = {
        rejects: sink.rejects,
        async rows(batch: Parameters<typeof sink.rows>[0]) {
          const { offsets, data } = batch.columns[at] ?? {
            offsets: new Int32Array(1),
            data: new Uint8Array(0),
          }
          for (let row = 0; row < batch.rows; row++) {
            if (data[offsets[row] ?? 0] !== 0x44 || (offsets[row + 1] ?? 0) === offsets[row]) continue
            deletions++
            first ??= Number(batch.lines[row])
          }
          await sink.rows(batch)
        },
      }
      const counts = await table.read(watched, job, progress)
      const found: readonly Problem[] =
        deletions === 0 ? [] : [problem('sdmx.deletions', deletions, first, 'action')]
      return { ...counts, problems: [...counts.problems, ...found] }
    },
  }
}
