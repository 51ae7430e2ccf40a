import type { Cell, Row, TableColumn } from '../../../analyses/model/table'

export interface ArrowTable {
  readonly columns: readonly TableColumn[]
  readonly rows: readonly Row[]
}

/** An Arrow IPC file: text as Utf8, numbers as Float64, booleans as Bool, each nullable, columns in their order. */
export async function writeArrow({ columns, rows }: ArrowTable): Promise<Uint8Array> {
  const arrow = await import('apache-arrow')
  const types = { text: new arrow.Utf8(), number: new arrow.Float64(), boolean: new arrow.Bool() }
  const fields = columns.map(({ name, type }) => new arrow.Field(name, types[type], true))
  const vectors = columns.map(({ name, type }) =>
    arrow.vectorFromArray(
      rows.map((row) => typed(row[name] ?? null, type)),
      types[type],
    ),
  )
  const schema = new arrow.Schema(fields)
  const children = vectors.map(
    (vector, index) => vector.data[0] ?? arrow.makeData({ type: fields[index]?.type ?? types.text }),
  )
  const struct = arrow.makeData({
    type: new arrow.Struct(fields),
    length: rows.length,
    nullCount: 0,
    children,
  })
  return arrow.tableToIPC(new arrow.Table(schema, new arrow.RecordBatch(schema, struct)), 'file')
}

/** A cell of another type than its column's is a bug of the run; as text it loses nothing. */
function typed(cell: Cell, type: TableColumn['type']): Cell {
  if (cell === null || typeof cell === (type === 'text' ? 'string' : type)) return cell
  if (type === 'text') return String(cell)
  throw new Error(`a ${typeof cell} in a column of ${type}`)
}
