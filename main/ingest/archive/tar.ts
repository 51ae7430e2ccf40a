import type { ByteSource } from '../source/byte-source'
import { asPath, memberText } from './member-names'
import { damaged } from './unpack'

export interface TarEntry {
  readonly name: string
  /** Where its content lies in the tar. */
  readonly from: number
  readonly bytes: number
  /** A file; everything else (links, devices, sparse files) has no content that could be read. */
  readonly plain: boolean
}

const BLOCK = 512

/** Do these bytes begin a tar? The header's own checksum says so; old tars have no other mark. */
export function isTar(head: Uint8Array): boolean {
  return head.length >= BLOCK && head[0] !== 0 && soundHeader(Buffer.from(head.subarray(0, BLOCK)))
}

/**
 * The entries of a tar (POSIX.1-2001 "ustar" and "pax", GNU long names and large sizes), at most `most`, by reading
 * its headers only. Faults: `import.archive-damaged`.
 */
export async function readTar(source: ByteSource, most: number): Promise<readonly TarEntry[]> {
  const entries: TarEntry[] = []
  let said: Said = {}
  for (let at = 0; at + BLOCK <= source.bytes && entries.length <= most; ) {
    const header = await source.slice(at, BLOCK)
    if (header.every((byte) => byte === 0)) return entries
    if (!soundHeader(header)) throw damaged(source, `tar: header at ${at}`)
    const bytes = said.size ?? numberAt(header, 124, 12)
    const from = at + BLOCK
    if (!Number.isSafeInteger(bytes) || bytes < 0 || from + bytes > source.bytes)
      throw damaged(source, 'tar: unexpected end of file')
    const kind = String.fromCharCode(header[156] ?? 0)
    if ('xLgK'.includes(kind)) said = { ...said, ...(await readSaid(source, kind, from, bytes)) }
    else {
      const name = asPath(said.name ?? nameOf(header))
      if (kind !== '5' && !name.endsWith('/'))
        entries.push({ name, from, bytes, plain: '0\0'.includes(kind) || kind === '7' })
      said = {}
    }
    at = from + Math.ceil(bytes / BLOCK) * BLOCK
  }
  return entries
}

/** What an entry before the file says of it. */
interface Said {
  readonly name?: string
  readonly size?: number
}

/** Longer records of a name are no names. */
const SAID_BYTES = 64 * 1024

async function readSaid(source: ByteSource, kind: string, from: number, bytes: number): Promise<Said> {
  if (kind === 'g' || kind === 'K') return {}
  if (bytes > SAID_BYTES) throw damaged(source, 'tar: record of a name')
  const content = await source.slice(from, bytes)
  if (kind === 'L') return { name: memberText(content.subarray(0, endOfText(content))) }
  const records = paxRecords(content)
  const name = records.get('path')
  const size = records.get('size')
  return {
    ...(name === undefined ? {} : { name }),
    ...(size !== undefined && /^\d{1,15}$/.test(size) ? { size: Number(size) } : {}),
  }
}

/** Pax: `LENGTH KEY=VALUE\n`, the length counting itself. */
function paxRecords(content: Buffer): ReadonlyMap<string, string> {
  const records = new Map<string, string>()
  for (let at = 0; at < content.length; ) {
    const [, length = '0'] = /^(\d+) /.exec(content.toString('latin1', at, at + 12)) ?? []
    const end = at + Number(length)
    if (Number(length) < 5 || end > content.length) break
    const record = content.toString('utf8', at + length.length + 1, end - 1)
    const split = record.indexOf('=')
    if (split > 0) records.set(record.slice(0, split), record.slice(split + 1))
    at = end
  }
  return records
}

function nameOf(header: Buffer): string {
  const name = textAt(header, 0, 100)
  const prefix =
    header.toString('latin1', 257, 262) === 'ustar' && header[262] === 0 ? textAt(header, 345, 155) : ''
  return prefix === '' ? name : `${prefix}/${name}`
}

function textAt(header: Buffer, from: number, length: number): string {
  const field = header.subarray(from, from + length)
  return memberText(field.subarray(0, endOfText(field)))
}

function endOfText(field: Buffer): number {
  const end = field.indexOf(0)
  return end < 0 ? field.length : end
}

/** Octal digits, or GNU's binary form where the first bit is set. */
function numberAt(header: Buffer, from: number, length: number): number {
  const field = header.subarray(from, from + length)
  if (((field[0] ?? 0) & 0x80) !== 0)
    return field.subarray(1).reduce((sum, byte) => sum * 256 + byte, (field[0] ?? 0) & 0x7f)
  const digits = field
    .toString('latin1')
    .replace(/[\0 ]+$/, '')
    .trim()
  return digits === '' ? 0 : /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN
}

/** The sum of the header's bytes, its own field taken as blanks; some old packers added signed bytes. */
function soundHeader(header: Buffer): boolean {
  const said = numberAt(header, 148, 8)
  let unsigned = 8 * 32
  let signed = 8 * 32
  header.forEach((byte, i) => {
    if (i >= 148 && i < 156) return
    unsigned += byte
    signed += byte > 127 ? byte - 256 : byte
  })
  return said === unsigned || said === signed
}
