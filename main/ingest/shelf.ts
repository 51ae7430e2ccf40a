import { createHash } from 'node:crypto'
import type { ImportOptions } from '../../analyses/model/data-set'
import { refuse } from '../../analyses/model/fault'
import type { JobContext } from '../../analyses/model/job'
import { dataSetName, plainName } from '../../analyses/model/naming'
import { formats } from './formats'
import type { Contents, Place } from './formats/format'
import { openPlace } from './formats/place'
import type { ByteSource } from './source/byte-source'
import { binaryFormat } from './source/magic'
import type { SourceTable } from './tables/source-table'

/** A table with the name its data set would have. */
export interface NamedTable {
  readonly table: SourceTable
  readonly name: string
}

/** A file, opened and recognised: everything that can be loaded from it. */
export interface Shelf extends Pick<Contents, 'encoding' | 'encodingConfidence'> {
  readonly source: ByteSource
  readonly sha256: string
  readonly tables: readonly NamedTable[]
  /** Refuses with `import.file-changed` when the file is no longer what was opened. */
  assertUnchanged(): Promise<void>
  close(): Promise<void>
}

/**
 * Opens a file, finds its format and lists its tables. Writes nothing. `progress` hears the share, 0 to 1.
 * Faults: `import.*`, among them `import.not-text` for what no format recognises and `import.no-tables`.
 */
export async function openShelf(
  path: string,
  options: ImportOptions,
  job: JobContext,
  progress: (share: number) => void,
): Promise<Shelf> {
  const place = await openPlace(path)
  let contents: Contents | null = null
  try {
    contents = await openContents(place, options, job, progress)
    const { source } = place
    if (contents.tables.length === 0) refuse('import.no-tables', { file: source.file }, path)
    const sha256 = contents.sha256 ?? (await digest(source, job, progress))
    const { encoding, encodingConfidence, close } = contents
    return {
      source,
      sha256,
      encoding,
      encodingConfidence,
      tables: nameTables(source, contents, options),
      assertUnchanged: () => source.assertUnchanged(),
      async close() {
        await close?.()
        await place.close()
      },
    }
  } catch (error) {
    await contents?.close?.()
    await place.close()
    throw error
  }
}

async function openContents(
  place: Place,
  options: ImportOptions,
  job: JobContext,
  progress: (share: number) => void,
): Promise<Contents> {
  const { source, head } = place
  if (source.bytes === 0) refuse('import.empty-file', { file: source.file }, source.path)
  for (const format of formats) {
    if (options.format !== undefined && options.format !== format.id) continue
    if (await format.recognise(place, options)) return format.open(place, options, job, progress)
  }
  return refuse(
    'import.not-text',
    { file: source.file, kind: binaryFormat(head) ?? 'binary data' },
    source.path,
  )
}

async function digest(source: ByteSource, { signal }: JobContext, progress: (share: number) => void) {
  const hash = createHash('sha256')
  let read = 0
  for await (const chunk of source.chunks(signal)) {
    hash.update(chunk)
    read += chunk.length
    progress(read / source.bytes)
  }
  await source.assertUnchanged()
  return hash.digest('hex')
}

/** The first table has the file's name, further ones an ending of their own; a name said by a person is kept. */
function nameTables(source: ByteSource, contents: Contents, options: ImportOptions): readonly NamedTable[] {
  const stem = options.name === undefined ? dataSetName(source.file) : checkName(options.name, source)
  const taken = new Set<string>()
  return contents.tables.map((table, index) => {
    const said = options.tables?.[table.id]?.name
    const plain = index === 0 && contents.tablesAreNamed !== true
    const ending = plain ? '' : plainName(table.suffix) || `${index + 1}`
    const name =
      said === undefined
        ? firstFree([stem, ending].filter(Boolean).join('_'), taken)
        : checkName(said, source)
    taken.add(name)
    return { table, name }
  })
}

function firstFree(name: string, taken: ReadonlySet<string>): string {
  let free = name
  for (let count = 2; taken.has(free); count++) free = `${name}_${count}`
  return free
}

function checkName(name: string, source: ByteSource): string {
  const plain = plainName(name)
  return plain === name ? name : refuse('import.bad-name', { name, plain }, source.path)
}

/** The tables that are to be loaded: those asked for, or all that load by default. Refuses with `import.unknown-table`. */
export function chosenTables({ tables, source }: Shelf, { only }: ImportOptions): readonly NamedTable[] {
  if (only === undefined) {
    const usual = tables.filter(({ table }) => table.byDefault)
    return usual.length > 0 ? usual : tables
  }
  return only.map((id) => {
    const known = tables.map(({ table }) => table.id).slice(0, 30)
    const found = tables.find(({ table }) => table.id === id)
    return (
      found ??
      refuse('import.unknown-table', { file: source.file, table: id, tables: known.join(', ') }, source.path)
    )
  })
}
