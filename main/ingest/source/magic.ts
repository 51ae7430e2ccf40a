/** Byte signatures of formats that people rename to .csv; the names are proper names and need no translation. */
const signatures: readonly (readonly [name: string, offset: number, bytes: readonly number[]])[] = [
  ['ZIP (XLSX, ODS, DOCX)', 0, [0x50, 0x4b, 0x03, 0x04]],
  ['ZIP', 0, [0x50, 0x4b, 0x05, 0x06]],
  ['PDF', 0, [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['PNG', 0, [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', 0, [0xff, 0xd8, 0xff]],
  ['GIF', 0, [0x47, 0x49, 0x46, 0x38]],
  ['SQLite, GeoPackage', 0, [...Buffer.from('SQLite format 3\0')]],
  ['gzip', 0, [0x1f, 0x8b]],
  ['bzip2', 0, [0x42, 0x5a, 0x68]],
  ['xz', 0, [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['zstd', 0, [0x28, 0xb5, 0x2f, 0xfd]],
  ['7-Zip', 0, [0x37, 0x7a, 0xbc, 0xaf]],
  ['RAR', 0, [0x52, 0x61, 0x72, 0x21]],
  ['XLS (OLE)', 0, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['Parquet', 0, [0x50, 0x41, 0x52, 0x31]],
  ['Arrow', 0, [...Buffer.from('ARROW1')]],
  ['DuckDB', 8, [...Buffer.from('DUCK')]],
  ['RTF', 0, [...Buffer.from('{\\rtf')]],
]

/** What a file that is not text seems to be, judged by its first bytes; null when no signature fits. */
export function binaryFormat(head: Uint8Array): string | null {
  const found = signatures.find(([, offset, bytes]) => bytes.every((byte, i) => head[offset + i] === byte))
  return found?.[0] ?? null
}
