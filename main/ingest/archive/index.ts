export { type ArchiveLimits, archiveLimits } from './limits'
export type { ArchiveMembers } from './members'
export { openArchive } from './open-archive'
export { openArchivesAmong } from './open-members'
