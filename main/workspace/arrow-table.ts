import {
  Table as ArrowTable,
  Bool,
  type DataType,
  Float64,
  tableToIPC,
  Utf8,
  vectorFromArray,
} from 'apache-arrow'
import type { CellType, Table } from '../../analyses/model/table'

const arrowType: Readonly<Record<CellType, () => DataType>> = {
  text: () => new Utf8(),
  number: () => new Float64(),
  boolean: () => new Bool(),
}

/** A small table as an Arrow IPC stream, types as declared even where every cell is null. */
export function tableIpc(table: Table): Uint8Array {
  const columns = table.columns.map(
    ({ name, type }) =>
      [
        name,
        vectorFromArray(
          table.rows.map((row) => row[name] ?? null),
          arrowType[type](),
        ),
      ] as const,
  )
  return tableToIPC(new ArrowTable(Object.fromEntries(columns)), 'stream')
}
