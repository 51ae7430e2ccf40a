import { crc32 } from 'node:zlib'
import iconv from 'iconv-lite'

const utf8Flag = 0x800
/** Info-ZIP's extra field with the name in Unicode. */
const unicodePath = 0x7075

/** Letters of the languages whose offices pack with CP852. */
const centralEuropean = /^[áčďéěíňóřšťúůýžäöüßąćęłńśźżľĺŕôőűÁČĎÉĚÍŇÓŘŠŤÚŮÝŽÄÖÜĄĆĘŁŃŚŹŻĽĹŔÔŐŰ§°´–]*$/u

interface ZipName {
  readonly fileNameRaw: Buffer
  readonly generalPurposeBitFlag: number
  readonly extraFields: readonly { readonly id: number; readonly data: Buffer }[]
}

/**
 * A member's name as its maker meant it. Zip says whether a name is UTF-8; without that word it is in the packer's
 * code page, which no field names: UTF-8 where it is valid, else CP852 where that gives our letters, else CP437.
 */
export function zipMemberName({
  fileNameRaw: raw,
  generalPurposeBitFlag: flag,
  extraFields,
}: ZipName): string {
  const extra = extraFields.find(({ id, data }) => id === unicodePath && data.length > 5 && data[0] === 1)
  if (extra !== undefined && extra.data.readUInt32LE(1) === crc32(raw) >>> 0)
    return asPath(extra.data.subarray(5).toString('utf8'))
  if ((flag & utf8Flag) !== 0) return asPath(raw.toString('utf8'))
  return asPath(memberText(raw))
}

/** Bytes of a name in an unknown encoding as text. */
export function memberText(raw: Buffer): string {
  const utf8 = raw.toString('utf8')
  if (!utf8.includes('\uFFFD')) return utf8
  const central = iconv.decode(raw, 'cp852')
  const letters = (text: string) => [...text].filter((letter) => letter > '\u007f').join('')
  if (centralEuropean.test(letters(central))) return central
  const western = iconv.decode(raw, 'cp437')
  return /^[\u00a0-\u00ff]*$/.test(letters(western)) ? western : central
}

/** Nothing is unpacked to disk, so a name can do no harm; it is only put into one form. */
export const asPath = (name: string): string => name.replaceAll('\\', '/').replace(/^(\.?\/)+/, '')
