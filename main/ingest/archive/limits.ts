/**
 * Bounds against archives made to fill a disk or a memory. Deflate packs at most about 1030 to 1, and tables of text
 * in practice 5 to 60 to 1; an archive above these bounds holds no data of an office.
 */
export const archiveLimits = {
  /** Files in one archive. */
  members: 2000,
  /** Unpacked bytes of one archive. */
  bytes: 16 * 1024 ** 3,
  /** Unpacked bytes per packed byte … */
  ratio: 250,
  /** … which is not asked below so many unpacked bytes. */
  ratioFrom: 64 * 1024 ** 2,
  /** An archive inside an archive is opened; one inside that is not. */
  depth: 2,
  /** Unpacked bytes of one archive that may be kept in memory for formats that read here and there. */
  kept: 256 * 1024 ** 2,
} as const

export type ArchiveLimits = { readonly [Key in keyof typeof archiveLimits]: number }

/** What is left of `kept`, shared by the members of one archive. */
export interface KeepBudget {
  left: number
}
