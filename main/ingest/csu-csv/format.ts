import type { ImportOptions, Problem } from '../../../analyses/model/data-set'
import { refuse } from '../../../analyses/model/fault'
import type { TextBatch } from '../arrow/text-columns'
import { delimitedTable } from '../csv/delimited-table'
import { findLayout, type Layout } from '../csv/layout'
import { readRecords } from '../csv/records'
import { marksOf } from '../csv/scanner'
import { openText, textContents } from '../csv/text-source'
import type { Format } from '../formats/format'
import { problem } from '../problem'
import { type MadeColumn, madeShape } from '../sdmx-csv/made-columns'
import type { SourceTable, TableSink } from '../tables/source-table'
import { isTextHead } from '../text/survey'
import { type CsuHeader, declaredOf, levelOf, parseCsuHeader, sexOf } from './header'

/** Open data files of the Czech Statistical Office: one value in each record, code lists by number. */
export const csuFormat: Format = {
  id: 'csu-csv',
  recognise: async ({ head }, { format }) =>
    format === undefined
      ? isTextHead(head) && delimiterIn(head) !== null
      : format === 'csu-csv' && isTextHead(head),
  async open({ source, head }, options, job, progress) {
    const text = await openText(source, options, job, progress)
    const delimiter = delimiterIn(head)
    const layout = await findLayout(
      source,
      text.survey,
      delimiter === null ? options : written(options, delimiter),
    )
    const header = parseCsuHeader(layout.headers)
    if (header === null) return refuse('import.not-csu', { file: source.file }, source.path)
    const met = new Met(header)
    const shape = madeShape(layout, met.watch(columnsOf(layout, header, met)))
    const dialect = { ...layout.dialect, format: 'csu-csv' as const, facts: { publisher: 'ČSÚ' } }
    const table = delimitedTable(text, { ...layout, dialect }, shape)
    const reading = {
      ...table,
      async read(sink: TableSink, ...rest: Rest) {
        const watched = { rejects: sink.rejects, rows: (batch: TextBatch) => sink.rows(met.look(batch)) }
        const counts = await table.read(watched, ...rest)
        return { ...counts, problems: [...counts.problems, ...met.problems()] }
      },
    }
    return { ...textContents(text), tables: [reading] }
  },
}

type Rest = readonly [Parameters<SourceTable['read']>[1], Parameters<SourceTable['read']>[2]]

function delimiterIn(head: Uint8Array): string | null {
  const end = head.findIndex((byte) => byte === 0x0a || byte === 0x0d)
  const line = Buffer.from(end < 0 ? head : head.subarray(0, end))
  for (const delimiter of [',', ';']) {
    const [record] = readRecords(line, marksOf(delimiter, '"', null), true, 1)
    if (record !== undefined && parseCsuHeader(record.cells) !== null) return delimiter
  }
  return null
}

const written = (options: ImportOptions, delimiter: string): ImportOptions => ({
  delimiter,
  quote: '"',
  headerLine: 1,
  headerLines: 1,
  ...options,
})

/** The columns as they stand; the territory's level and the sex get a column of their own behind their codes. */
function columnsOf({ headers }: Layout, header: CsuHeader, met: Met): readonly MadeColumn[] {
  return headers.flatMap((label, field): readonly MadeColumn[] => {
    const name = header.names[field] ?? ''
    const plain: MadeColumn = {
      label: label.replace(/^\uFEFF/, ''),
      declared: declaredOf(name, header),
      field,
    }
    if (field === header.sex?.code) {
      return [
        plain,
        { label: 'sex', name: 'sex', declared: { type: 'text', role: 'sex' }, field, take: sexOf },
      ]
    }
    if (field !== header.territory?.list) return [plain]
    const level: MadeColumn = {
      label: `${header.territory.id}_level`,
      name: `${header.territory.id}_level`,
      declared: { type: 'text', role: 'category' },
      field,
      take: (list) => met.level(levelOf(list)),
    }
    return [plain, level]
  })
}

/** What a reading met: the levels of territories in the file, and dimensions with totals among their values. */
class Met {
  private readonly levels = new Set<string>()
  private columns: readonly MadeColumn[] = []
  private readonly empty = new Set<string>()
  private readonly filled = new Set<string>()

  constructor(private readonly header: CsuHeader) {}

  watch(columns: readonly MadeColumn[]): readonly MadeColumn[] {
    this.columns = columns
    return columns
  }

  level(level: string | null): string | null {
    if (level !== null) this.levels.add(level)
    return level
  }

  look(batch: TextBatch): TextBatch {
    for (const { id, code } of this.header.dimensions) {
      const at = this.columns.findIndex(({ field, take }) => field === code && take === undefined)
      const offsets = batch.columns[at]?.offsets
      if (offsets === undefined) continue
      for (let row = 0; row < batch.rows && !(this.empty.has(id) && this.filled.has(id)); row++) {
        const isEmpty = offsets[row] === offsets[row + 1]
        if (isEmpty) this.empty.add(id)
        else this.filled.add(id)
      }
    }
    return batch
  }

  problems(): readonly Problem[] {
    const { territory, dimensions } = this.header
    const mixed = territory !== null && this.levels.size > 1
    return [
      ...(mixed ? [problem('csu.mixed-levels', this.levels.size, null, `${territory.id}_level`)] : []),
      ...dimensions
        .filter(({ id }) => this.empty.has(id) && this.filled.has(id))
        .map(({ id }) => problem('csu.empty-is-total', 1, null, `${id}_kod`)),
    ]
  }
}
