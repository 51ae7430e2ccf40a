import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { ImportOptions, Problem } from '../../analyses/model/data-set'
import { refuse } from '../../analyses/model/fault'
import type { JobContext } from '../../analyses/model/job'
import { dataSetName, firstFree, plainName } from '../../analyses/model/naming'
import { type ArchiveMembers, openArchive, openArchivesAmong } from './archive'
import type { Contents, Place } from './formats/format'
import { openMembers } from './formats/members'
import { openContents } from './formats/open-contents'
import { isFolder, openFolder, openPlace } from './formats/place'
import type { ByteSource } from './source/byte-source'
import { appendTables } from './tables/append-tables'
import type { SourceTable } from './tables/source-table'

/** What faults and receipts say of the file or folder: its name without its folder, its path, its size. */
export type SourceFacts = Pick<ByteSource, 'file' | 'path' | 'bytes'>

/** A table with the name its data set would have. */
export interface NamedTable {
  readonly table: SourceTable
  readonly name: string
}

/** A file or a folder, opened and recognised: everything that can be loaded from it. */
export interface Shelf extends Pick<Contents, 'encoding' | 'encodingConfidence'> {
  readonly source: SourceFacts
  /** Of the file; of a folder: of the list of its files with their digests. */
  readonly sha256: string
  readonly tables: readonly NamedTable[]
  /** What concerns the file as a whole. */
  readonly problems: readonly Problem[]
  /** Refuses with `import.file-changed` when the file is no longer what was opened. */
  assertUnchanged(): Promise<void>
  close(): Promise<void>
}

/** What is opened first: the file, or the files of the folder. */
interface Opened {
  readonly facts: SourceFacts
  readonly sources: readonly ByteSource[]
  contents(): Promise<Contents>
  close(): Promise<void>
}

/**
 * Opens a file or a folder, finds its format and lists its tables. Writes nothing. `progress` hears the share, 0 to 1.
 * Faults: `import.*`, among them `import.not-text` for what no format recognises and `import.no-tables`.
 */
