import { join } from 'node:path'
import type { Problem } from '../../../analyses/model/data-set'
import { FaultError, refuse } from '../../../analyses/model/fault'
import type { JobContext } from '../../../analyses/model/job'
import type { Place } from '../formats/format'
import { problem } from '../problem'
import type { ByteSource } from '../source/byte-source'
import { type ArchiveLimits, archiveLimits, type KeepBudget } from './limits'
import type { ArchiveMember, ArchiveMembers, Member } from './members'
import { openPackedFile } from './packed-file'
import { archiveKind, isDocument, isJunk, isReadme } from './recognise'
import { readTar } from './tar'
import { windowSource } from './window-source'
import { readZip } from './zip'

const HEAD_BYTES = 64 * 1024

interface Opening {
  readonly job: JobContext
  readonly limits: ArchiveLimits
  readonly budget: KeepBudget
  readonly progress: (share: number) => void
}

/**
 * Opens gz, zst, zip, tar and packed tar in place: nothing is written to disk. Archives inside are opened too, down
 * to the depth of the limits. null when the file is no archive (an XLSX is none, though it is a zip).
 * Faults: `import.archive-*`.
 */
export async function openArchive(
  place: Place,
  job: JobContext,
  progress: (share: number) => void = () => {},
  limits: ArchiveLimits = archiveLimits,
): Promise<ArchiveMembers | null> {
  const opening = { job, limits, budget: { left: limits.kept }, progress }
  const found = await membersOf(place, opening)
  if (found === null) return null
  return gather(found, place.source, opening)
}

/** What one archive holds, junk and all. */
interface Found {
  readonly single: boolean
  readonly members: readonly ArchiveMember[]
  readonly problems: readonly Problem[]
}

async function membersOf(
  { source, head }: Pick<Place, 'source' | 'head'>,
  opening: Opening,
): Promise<Found | null> {
  const { limits, budget } = opening
  switch (archiveKind(head)) {
    case null:
      return null
    case 'tar':
      return { single: false, members: await tarMembers(source, limits), problems: [] }
    case 'zip': {
      const members = await readZip(source, limits, budget).catch(orWorkbook(source))
      if (members === null || isDocument(members.map(({ name }) => name))) return null
      return { single: false, members, problems: [] }
    }
    case 'gzip':
      return unpackedMembers(source, 'gzip', opening)
    case 'zstd':
      return unpackedMembers(source, 'zstd', opening)
  }
}

/** A broken zip that is called a workbook is a broken workbook: the reader of workbooks says what is wrong with it. */
const orWorkbook =
  ({ file }: ByteSource) =>
  (error: unknown): null => {
    if (error instanceof FaultError && /\.(?:xl[st][xmb]|o[dt]s)$/i.test(file)) return null
    throw error
  }

/** A packed file is its content; a packed tar is one archive, not two. */
async function unpackedMembers(base: ByteSource, packing: 'gzip' | 'zstd', opening: Opening): Promise<Found> {
  const { limits, budget, job, progress } = opening
  const { source, trailing } = await openPackedFile(base, packing, limits, budget, job, progress)
  const problems = trailing === 0 ? [] : [problem('archive.trailing-bytes', trailing, null)]
  if (archiveKind(await source.slice(0, 512)) === 'tar')
    return { single: false, members: await tarMembers(source, limits), problems }
  const member = { name: source.file, bytes: source.bytes, open: async () => source }
  return { single: true, members: [member], problems }
}

async function tarMembers(source: ByteSource, limits: ArchiveLimits): Promise<readonly ArchiveMember[]> {
  const entries = await readTar(source, limits.members)
  if (entries.length > limits.members)
    refuse('import.archive-too-many', { file: source.file, most: limits.members }, source.path)
  return entries
    .filter(({ plain }) => plain)
    .map(({ name, from, bytes }) => ({
      name,
      bytes,
      open: async () =>
        windowSource(source, from, bytes, { file: lastPart(name), path: join(source.path, name) }),
    }))
}

/** The data files, with those of archives inside; what is left out becomes a problem that names it. */
async function gather(found: Found, source: ByteSource, opening: Opening): Promise<ArchiveMembers> {
  const skipped: string[] = []
  const opened: ByteSource[] = []
  const problems = [...found.problems]
  const close = async () => {
    for (const each of opened) await each.close()
  }
  try {
    const members = await dataMembers(found, '', 1)
    if (members.length === 0) refuse('import.archive-no-data', { file: source.file }, source.path)
    if (skipped.length > 0)
      problems.push(problem('members.skipped', skipped.length, null, undefined, shortList(skipped)))
    return { members, problems, close }
  } catch (error) {
    await close()
    throw error
  }

  async function dataMembers(archive: Found, prefix: string, depth: number): Promise<readonly Member[]> {
    const kept = archive.members.filter(({ name, bytes }) => {
      const data = bytes > 0 && !isJunk(name) && (archive.single || !isReadme(name))
      if (!data) skipped.push(prefix + name)
      return data
    })
    const placeOf = placesOf(kept, opened)
    const result: Member[] = []
    for (const member of kept) {
      opening.job.signal.throwIfAborted()
      const place = await placeOf(member)
      const inner = await innerArchive(place, depth)
      if (inner === null) result.push({ path: prefix + member.name, place })
      else {
        const folder = inner.single ? folderOf(member.name) : `${member.name}/`
        problems.push(...inner.problems)
        result.push(...(await dataMembers(inner, prefix + folder, depth + 1)))
      }
    }
    return result
  }

  async function innerArchive(place: Place, depth: number): Promise<Found | null> {
    const kind = archiveKind(place.head)
    if (kind === null) return null
    if (depth < opening.limits.depth) return membersOf(place, opening)
    // A document inside is read as what it is, however deep.
    if (kind === 'zip' && (await membersOf(place, opening)) === null) return null
    const { file, path } = place.source
    return refuse('import.archive-too-deep', { file }, path)
  }
}

const lastPart = (name: string): string => name.split('/').at(-1) ?? name
const folderOf = (name: string): string => name.slice(0, name.length - lastPart(name).length)

const SHOWN_NAMES = 10

const shortList = (names: readonly string[]): string =>
  names.slice(0, SHOWN_NAMES).join(', ') + (names.length > SHOWN_NAMES ? ', …' : '')

/** Each member as a place; its neighbours are the members of the same folder. */
function placesOf(members: readonly ArchiveMember[], opened: ByteSource[]) {
  const sources = new Map<ArchiveMember, Promise<ByteSource>>()
  const sourceOf = async (member: ArchiveMember): Promise<ByteSource> => {
    const known = sources.get(member)
    if (known !== undefined) return known
    const opening = member.open()
    sources.set(member, opening)
    const source = await opening
    opened.push(source)
    return source
  }
  return async (member: ArchiveMember): Promise<Place> => {
    const source = await sourceOf(member)
    const folder = folderOf(member.name)
    const beside = members.filter(({ name }) => folderOf(name) === folder)
    return {
      source,
      head: await source.slice(0, HEAD_BYTES),
      neighbours: async () => beside.map(({ name }) => lastPart(name)).sort(),
      neighbour: async (name) => {
        const other = beside.find((each) => lastPart(each.name) === name)
        return other === undefined ? null : sourceOf(other)
      },
    }
  }
}
