const KNOWN_KEYS = 4096

/** Keys come again with every record: their texts are made once. */
export class KeyTexts {
  private readonly bytes: (Buffer | undefined)[] = new Array(KNOWN_KEYS)
  private readonly texts: string[] = new Array<string>(KNOWN_KEYS)

  text(from: Buffer, start: number, end: number, hash: number): string {
    const place = (hash ^ (hash >>> 12)) & (KNOWN_KEYS - 1)
    const known = this.bytes[place]
    if (known !== undefined && isSame(known, from, start, end)) return this.texts[place] ?? ''
    const text = from.toString('utf8', start, end)
    if (end - start <= MAX_KNOWN_KEY) {
      this.bytes[place] = Buffer.from(from.subarray(start, end))
      this.texts[place] = text
    }
    return text
  }
}

const MAX_KNOWN_KEY = 64

function isSame(known: Buffer, from: Buffer, start: number, end: number): boolean {
  if (known.length !== end - start) return false
  for (let i = 0; i < known.length; i++) if (known[i] !== from[start + i]) return false
  return true
}