export async function openShelf(
  path: string,
  options: ImportOptions,
  job: JobContext,
  progress: (share: number) => void,
): Promise<Shelf> {
  const opened = await ((await isFolder(path)) ? ofFolder : ofFile)(path, options, job, progress)
  let contents: Contents | null = null
  const close = async () => {
    await contents?.close?.()
    await opened.close()
  }
  const assertUnchanged = async () => {
    for (const source of opened.sources) await source.assertUnchanged()
  }
  try {
    contents = await opened.contents()
    const { encoding, encodingConfidence, problems = [] } = contents
    if (contents.tables.length === 0) refuse('import.no-tables', { file: opened.facts.file }, path)
    const sha256 = contents.sha256 ?? (await digestAll(opened.sources, job, progress))
    await assertUnchanged()
    const tables = nameTables(opened.facts, contents, options)
    return {
      source: opened.facts,
      sha256,
      encoding,
      encodingConfidence,
      tables,
      problems,
      assertUnchanged,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function ofFile(
  path: string,
  options: ImportOptions,
  job: JobContext,
  progress: (share: number) => void,
): Promise<Opened> {
  const place = await openPlace(path)
  return {
    facts: place.source,
    sources: [place.source],
    contents: () => contentsOf(place, options, job, progress),
    close: () => place.close(),
  }
}

/** A file's tables; of an archive, those of its members. */
async function contentsOf(
  place: Place,
  options: ImportOptions,
  job: JobContext,
  progress: (share: number) => void,
): Promise<Contents> {
  const archive = await openArchive(place, job, progress)
  return archive === null
    ? openContents(place, options, job, progress)
    : contentsOfMembers(archive, options, job, progress)
}

async function contentsOfMembers(
  { members, problems, close }: ArchiveMembers,
  options: ImportOptions,
  job: JobContext,
  progress: (share: number) => void,
): Promise<Contents> {
  try {
    // The digest is that of the file on the disk, not of what is inside.
    const { sha256: _, ...contents } = await openMembers(members, options, job, progress)
    const closeBoth = async () => {
      await contents.close?.()
      await close()
    }
    return { ...contents, problems: [...problems, ...(contents.problems ?? [])], close: closeBoth }
  } catch (error) {
    await close()
    throw error
  }
}

async function ofFolder(
  path: string,
  options: ImportOptions,
  job: JobContext,
  progress: (share: number) => void,
): Promise<Opened> {
  const { members, close } = await openFolder(path)
  const sources = members.map(({ place }) => place.source)
  const bytes = sources.reduce((sum, source) => sum + source.bytes, 0)
  return {
    facts: { file: basename(path), path, bytes },
    sources,
    contents: async () => {
      const unpacked = await openArchivesAmong(members, job, progress)
      return contentsOfMembers(unpacked, options, job, progress)
    },
    close,
  }
}

async function digestAll(
  sources: readonly ByteSource[],
  job: JobContext,
  progress: (share: number) => void,
): Promise<string> {
  const [only, ...more] = sources
  if (only !== undefined && more.length === 0) return digest(only, job, progress)
  const list = createHash('sha256')
  for (const [i, source] of sources.entries()) {
    const share = (done: number) => progress((i + done) / sources.length)
    list.update(`${await digest(source, job, share)}  ${source.file}\n`)
  }
  return list.digest('hex')
}

async function digest(source: ByteSource, { signal }: JobContext, progress: (share: number) => void) {
  const hash = createHash('sha256')
  let read = 0
  for await (const chunk of source.chunks(signal)) {
    hash.update(chunk)
    read += chunk.length
    progress(read / source.bytes)
  }
  return hash.digest('hex')
}

/** The first table has the file's name, further ones an ending of their own; a name said by a person is kept. */
function nameTables(source: SourceFacts, contents: Contents, options: ImportOptions): readonly NamedTable[] {
  const stem =
    options.name === undefined ? dataSetName(contents.name ?? source.file) : checkName(options.name, source)
  const taken = new Set<string>()
  // A file may be called like what every object has: constructor.
  const saidOf = new Map(Object.entries(options.tables ?? {}))
  return contents.tables.map((table, index) => {
    const said = saidOf.get(table.id)?.name
    const plain = index === 0 && contents.tablesAreNamed !== true
    const ending = plain ? '' : plainName(table.suffix) || `${index + 1}`
    const ownName = contents.ownNames === true && options.name === undefined
    const guess = ending === '' ? stem : ownName ? ending : `${stem}_${ending}`
    const name = said === undefined ? firstFree(guess, taken) : checkName(said, source)
    taken.add(name)
    return { table, name }
  })
}

function checkName(name: string, source: SourceFacts): string {
  const plain = plainName(name)
  return plain === name ? name : refuse('import.bad-name', { name, plain }, source.path)
}

/**
 * The tables that are to be loaded: those asked for, or all that load by default; one, where they are to be appended.
 * Refuses with `import.unknown-table`, `import.name-taken`, `import.append-unlike`.
 */
export function chosenTables(shelf: Shelf, options: ImportOptions): readonly NamedTable[] {
  const chosen = pickTables(shelf, options)
  const [first] = chosen
  if (options.append !== true || first === undefined || chosen.length < 2) return distinct(chosen, shelf)
  const table = appendTables(
    chosen.map((each) => each.table),
    shelf.source.path,
  )
  const name = shelf.tables[0]?.name ?? first.name
  return [{ table, name }]
}

/** Two tables of one name would replace each other in silence. */
function distinct(chosen: readonly NamedTable[], { source }: Shelf): readonly NamedTable[] {
  const twice = chosen.find(({ name }, i) => chosen.findIndex((each) => each.name === name) !== i)
  return twice === undefined ? chosen : refuse('import.name-taken', { name: twice.name }, source.path)
}

function pickTables({ tables, source }: Shelf, { only }: ImportOptions): readonly NamedTable[] {
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
