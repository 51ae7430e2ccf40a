/** What one part of a file may take in memory; writers' defaults lie far below (128 MB, 1 million rows a group). */
export const parquetLimits = {
  /** Unpacked bytes of one column in one row group. */
  chunkBytes: 512 * 1024 ** 2,
  /** Unpacked bytes of one row group. */
  groupBytes: 1024 ** 3,
  /** Values of one column in one row group. */
  chunkValues: 20_000_000,
  /** The description at the end of the file. */
  footerBytes: 64 * 1024 ** 2,
} as const
