import iconv from 'iconv-lite'
import { refuse } from '../../../analyses/model/fault'

/** Encodings offered to a person; receipts use these names. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'iso-8859-2',
  'windows-1252',
  'iso-8859-1',
  'windows-1257',
  'ibm852',
] as const
export type Encoding = (typeof encodings)[number]

export type SingleByteEncoding = Exclude<Encoding, 'utf-8' | 'utf-16le' | 'utf-16be'>

export const isSingleByte = (encoding: Encoding): encoding is SingleByteEncoding =>
  !encoding.startsWith('utf-')

const otherSpellings: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  'utf-8-sig': 'utf-8',
  ascii: 'utf-8',
  'us-ascii': 'utf-8',
  utf16: 'utf-16le',
  'utf-16': 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  cp1250: 'windows-1250',
  win1250: 'windows-1250',
  cp1252: 'windows-1252',
  win1252: 'windows-1252',
  cp1257: 'windows-1257',
  win1257: 'windows-1257',
  latin1: 'iso-8859-1',
  'latin-1': 'iso-8859-1',
  latin2: 'iso-8859-2',
  'latin-2': 'iso-8859-2',
  cp852: 'ibm852',
  'cp-852': 'ibm852',
  852: 'ibm852',
}

/** A name as people write it. Refuses with `import.unknown-encoding`. */
export function parseEncoding(name: string): Encoding {
  const plain = name.trim().toLowerCase().replaceAll('_', '-')
  const found = encodings.find((known) => known === plain) ?? otherSpellings[plain]
  return found ?? refuse('import.unknown-encoding', { encoding: name, known: encodings.join(', ') })
}

const tables = new Map<SingleByteEncoding, readonly (string | null)[]>()

/**
 * What each of the 256 bytes means; null where the encoding leaves a byte undefined.
 * ISO 8859 calls 0x80-0x9F control characters: no text has them, so they count as undefined as well.
 */
export function byteTable(encoding: SingleByteEncoding): readonly (string | null)[] {
  const known = tables.get(encoding)
  if (known !== undefined) return known
  const table = Array.from({ length: 256 }, (_, byte) => {
    const text = iconv.decode(Buffer.from([byte]), encoding)
    const control = byte >= 0x80 && text >= '\u0080' && text <= '\u009f'
    return text === '\ufffd' || control ? null : text
  })
  tables.set(encoding, table)
  return table
}
