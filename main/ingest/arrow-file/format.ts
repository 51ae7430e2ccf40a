import { type RecordBatch, RecordBatchReader, type Schema } from 'apache-arrow'
import type { Dialect } from '../../../analyses/model/data-set'
import type { TextColumn } from '../arrow/text-columns'
import { type ArrowCells, arrowCells, arrowColumnType } from '../columnar/arrow-cells'
import { rowsPerBatch, sendBlocks, textBlocks } from '../columnar/text-blocks'
import type { Format } from '../formats/format'
import type { ByteSource } from '../source/byte-source'
import type { SourceTable } from '../tables/source-table'
import { registerCodecs } from './codecs'
import { type ArrowParts, asDamage, findParts, isArrow } from './messages'

/** Larger tables are not read to the end for a preview; their number of rows is known anyway. */
const COSTLY_ROWS = 1_000_000

/** Arrow IPC: file (Feather 2) and stream, read batch by batch. */
export const arrowFormat: Format = {
  id: 'arrow',
  recognise: async ({ head }, { format }) =>
    format === 'arrow' || (format === undefined && isArrow(Buffer.from(head))),
  async open({ source }, _options, job, progress) {
    registerCodecs()
    const parts = await findParts(source, job, progress)
    return { tables: [arrowTable(source, parts)], encoding: 'binary', encodingConfidence: 'certain' }
  },
}

async function* streamOf(source: ByteSource, { opening, messages }: ArrowParts): AsyncGenerator<Uint8Array> {
  yield opening
  for (const { from, bytes } of messages) yield source.slice(from, bytes)
}

/** The batches in order. Dictionaries come where they stand, so batches cannot be read by themselves. */
async function* batchesOf(source: ByteSource, parts: ArrowParts): AsyncGenerator<RecordBatch> {
  try {
    const said = parts.messages.filter(({ kind }) => kind === 'rows').map(({ rows }) => rows)
    for await (const batch of await RecordBatchReader.from(streamOf(source, parts))) {
      if (batch.numRows !== said.shift()) throw new Error('number of rows')
      yield batch
    }
    if (said.length > 0) throw new Error('fewer batches than listed')
  } catch (error) {
    throw asDamage(error, source)
  }
}

function arrowTable(source: ByteSource, parts: ArrowParts): SourceTable {
  const { messages, schema } = parts
  const rows = messages.reduce((sum, message) => sum + message.rows, 0)
  const batches = messages.filter(({ kind }) => kind === 'rows').length
  const dialect: Dialect = { format: 'arrow', facts: { batches: String(batches) } }
  return {
    id: 'table:1',
    title: source.file,
    suffix: '',
    byDefault: true,
    columns: schema.fields.map(({ name, type }) => ({
      label: name,
      declared: { type: arrowColumnType(type) },
    })),
    header: 0,
    long: false,
    dialect,
    problems: [],
    records: rows,
    costly: rows > COSTLY_ROWS,
    lines: [],
    async sample(limit) {
      const sample: (string | null)[][] = []
      for await (const batch of batchesOf(source, parts)) {
        const cells = cellsOf(batch, schema, source)
        for (let row = 0; row < batch.numRows && sample.length < limit; row++)
          sample.push(guarded(source, () => cells.map(({ text }) => text(row))))
        if (sample.length >= limit) break
      }
      return sample
    },
    async read(sink, { signal }, progress) {
      const perBlock = rowsPerBatch(schema.fields.length)
      let read = 0
      for await (const batch of batchesOf(source, parts)) {
        const columns: (readonly TextColumn[])[] = []
        for (const { text } of cellsOf(batch, schema, source)) {
          const guardedText = (row: number) => guarded(source, () => text(row))
          columns.push(await textBlocks(batch.numRows, perBlock, guardedText, signal))
        }
        await sendBlocks(sink, columns, batch.numRows, perBlock, read + 1)
        read += batch.numRows
        progress(read / Math.max(1, rows))
      }
      return { read, preamble: 0, footer: 0, footerFrom: null, problems: [], dialect }
    },
  }
}

function cellsOf(batch: RecordBatch, schema: Schema, source: ByteSource): readonly ArrowCells[] {
  return guarded(source, () =>
    schema.fields.map((_, i) => {
      const child = batch.data.children[i]
      if (child === undefined || child.length < batch.numRows)
        throw new Error('a vector is shorter than it says')
      return arrowCells(child)
    }),
  )
}

function guarded<T>(source: ByteSource, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asDamage(error, source)
  }
}
