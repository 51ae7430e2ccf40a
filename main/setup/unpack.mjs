/*
 * Small readers of the two archive formats a runtime comes in, over Node's zlib: set-up must not depend on
 * `unzip` being there. Archives are held in memory (about 200 MB at most) and were checked by digest before.
 */
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, resolve, sep } from 'node:path'
import { gunzipSync, inflateRawSync } from 'node:zlib'

/**
 * One file out of a .tgz (ustar blocks of 512 bytes).
 * @param {Buffer} archive
 * @param {string} name path inside the archive
 * @returns {Buffer}
 */
export const fileFromTgz = (archive, name) => {
  const tar = gunzipSync(archive)
  for (let at = 0; at + 512 <= tar.length; ) {
    const header = tar.subarray(at, at + 512)
    const path = header.toString('utf8', 0, 100).replace(/\0.*$/s, '')
    const size = Number.parseInt(header.toString('latin1', 124, 136), 8) || 0
    if (path === name) return tar.subarray(at + 512, at + 512 + size)
    at += 512 + Math.ceil(size / 512) * 512
  }
  throw new Error(`${name} is not in the archive`)
}

/**
 * @typedef {object} ZipEntry
 * @property {string} name
 * @property {number} mode Unix mode, 0 when the archive was made elsewhere
 * @property {() => Buffer} read
 */

/**
 * The entries of a zip by its central directory (PKWARE APPNOTE 4.3.12); no zip64, no encryption.
 * @param {Buffer} zip
 * @returns {ZipEntry[]}
 */
export const zipEntries = (zip) => {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  if (end < 0) throw new Error('not a zip archive')
  const count = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  const entries = []
  for (let index = 0; index < count; index++) {
    const [method, packed, start] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt32LE(at + 42),
    ]
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      zip.readUInt16LE(at + offset),
    )
    const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0))
    const mode = zip.readUInt32LE(at + 38) >>> 16
    const read = () => {
      // The local header has its own name and extra field lengths.
      const body = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
      const bytes = zip.subarray(body, body + packed)
      return method === 0 ? bytes : inflateRawSync(bytes)
    }
    entries.push({ name, mode, read })
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0)
  }
  return entries
}

/**
 * Writes a zip's files below a folder, keeping what may be run runnable and links links.
 * @param {Buffer} zip
 * @param {string} folder
 * @param {(name: string) => string | null} place where an entry goes inside the folder, null to leave it out
 */
export const unzip = (zip, folder, place) => {
  for (const entry of zipEntries(zip)) {
    const inside = entry.name.endsWith('/') ? null : place(entry.name)
    if (inside === null) continue
    const path = resolve(folder, inside)
    if (!path.startsWith(resolve(folder) + sep)) throw new Error(`${entry.name} points outside`)
    mkdirSync(dirname(path), { recursive: true })
    if ((entry.mode & 0o170000) === 0o120000) symlinkSync(entry.read().toString('utf8'), path)
    else {
      writeFileSync(path, entry.read())
      if (entry.mode & 0o111) chmodSync(path, 0o755)
    }
  }
}
