import { type TextColumn, textColumn } from '../arrow/text-columns'
import { type ByteUse, delimitedRows } from '../csv/delimited-rows'
import type { TableShape } from '../csv/delimited-table'
import type { Layout } from '../csv/layout'
import type { SourceColumn } from '../tables/source-table'

/** A raw column that is a field as it stands, or what `take` makes of the field's text. */
export interface MadeColumn extends SourceColumn {
  readonly field: number
  readonly take?: (text: string) => string | null
}

/**
 * The shape of a delimited table whose fields may stand in several columns: a code and its label out of one cell.
 * Fields that stand as they are go straight from the file to the column.
 */
export function madeShape(
  layout: Layout,
  columns: readonly MadeColumn[],
): Omit<TableShape, 'columns'> & {
  readonly columns: readonly MadeColumn[]
} {
  const plain = delimitedRows(layout.headers.length, layout.marks)
  const any = new Uint8Array(256).fill(1)
  const byteUse: readonly ByteUse[] = columns.map(({ field, take }) =>
    take === undefined ? (plain.byteUse[field] ?? any) : any,
  )
  const makers = columns.map(({ take }) => (take === undefined ? null : remembering(take)))
  return {
    columns,
    byteUse,
    maker: {
      make(window, selection) {
        const { batch, rejects } = plain.make(window, selection)
        const made = columns.map(({ field }, i) => {
          const from = batch.columns[field]
          const make = makers[i]
          if (from === undefined) throw new Error(`no field ${field} in a batch`)
          return make == null ? from : textColumn(textsOf(from, batch.rows).map(make))
        })
        return { batch: { ...batch, columns: made }, rejects }
      },
    },
    sampleRows: (records, limit) =>
      records.slice(0, limit).map((cells) =>
        columns.map(({ field, take }) => {
          const text = cells[field] ?? ''
          return take === undefined ? text || null : take(text)
        }),
      ),
  }
}

const MOST_REMEMBERED = 50_000

/** Codes come again and again: each is taken apart once. */
function remembering(take: (text: string) => string | null): (text: string) => string | null {
  const known = new Map<string, string | null>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const made = take(text)
    if (known.size < MOST_REMEMBERED) known.set(text, made)
    return made
  }
}

function textsOf({ offsets, data }: TextColumn, rows: number): string[] {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  return Array.from({ length: rows }, (_, i) => bytes.toString('utf8', offsets[i], offsets[i + 1]))
}
