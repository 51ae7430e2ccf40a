import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Encoding = 'utf-8' | 'utf-8-bom' | 'windows-1250'
export type Cell = string | number

export interface FileFormat {
  readonly encoding: Encoding
  readonly delimiter: ',' | ';'
  readonly lineEnd: '\n' | '\r\n'
}

export interface MadeFile {
  readonly name: string
  readonly bytes: Buffer
}

/** Header and rows as delimited text. Every row must be as wide as the header. */
export function delimited(
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
  format: FileFormat,
): Buffer {
  const lines = [header, ...rows].map((row) => {
    if (row.length !== header.length)
      throw new Error(`row of ${row.length} cells under ${header.length} headers`)
    return row.map((cell) => quoted(String(cell), format.delimiter)).join(format.delimiter)
  })
  return encodeLines(lines, format)
}

export function encodeLines(
  lines: readonly string[],
  { encoding, lineEnd }: Omit<FileFormat, 'delimiter'>,
): Buffer {
  const text = lines.map((line) => line + lineEnd).join('')
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8')
    case 'utf-8-bom':
      return Buffer.from(`\ufeff${text}`, 'utf8')
    case 'windows-1250':
      return windows1250(text)
  }
}

const quoted = (text: string, delimiter: string): string =>
  text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/** Where windows-1250 keeps the letters this sample uses (Microsoft code page 1250). */
const CODE_PAGE_1250 = new Map<string, number>(
  Object.entries({
    Š: 0x8a,
    Ť: 0x8d,
    Ž: 0x8e,
    '–': 0x96,
    š: 0x9a,
    ť: 0x9d,
    ž: 0x9e,

    µ: 0xb5,
    Á: 0xc1,
    Č: 0xc8,
    É: 0xc9,
    Ě: 0xcc,
    Í: 0xcd,
    Ď: 0xcf,
    Ň: 0xd2,
    Ó: 0xd3,
    Ř: 0xd8,
    Ů: 0xd9,
    Ú: 0xda,
    Ý: 0xdd,
    á: 0xe1,
    č: 0xe8,
    é: 0xe9,
    ě: 0xec,
    í: 0xed,
    ď: 0xef,
    ň: 0xf2,
    ó: 0xf3,
    ř: 0xf8,
    ů: 0xf9,
    ú: 0xfa,
    ý: 0xfd,
  }),
)

function windows1250(text: string): Buffer {
  const bytes = Array.from(text, (letter) => {
    const code = letter.charCodeAt(0)
    const byte = code < 0x80 ? code : CODE_PAGE_1250.get(letter)
    if (byte === undefined) throw new Error(`windows-1250 table of the sample lacks "${letter}"`)
    return byte
  })
  return Buffer.from(bytes)
}

/** Writes the files and `SHA256SUMS` over them, in the form `sha256sum --check` reads. */
export function writeAll(folder: string, files: readonly MadeFile[]): void {
  mkdirSync(folder, { recursive: true })
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes)
  writeFileSync(join(folder, 'SHA256SUMS'), checksums(files))
}

export const checksums = (files: readonly MadeFile[]): string =>
  files
    .map(({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
    .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
    .join('')
