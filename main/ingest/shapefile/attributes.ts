import type { ImportOptions } from '../../../analyses/model/data-set'
import type { LayerAttribute } from '../geometry/layer-table'
import type { ByteSource } from '../source/byte-source'
import { parseEncoding } from '../text/encodings'
import { type CodePage, decoderOf, findCodePage } from './code-page'
import { type DbfHeader, declaredBy, readDbfHeader } from './dbf'

/** A .dbf opened: its fields named, its code page found. */
export interface Attributes {
  readonly source: ByteSource
  readonly header: DbfHeader
  readonly codePage: CodePage
  readonly decode: (bytes: Buffer) => string
  readonly columns: readonly LayerAttribute[]
  /** Columns whose long texts stand in another file. */
  readonly memos: boolean
}

const SLICES = 16
const SLICE_BYTES = 256 * 1024
const MAX_CPG_BYTES = 100

/** Faults: `import.shapefile-damaged`, `import.unknown-encoding`. */
export async function openAttributes(
  source: ByteSource,
  cpg: ByteSource | null,
  options: ImportOptions,
): Promise<Attributes> {
  const header = await readDbfHeader(source)
  const said = cpg === null ? null : (await cpg.slice(0, MAX_CPG_BYTES)).toString('latin1')
  const codePage: CodePage =
    options.encoding === undefined
      ? findCodePage(said, header.language, await textSample(source, header))
      : { encoding: parseEncoding(options.encoding), confidence: 'certain', from: 'person' }
  const decode = decoderOf(codePage.encoding)
  const columns = header.fields.map(({ name, ...field }) => {
    const declared = declaredBy(field)
    return { label: decode(name).trim(), ...(declared === undefined ? {} : { declared }) }
  })
  const memos = header.fields.some(
    ({ type, length }) => 'MGP'.includes(type) || (type === 'B' && length === 10),
  )
  return { source, header, codePage, decode, columns, memos }
}

/** Bytes of names and text cells from all over the file: a file sorted by country begins without a single accent. */
async function textSample(source: ByteSource, header: DbfHeader): Promise<Uint8Array> {
  const { start, recordBytes, fields } = header
  const texts = fields.filter(({ type }) => type === 'C')
  const rows = Math.min(header.stated, header.held)
  const perSlice = Math.max(1, Math.floor(SLICE_BYTES / recordBytes))
  const parts: Buffer[] = fields.map(({ name }) => name)
  const step = Math.max(perSlice, Math.floor(rows / SLICES))
  for (let row = 0; row < rows; row += step) {
    const bytes = await source.slice(start + row * recordBytes, Math.min(perSlice, rows - row) * recordBytes)
    for (let at = 0; at + recordBytes <= bytes.length; at += recordBytes) {
      for (const { offset, length } of texts) {
        parts.push(bytes.subarray(at + offset, at + offset + length), Buffer.from(' '))
      }
    }
  }
  return Buffer.concat(parts)
}
