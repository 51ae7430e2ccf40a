import type { ImportOptions } from '../../../analyses/model/data-set'
import { FaultError } from '../../../analyses/model/fault'
import type { JobContext } from '../../../analyses/model/job'
import { problem } from '../problem'
import type { SourceTable } from '../tables/source-table'
import type { Contents, Format, Place } from './format'
import { formats } from './index'
import { findFormat, openContents } from './open-contents'

/** A file inside a folder or an archive. */
export interface Member {
  /** Its path inside, with `/` between folders: what identifies it. */
  readonly path: string
  readonly place: Place
}

/** Names that go with data and are no data themselves. */
const COMPANION =
  /(?:^|\/)(?:readme|licen[cs]e|copying|changelog)[^/]*$|(?:^|\/)\.|(?:^|\/)__macosx\/|\.(?:md|html?|ttl|rdf|ya?ml|xsd|xsl|css|js|qgs|qml|sld|lyr)$/i
/** What a member without a table is refused with. */
const WITHOUT_TABLE = new Set(['import.not-text', 'import.empty-file', 'import.no-tables'])

/**
 * Every table of every file inside a folder or an archive, as if they stood in one file. What holds no table is named
 * in the problems. A file that several formats could read goes to the more special one, with what belongs to it.
 * Refuses with the first member's fault when none holds a table.
 */
export async function openMembers(
  members: readonly Member[],
  options: ImportOptions,
  job: JobContext,
  progress: (share: number) => void,
): Promise<Contents> {
  const opened: { readonly member: Member; readonly contents: Contents }[] = []
  const skipped: string[] = []
  const taken = new Set<string>()
  let refused: FaultError | null = null
  const only = members.filter(({ path }) => !COMPANION.test(path)).length === 1
  const inner = only ? options : innerOptions(options)
  try {
    const ordered = await bySpeciality(members, inner)
    for (const [i, { member }] of ordered.entries()) {
      if (taken.has(member.path)) continue
      try {
        const share = (done: number) => progress((i + done) / ordered.length)
        const contents = await openContents(member.place, inner, job, share)
        const folder = member.path.slice(0, member.path.lastIndexOf('/') + 1)
        for (const name of contents.alsoRead ?? []) taken.add(folder + name)
        opened.push({ member, contents })
      } catch (error) {
        if (!(error instanceof FaultError) || !WITHOUT_TABLE.has(error.fault.code)) throw error
        refused ??= error
        skipped.push(member.path)
      }
    }
    if (opened.length === 0 && refused !== null) throw refused
  } catch (error) {
    await closeAll(opened)
    throw error
  }
  return joined(members, opened, skipped)
}

/** Names, ids of tables and columns are those of the whole; how files are written goes on to each of them. */
const innerOptions = ({ name, only, tables, columns, steps, ...written }: ImportOptions): ImportOptions =>
  written

/** The members that may hold a table, those of more special formats first, otherwise as they stand. */
async function bySpeciality(members: readonly Member[], options: ImportOptions) {
  const found: { readonly member: Member; readonly format: Format | null }[] = []
  for (const member of members) {
    if (COMPANION.test(member.path)) continue
    found.push({ member, format: await findFormat(member.place, options) })
  }
  const rank = (format: Format | null) => (format === null ? formats.length : formats.indexOf(format))
  return found.sort((a, b) => rank(a.format) - rank(b.format))
}

function joined(
  members: readonly Member[],
  opened: readonly { readonly member: Member; readonly contents: Contents }[],
  skipped: readonly string[],
): Contents {
  const companions = members.map(({ path }) => path).filter((path) => COMPANION.test(path))
  const left = [...skipped, ...companions]
  const several = opened.length > 1
  const order = new Map(members.map(({ path }, i) => [path, i]))
  const sorted = [...opened].sort((a, b) => (order.get(a.member.path) ?? 0) - (order.get(b.member.path) ?? 0))
  const tables = sorted.flatMap(({ member, contents }) =>
    contents.tables.map((table) => (several ? ofMember(table, member, contents.tables.length) : table)),
  )
  const [first] = sorted
  return {
    tables,
    encoding: first?.contents.encoding ?? 'binary',
    encodingConfidence: first?.contents.encodingConfidence ?? 'certain',
    tablesAreNamed: sorted.some(({ contents }) => contents.tablesAreNamed === true),
    problems: [
      ...sorted.flatMap(({ contents }) => contents.problems ?? []),
      ...(left.length === 0 ? [] : [problem('members.skipped', left.length, null, undefined, someOf(left))]),
    ],
    close: () => closeAll(opened),
  }
}

const SHOWN_NAMES = 10
const someOf = (names: readonly string[]): string =>
  names.slice(0, SHOWN_NAMES).join(', ') + (names.length > SHOWN_NAMES ? ', …' : '')

/** A table as one of many files: what tells it apart is the file it is in. */
function ofMember(table: SourceTable, { path }: Member, siblings: number): SourceTable {
  const stem = path.replace(/(?<=[^/])\.[^./]*$/, '')
  return {
    ...table,
    id: siblings === 1 ? path : `${path}/${table.id}`,
    title: siblings === 1 ? path : `${path} · ${table.title}`,
    suffix: siblings === 1 ? stem : `${stem}_${table.suffix}`,
  }
}

async function closeAll(opened: readonly { readonly contents: Contents }[]): Promise<void> {
  for (const { contents } of opened) await contents.close?.()
}
