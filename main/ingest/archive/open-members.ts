import type { Problem } from '../../../analyses/model/data-set'
import type { JobContext } from '../../../analyses/model/job'
import type { ArchiveMembers, Member } from './members'
import { openArchive } from './open-archive'

/** Files of a folder, with every archive among them replaced by what it holds. Faults: `import.archive-*`. */
export async function openArchivesAmong(
  members: readonly Member[],
  job: JobContext,
  progress: (share: number) => void = () => {},
): Promise<{ members: readonly Member[]; problems: readonly Problem[]; close(): Promise<void> }> {
  const archives: ArchiveMembers[] = []
  const close = async () => {
    for (const archive of archives) await archive.close()
  }
  try {
    const all: Member[] = []
    for (const [i, member] of members.entries()) {
      const share = (done: number) => progress((i + done) / members.length)
      const archive = await openArchive(member.place, job, share)
      if (archive === null) all.push(member)
      else {
        archives.push(archive)
        all.push(...archive.members.map(({ path, place }) => ({ path: `${member.path}/${path}`, place })))
      }
    }
    return { members: all, problems: archives.flatMap(({ problems }) => problems), close }
  } catch (error) {
    await close()
    throw error
  }
}
