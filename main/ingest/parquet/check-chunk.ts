import { crc32 } from 'node:zlib'
import type { ColumnMetaData } from 'hyparquet'
import { parquetHeader } from 'hyparquet/src/column.js'
import type { ByteSource } from '../source/byte-source'
import { parquetLimits } from './limits'
import { damaged, tooLarge } from './open-file'

/** Where a column chunk lies in the file. Faults: `import.damaged`, `import.part-too-large`. */
export function chunkRange(meta: ColumnMetaData, source: ByteSource): { from: number; bytes: number } {
  const from = Number(meta.dictionary_page_offset || meta.data_page_offset)
  const bytes = Number(meta.total_compressed_size)
  const values = Number(meta.num_values)
  const unpacked = Number(meta.total_uncompressed_size)
  if (![from, bytes, values, unpacked].every((number) => Number.isSafeInteger(number) && number >= 0))
    throw damaged(source, 'column chunk')
  if (from + bytes > source.bytes) throw damaged(source, 'unexpected end of file')
  if (unpacked > parquetLimits.chunkBytes) throw tooLarge(source, unpacked)
  if (values > parquetLimits.chunkValues) throw tooLarge(source, values * 8)
  return { from, bytes }
}

/**
 * Walks the page headers of a column chunk before it is read: a damaged header could otherwise make the reading
 * library run in circles or ask for gigabytes. Faults: `import.damaged`, `import.part-too-large`.
 */
export function checkPages(chunk: Buffer, meta: ColumnMetaData, source: ByteSource): void {
  const reader = { view: new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength), offset: 0 }
  let values = 0
  let unpacked = 0
  // The library takes a last single byte for padding.
  while (reader.offset < chunk.length - 1) {
    const header = parquetHeader(reader)
    const { compressed_page_size: packed, uncompressed_page_size: size } = header
    if (!isCount(packed) || !isCount(size) || reader.offset + packed > chunk.length)
      throw damaged(source, 'page header')
    // Writers may leave the checksum out, and most do.
    const page = chunk.subarray(reader.offset, reader.offset + packed)
    if (header.crc !== undefined && crc32(page) !== header.crc >>> 0)
      throw damaged(source, 'incorrect checksum')
    unpacked += size
    if (unpacked > parquetLimits.chunkBytes) throw tooLarge(source, unpacked)
    const count = header.data_page_header?.num_values ?? header.data_page_header_v2?.num_values ?? 0
    const entries = header.dictionary_page_header?.num_values ?? 0
    if (!isCount(count) || !isCount(entries) || entries > parquetLimits.chunkValues)
      throw damaged(source, 'page header')
    values += count
    if (values > Number(meta.num_values)) throw damaged(source, 'number of values')
    reader.offset += packed
  }
  if (values !== Number(meta.num_values)) throw damaged(source, 'number of values')
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
