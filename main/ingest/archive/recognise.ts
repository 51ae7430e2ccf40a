import { isTar } from './tar'

export type ArchiveKind = 'zip' | 'gzip' | 'zstd' | 'tar'

const startsWith = (head: Uint8Array, ...bytes: readonly number[]) =>
  bytes.every((byte, i) => head[i] === byte)

/** Which archive these first bytes begin; null when none. A zip may still be a document: see `isDocument`. */
export function archiveKind(head: Uint8Array): ArchiveKind | null {
  if (startsWith(head, 0x50, 0x4b, 3, 4) || startsWith(head, 0x50, 0x4b, 5, 6)) return 'zip'
  if (startsWith(head, 0x1f, 0x8b, 8)) return 'gzip'
  if (startsWith(head, 0x28, 0xb5, 0x2f, 0xfd)) return 'zstd'
  return isTar(head) ? 'tar' : null
}

/** Office documents are zips that are read as one thing: XLSX and DOCX have a list of types, ODF and EPUB a `mimetype`. */
export const isDocument = (names: readonly string[]): boolean =>
  names.includes('[Content_Types].xml') || names.includes('mimetype')

/** What file managers leave behind; nobody packed it on purpose. */
const leftBehind = /(^|\/)(__MACOSX\/|\._[^/]*$|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\.git\/)/i
/** Words to the reader. */
const readme =
  /(^|\/)(readme|read_me|license|licence|copying|čti ?m[eě]|ctime|přečti|przeczytaj|czytaj)[^/]*$/i

export const isJunk = (name: string): boolean => leftBehind.test(name)
export const isReadme = (name: string): boolean =>
  readme.test(name) && !/\.(csv|tsv|xlsx?|ods|json)$/i.test(name)
