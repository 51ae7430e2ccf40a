import { inflateRawSync } from 'node:zlib'
import { deflateSync, strToU8 } from 'fflate'

/** Far more than any report holds; what grows beyond it is not one of ours. */
const MOST_BYTES = 256 * 2 ** 20

/** JSON as one word of plain letters, packed: it can stand in an attribute, and the same value gives the same word. */
export const packJson = (value: unknown): string =>
  Buffer.from(deflateSync(strToU8(JSON.stringify(value)), { level: 9 })).toString('base64')

/** The JSON of such a word; undefined when it is none. */
export function unpackJson(word: string): unknown {
  try {
    const text = inflateRawSync(Buffer.from(word, 'base64'), { maxOutputLength: MOST_BYTES })
    return JSON.parse(text.toString('utf8'))
  } catch {
    return undefined
  }
}
