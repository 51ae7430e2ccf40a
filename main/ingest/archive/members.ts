import type { Problem } from '../../../analyses/model/data-set'
import type { Place } from '../formats/format'
import type { ByteSource } from '../source/byte-source'

/** A file inside an archive as its directory names it. */
export interface ArchiveMember {
  /** Path inside the archive, with `/`. */
  readonly name: string
  readonly bytes: number
  /** Refuses with `import.archive-encrypted`, `import.archive-method`, `import.archive-damaged`. */
  open(): Promise<ByteSource>
}

/** A file inside an archive or a folder, opened: its path inside and where it is read. */
export interface Member {
  readonly path: string
  readonly place: Place
}

/** What an archive holds for the importer. */
export interface ArchiveMembers {
  /** In the archive's order, nested ones as `inner.zip/file.csv`; what systems leave behind is not among them. */
  readonly members: readonly Member[]
  readonly problems: readonly Problem[]
  close(): Promise<void>
}
