import { setImmediate as nextTurn } from 'node:timers/promises'
import { type AsyncBuffer, parquetScan, type SchemaTree } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { checkPages, chunkRange } from './check-chunk'
import { parquetLimits } from './limits'
import { asDamage, damaged, type ParquetFile, tooLarge } from './open-file'

/**
 * The values of one column in one row group, from its first row, `rows` of them, as they are stored.
 * Faults: `import.damaged`, `import.part-too-large`, `import.feature-unknown`.
 */
export async function readColumn(
  file: ParquetFile,
  column: SchemaTree,
  group: ParquetFile['groups'][number],
  rows: number,
): Promise<ArrayLike<unknown>> {
  const { source, physical } = file
  try {
    const buffer = await loadChunks(file, column, group)
    // Decoding goes on without a break, so others get their turn before it.
    await nextTurn()
    const range = { rowStart: group.from, rowEnd: group.from + rows }
    const parsers = { timestampFromNanoseconds: (value: bigint) => value }
    const name = column.element.name
    const common = { file: buffer, metadata: physical, columns: [name], useOffsetIndex: false }
    const scan = await parquetScan({ ...common, ...range, compressors, parsers, utf8: false })
    const values = await scan.readColumn({ column: name, ...range })
    if (values.length !== rows) throw damaged(source, 'number of values')
    return values
  } catch (error) {
    throw asDamage(error, source)
  }
}

/** The column's bytes, checked; a nested column has several chunks. */
async function loadChunks(
  { source, physical, groups }: ParquetFile,
  column: SchemaTree,
  group: ParquetFile['groups'][number],
): Promise<AsyncBuffer> {
  const { columns = [] } = physical.row_groups[groups.indexOf(group)] ?? {}
  const loaded: { readonly from: number; readonly bytes: Buffer }[] = []
  let total = 0
  for (const { meta_data: meta, file_path: elsewhere } of columns) {
    if (meta?.path_in_schema[0] !== column.element.name) continue
    if (elsewhere) throw new Error('columns in other files are not supported')
    total += Number(meta.total_uncompressed_size)
    if (total > parquetLimits.groupBytes) throw tooLarge(source, total)
    const { from, bytes } = chunkRange(meta, source)
    const chunk = await source.slice(from, bytes)
    checkPages(chunk, meta, source)
    loaded.push({ from, bytes: chunk })
  }
  if (loaded.length === 0) throw damaged(source, 'column without data')
  return {
    byteLength: source.bytes,
    async slice(start, end = source.bytes) {
      const held = loaded.find(({ from, bytes }) => start >= from && end <= from + bytes.length)
      const part = held?.bytes.subarray(start - held.from, end - held.from)
      return ownBuffer(part ?? (await source.slice(start, end - start)))
    },
  }
}

/** The library wants a whole ArrayBuffer. */
function ownBuffer(bytes: Buffer): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length)
  new Uint8Array(copy).set(bytes)
  return copy
}
