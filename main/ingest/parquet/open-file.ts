import {
  type FileMetaData,
  parquetMetadata,
  parquetSchema,
  type SchemaElement,
  type SchemaTree,
} from 'hyparquet'
import { FaultError, fault, refuse } from '../../../analyses/model/fault'
import type { ByteSource } from '../source/byte-source'
import { withoutMeaning } from './leaf-types'
import { parquetLimits } from './limits'

export const FORMAT = 'Parquet'

export interface ParquetFile {
  readonly source: ByteSource
  /** As the reading library gets it: without the meanings it would spoil. */
  readonly physical: FileMetaData
  /** The columns with their meanings. */
  readonly columns: readonly SchemaTree[]
  readonly groups: readonly { readonly from: number; readonly rows: number }[]
  readonly rows: number
  readonly writer: string
}

/** Reads the description at the file's end. Faults: `import.damaged`, `import.encrypted`, `import.feature-unknown`. */
export async function openParquet(source: ByteSource): Promise<ParquetFile> {
  const footer = await readFooter(source)
  try {
    const metadata = parquetMetadata(footer, { geoparquet: false })
    if (metadata.schema.length === 0) throw new Error('no schema')
    const hidden = metadata.row_groups.some(({ columns }) =>
      columns.some(
        ({ crypto_metadata, meta_data }) => crypto_metadata !== undefined || meta_data === undefined,
      ),
    )
    if (hidden) refuse('import.encrypted', { file: source.file, format: FORMAT }, source.path)
    const groups = groupsOf(metadata, source)
    return {
      source,
      physical: {
        ...metadata,
        schema: metadata.schema.map((element) => groupMeaning(withoutMeaning(element))),
      },
      columns: parquetSchema({ schema: metadata.schema.map(groupMeaning) }).children,
      groups,
      rows: groups.reduce((sum, { rows }) => sum + rows, 0),
      writer: (metadata.created_by ?? '').slice(0, 200),
    }
  } catch (error) {
    throw asDamage(error, source)
  }
}

const MAGIC_BYTES = 4
const LENGTH_BYTES = 4

async function readFooter(source: ByteSource): Promise<Uint8Array> {
  const tail = await source.slice(Math.max(0, source.bytes - 8), 8)
  const magic = tail.toString('latin1', LENGTH_BYTES)
  if (magic === 'PARE') refuse('import.encrypted', { file: source.file, format: FORMAT }, source.path)
  if (magic !== 'PAR1' || source.bytes < 12) throw damaged(source, 'no end mark')
  const bytes = tail.readUInt32LE(0) + LENGTH_BYTES + MAGIC_BYTES
  if (bytes > source.bytes - MAGIC_BYTES) throw damaged(source, 'no description')
  if (bytes > parquetLimits.footerBytes) throw tooLarge(source, bytes)
  return source.slice(source.bytes - bytes, bytes)
}

function groupsOf({ row_groups, num_rows }: FileMetaData, source: ByteSource): ParquetFile['groups'] {
  let from = 0
  const groups = row_groups.map(({ num_rows: count }) => {
    const rows = Number(count)
    if (!Number.isSafeInteger(rows) || rows < 0) throw damaged(source, 'number of rows')
    const group = { from, rows }
    from += rows
    return group
  })
  if (from !== Number(num_rows)) throw damaged(source, 'number of rows')
  return groups
}

/** Groups that only say by their newer annotation that they are lists or maps, and the oldest word for a map. */
function groupMeaning(element: SchemaElement): SchemaElement {
  if (element.type !== undefined) return element
  const { logical_type: logical, converted_type: converted } = element
  if (logical?.type === 'LIST') return { ...element, converted_type: 'LIST' }
  if (logical?.type === 'MAP' || converted === 'MAP_KEY_VALUE') return { ...element, converted_type: 'MAP' }
  return element
}

type Named = Pick<ByteSource, 'file' | 'path'>

export const damaged = ({ file, path }: Named, detail: string, cause?: unknown): FaultError =>
  new FaultError(fault('import.damaged', { file, format: FORMAT, detail: detail.slice(0, 200) }, path), {
    cause,
  })

export const tooLarge = ({ file, path }: Named, bytes: number): FaultError =>
  new FaultError(
    fault('import.part-too-large', { file, format: FORMAT, megabytes: Math.round(bytes / 1024 ** 2) }, path),
  )

/** What the reading library complains of is damage, or a feature it does not know. */
export function asDamage(error: unknown, source: Named): unknown {
  if (error instanceof FaultError || !(error instanceof Error) || error.name === 'AbortError') return error
  if (!/unsupported|not supported/.test(error.message)) return damaged(source, error.message, error)
  const values = { file: source.file, format: FORMAT, detail: error.message.slice(0, 200) }
  return new FaultError(fault('import.feature-unknown', values, source.path))
}
