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
  /** Arrow validity bits and their number, where some texts are absent; empty texts are not absent. */
  readonly nulls?: { readonly bitmap: Uint8Array; readonly count: number }
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
  const texts = batch.columns.map(({ offsets, data, nulls }, i) => ({
    field: new Field(names[i] ?? `column_${i + 1}`, new Utf8(), true),
    data: makeData({
      type: new Utf8(),
      length: rows,
      nullCount: nulls?.count ?? 0,
      ...(nulls === undefined ? {} : { nullBitmap: nulls.bitmap }),
      valueOffsets: offsets,
      data,
    }),
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

/** Texts of JavaScript; null is an absent value. */
export function textColumn(texts: readonly (string | null)[]): TextColumn {
  const parts = texts.map((text) => Buffer.from(text ?? '', 'utf8'))
  const offsets = new Int32Array(texts.length + 1)
  parts.forEach((part, i) => {
    offsets[i + 1] = (offsets[i] ?? 0) + part.length
  })
  const column = { offsets, data: new Uint8Array(Buffer.concat(parts)) }
  const absent = texts.filter((text) => text === null).length
  if (absent === 0) return column
  const bitmap = new Uint8Array(Math.ceil(texts.length / 8))
  texts.forEach((text, i) => {
    if (text !== null) bitmap[i >> 3] = (bitmap[i >> 3] ?? 0) | (1 << (i & 7))
  })
  return { ...column, nulls: { bitmap, count: absent } }
}
