import { Pauses } from '../geometry/pause'
import { problem } from '../problem'
import { RowBatches } from '../tables/row-batches'
import type { SourceTable } from '../tables/source-table'
import type { Attributes } from './attributes'
import { dbfRows } from './dbf'

/** Larger files are not counted to the end for a preview. */
const COSTLY_BYTES = 64 * 1024 * 1024

/** A .dbf without a geometry beside it: a plain table. */
export function dbfTable(attributes: Attributes): SourceTable {
  const { source, header, codePage, decode, columns } = attributes
  const dialect = {
    format: 'shapefile' as const,
    facts: { part: 'dbf', encoding: codePage.encoding, encoding_from: codePage.from },
  }
  return {
    id: 'table:1',
    title: source.file,
    suffix: '',
    byDefault: true,
    columns,
    header: 0,
    long: false,
    dialect,
    problems: attributeProblems(attributes),
    records: Math.min(header.stated, header.held),
    costly: source.bytes > COSTLY_BYTES,
    lines: [],
    async sample(limit) {
      const rows: (readonly (string | null)[])[] = []
      const job = { signal: new AbortController().signal, report: () => {} }
      if (limit < 1) return rows
      for await (const { deleted, cells } of dbfRows(source, header, decode, job)) {
        if (!deleted) rows.push(cells)
        if (rows.length >= limit) break
      }
      return rows
    },
    async read(sink, job, progress) {
      const batches = new RowBatches(sink, columns.length)
      const pauses = new Pauses(job.signal)
      let read = 0
      let gone = 0
      for await (const { deleted, cells } of dbfRows(source, header, decode, job)) {
        await pauses.rest()
        read++
        if (deleted) gone++
        else await batches.add(cells, read)
        if (read % 1000 === 0) progress(read / header.held)
      }
      await batches.flush()
      const problems = gone > 0 ? [problem('records.deleted', gone, null)] : []
      return { read, preamble: gone, footer: 0, footerFrom: null, problems, dialect }
    },
  }
}

/** What is known of a .dbf before its rows are read. */
export function attributeProblems({ source, header, codePage, memos }: Attributes) {
  const { stated, held } = header
  return [
    ...(codePage.confidence === 'guess' ? [problem('encoding.guessed', 1, null)] : []),
    ...(stated > held
      ? [problem('shapefile.rows-missing', stated - held, held + 1, undefined, source.file)]
      : []),
    ...(stated < held
      ? [problem('shapefile.rows-unstated', held - stated, stated + 1, undefined, source.file)]
      : []),
    ...(memos ? [problem('shapefile.memo-missing', 1, null, undefined, source.file)] : []),
  ]
}
