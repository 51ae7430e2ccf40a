import {
  Field,
  Int64,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  Utf8,
} from 'apache-arrow'

/** One column of texts in Arrow's own form: the texts one after the other, and where each begins. */
export interface TextColumn {
  readonly offsets: Int32Array
  readonly data: Uint8Array
}

export interface TextBatch {
  readonly rows: number
  readonly columns: readonly TextColumn[]
  /** The physical line each row comes from. */
  readonly lines: BigInt64Array
}

/** A batch as one Arrow IPC stream: the text columns by name, and the line numbers where `lineName` says. */
export function toIpc(
  batch: TextBatch,
  names: readonly string[],
  lineName: string,
  lineFirst = false,
): Uint8Array {
  const { rows } = batch
  const texts = batch.columns.map(({ offsets, data }, i) => ({
    field: new Field(names[i] ?? `column_${i + 1}`, new Utf8(), true),
    data: makeData({ type: new Utf8(), length: rows, nullCount: 0, valueOffsets: offsets, data }),
  }))
  const line = {
    field: new Field(lineName, new Int64(), true),
    data: makeData({ type: new Int64(), length: rows, nullCount: 0, data: batch.lines }),
  }
  const all = lineFirst ? [line, ...texts] : [...texts, line]
  const schema = new Schema(all.map(({ field }) => field))
  const children = all.map(({ data }) => data)
  const type = new Struct(schema.fields)
  const writer = new RecordBatchStreamWriter()
  writer.write(new RecordBatch(schema, makeData({ type, length: rows, nullCount: 0, children })))
  writer.finish()
  return writer.toUint8Array(true)
}

/** Texts of JavaScript, for the few rows (rejects) that are not copied from a window. */
export function textColumn(texts: readonly string[]): TextColumn {
  const parts = texts.map((text) => Buffer.from(text, 'utf8'))
  const offsets = new Int32Array(texts.length + 1)
  parts.forEach((part, i) => {
    offsets[i + 1] = (offsets[i] ?? 0) + part.length
  })
  return { offsets, data: new Uint8Array(Buffer.concat(parts)) }
}
