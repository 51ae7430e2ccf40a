import { inflateRawSync } from 'node:zlib'

/** The members of a zip that was made without descriptors and encryption, by its list at the end. */
export function unzip(bytes: Uint8Array): readonly { readonly path: string; readonly content: Uint8Array }[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const members: { path: string; content: Uint8Array }[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let i = zip.readUInt16LE(end + 10); i > 0; i--) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset))
    const path = zip.toString('utf8', at + 46, at + 46 + (name ?? 0))
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20))
    members.push({ path, content: zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed) })
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return members
}
