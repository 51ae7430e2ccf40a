import { crc32, deflateRawSync } from 'node:zlib'

export interface MadeMember {
  /** Text, or the raw bytes of a name in another code page. */
  readonly name: string | Buffer
  readonly content: string | Uint8Array
  readonly stored?: boolean
  /** Says "UTF-8" of the name; default: only where the name is given as text. */
  readonly utf8?: boolean
  readonly encrypted?: boolean
  readonly method?: number
  /** Sizes and checksum behind the data, as packers write that cannot look back. */
  readonly descriptor?: boolean
  readonly wrongChecksum?: boolean
  /** Sizes in the extra field of ZIP64, as big archives have them. */
  readonly zip64?: boolean
}

const u16 = (value: number) => Buffer.from([value & 255, value >> 8])
function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value >>> 0)
  return bytes
}
function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}

/** A zip as packers write it (APPNOTE 6.3.9), for tests. */
export function makeZip(members: readonly MadeMember[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const member of members) {
    const name = Buffer.from(member.name)
    const content = Buffer.from(member.content)
    const data = member.stored === true ? content : deflateRawSync(content)
    const sum = (crc32(content) ^ (member.wrongChecksum === true ? 1 : 0)) >>> 0
    const utf8 = member.utf8 ?? typeof member.name === 'string'
    const flags =
      (utf8 ? 0x800 : 0) | (member.encrypted === true ? 1 : 0) | (member.descriptor === true ? 8 : 0)
    const method = member.method ?? (member.stored === true ? 0 : 8)
    const sizes = [u32(data.length), u32(content.length)]
    const big = member.zip64 === true
    const extra = big
      ? Buffer.concat([u16(1), u16(16), u64(content.length), u64(data.length)])
      : Buffer.alloc(0)
    const said = big ? [u32(0xffffffff), u32(0xffffffff)] : sizes
    const common = [u16(20), u16(flags), u16(method), u32(0)]
    const late = member.descriptor === true ? [u32(0), u32(0), u32(0)] : [u32(sum), ...said]
    const local = [
      u32(0x04034b50),
      ...common,
      ...late,
      u16(name.length),
      u16(extra.length),
      name,
      extra,
      data,
    ]
    if (member.descriptor === true) local.push(u32(0x08074b50), u32(sum), ...sizes)
    directory.push(
      ...[u32(0x02014b50), u16(0x0314), ...common, u32(sum), ...said, u16(name.length), u16(extra.length)],
      ...[u16(0), u16(0), u16(0), u32(0), u32(at), name, extra],
    )
    const bytes = Buffer.concat(local)
    parts.push(bytes)
    at += bytes.length
  }
  const central = Buffer.concat(directory)
  const count = u16(members.length)
  const end = [u32(0x06054b50), u16(0), u16(0), count, count, u32(central.length), u32(at), u16(0)]
  return Buffer.concat([...parts, central, ...end])
}

/** A POSIX tar, for tests; names over 100 bytes get a pax record before them. */
export function makeTar(
  members: readonly { readonly name: string; readonly content: string | Uint8Array }[],
): Buffer {
  const parts = members.flatMap(({ name, content }) => {
    const long = Buffer.byteLength(name) > 100
    const before = long ? [tarEntry('PaxHeader', Buffer.from(paxRecord('path', name)), 'x')] : []
    return [...before, tarEntry(name.slice(0, 90), Buffer.from(content), '0')]
  })
  return Buffer.concat([...parts, Buffer.alloc(1024)])
}

function tarEntry(name: string, content: Buffer, kind: string): Buffer {
  const header = Buffer.alloc(512)
  header.write(name, 0, 'utf8')
  header.write('0000644\0', 100)
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124)
  header.write('        ', 148)
  header.write(kind, 156)
  header.write('ustar\x0000', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return Buffer.concat([header, content, Buffer.alloc((512 - (content.length % 512)) % 512)])
}

/** `LENGTH KEY=VALUE\n`, where the length counts its own digits. */
function paxRecord(key: string, value: string): string {
  const body = ` ${key}=${value}\n`
  let length = Buffer.byteLength(body)
  while (String(length).length + Buffer.byteLength(body) !== length) length += 1
  return length + body
}
