import type { ImportOptions } from '../../../analyses/model/data-set'
import { refuse } from '../../../analyses/model/fault'
import { delimitedTable, type TableShape } from '../csv/delimited-table'
import { findLayout, type Layout, readSample } from '../csv/layout'
import { readRecords } from '../csv/records'
import { marksOf } from '../csv/scanner'
import { openText, type TextSource, textContents } from '../csv/text-source'
import type { Format, Place } from '../formats/format'
import { type EurostatHeader, parseEurostatHeader } from './header'
import { longNames, longRows } from './long-rows'
import { sampleRows } from './sample-rows'
import { eurostatColumns } from './view'

/** Eurostat's bulk TSV: a packed key, then one column per period; every cell becomes a row. */
export const eurostatFormat: Format = {
  id: 'eurostat-tsv',
  recognise: async ({ head }, { format }) =>
    format === 'eurostat-tsv' || (format === undefined && startsWithKey(Buffer.from(head))),
  async open(place, options, job, progress) {
    const text = await openText(place.source, options, job, progress)
    const { header, line } = await findHeader(place, text)
    const layout = await findLayout(place.source, text.survey, asTsv(options, line))
    return { ...textContents(text), tables: [eurostatTable(text, layout, header)] }
  },
}

function startsWithKey(head: Buffer): boolean {
  const text = head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
  const [line = ''] = text.split(/[\r\n]/, 1)
  return parseEurostatHeader(line.split('\t')) !== null
}

const asTsv = (options: ImportOptions, line: number): ImportOptions => ({
  ...options,
  delimiter: '\t',
  quote: null,
  headerLines: 1,
  headerLine: line,
})

async function findHeader({ source }: Place, { survey }: TextSource) {
  const sample = await readSample(source, survey)
  const [top] = readRecords(sample.bytes, marksOf('\t', null, null), sample.whole, 5)
  const header = parseEurostatHeader(top?.cells ?? [])
  if (header !== null && top !== undefined) return { header, line: top.line }
  return refuse(
    'import.not-eurostat',
    { file: source.file, cell: (top?.cells[0] ?? '').slice(0, 60) },
    source.path,
  )
}

function eurostatTable(text: TextSource, found: Layout, header: EurostatHeader) {
  const layout: Layout = {
    ...found,
    dialect: { ...found.dialect, format: 'eurostat-tsv', decimal: '.' },
    width: header.periods.length + 1,
    headers: [header.labels.join(','), ...header.periods],
  }
  return delimitedTable(text, layout, eurostatShape(header))
}

function eurostatShape(header: EurostatHeader): TableShape {
  const maker = longRows(header)
  return {
    columns: longNames(header).map((name) => ({ label: name, name })),
    view: eurostatColumns(header),
    maker,
    long: true,
    sampleRows: (records, limit) => sampleRows(header, records, limit),
  }
}
