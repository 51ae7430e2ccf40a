import { tableFromIPC } from 'apache-arrow'
import { parquetColumn } from './parquet-columns'

/** Rows of a row group; many readers work group by group. */
const ROWS_PER_GROUP = 100_000

/** A result of the engine (an Arrow IPC stream or file) as a Parquet file, packed with Snappy, every type kept. */
export async function writeParquet(ipc: Uint8Array): Promise<Uint8Array> {
  const { ByteWriter, parquetWrite } = await import('hyparquet-writer')
  const table = tableFromIPC(ipc)
  const columns = table.schema.fields.map(({ name }, i) => {
    const vector = table.getChildAt(i)
    if (vector === null) throw new Error('a column without values')
    return parquetColumn(name, vector)
  })
  const writer = new ByteWriter()
  await parquetWrite({
    writer,
    schema: [{ name: 'schema', num_children: columns.length }, ...columns.map(({ element }) => element)],
    columnData: columns.map(({ element, value }) => ({
      name: element.name,
      data: Array.from({ length: table.numRows }, (_, row) => value(row)),
    })),
    rowGroupSize: ROWS_PER_GROUP,
    createdBy: 'Regional Workbench',
  })
  return writer.getBytes()
}
