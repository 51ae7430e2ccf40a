import type { Place } from '../formats/format'
import type { ByteSource } from '../source/byte-source'
import type { Web } from './locate'
import { lastPart } from './validate'

/** Base of addresses inside a folder or an archive. */
const BASE = 'file:///'

export const addressOf = (file: string): string => new URL(encodeURIComponent(file), BASE).href

/** File systems and metadata may write the same letters in different ways. */
export const sameName = (a: string, b: string): boolean => a.normalize('NFC') === b.normalize('NFC')

/** The name among `names` that an address leads to: by its path, else by its last part, wherever it points. */
export function nameAmong(names: readonly string[], url: string): string | null {
  const path = URL.canParse(url) ? decoded(new URL(url).pathname).replace(/^\//, '') : ''
  const part = lastPart(url)
  return names.find((name) => sameName(name, path)) ?? names.find((name) => sameName(name, part)) ?? null
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The files beside a file as a web: an address of any site leads to the file of its name here, or nowhere. */
export function placeWeb(place: Place): Web {
  const opened = new Map<string, Promise<ByteSource | null>>()
  return {
    async open(url) {
      const name = nameAmong(await place.neighbours(), url)
      if (name === null) return null
      if (sameName(name, place.source.file)) return place.source
      const known = opened.get(name) ?? place.neighbour(name)
      opened.set(name, known)
      return known
    },
  }
}
