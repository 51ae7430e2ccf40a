import iconv from 'iconv-lite'

/** Letters of a text: two bytes each, or one where all are below U+0100. */
const WIDE = 0x01
const EXTENDED = 0x04
const RICH = 0x08

/** A text of BIFF8 with its count of letters in `countBytes` bytes ([MS-XLS] 2.5.293, 2.5.294). */
export function unicodeText(data: Buffer, at: number, countBytes: 1 | 2): string {
  if (at + countBytes + 1 > data.length) return ''
  const count = data.readUIntLE(at, countBytes)
  const flags = data[at + countBytes] ?? 0
  const rich = (flags & RICH) !== 0 ? 2 : 0
  const from = at + countBytes + 1 + rich + ((flags & EXTENDED) !== 0 ? 4 : 0)
  return (flags & WIDE) !== 0
    ? data.toString('utf16le', from, Math.min(data.length, from + count * 2))
    : data.toString('latin1', from, Math.min(data.length, from + count))
}

/** A text of BIFF5, in the workbook's code page. */
export function byteText(data: Buffer, at: number, countBytes: 1 | 2, codePage: string): string {
  if (at + countBytes > data.length) return ''
  const from = at + countBytes
  const count = data.readUIntLE(at, countBytes)
  return iconv.decode(data.subarray(from, from + count), codePage)
}

/** Names of code pages as the workbook numbers them ([MS-XLS] 2.4.52); Western when unknown. */
export function codePageName(number: number): string {
  if (number === 0x8000 || number === 10000) return 'macroman'
  if (number === 10029) return 'maccenteuro'
  if (number === 10007) return 'maccyrillic'
  if (number === 1200) return 'utf16le'
  const name = number === 0x8001 ? 'windows-1252' : number === 367 ? 'ascii' : `cp${number}`
  return iconv.encodingExists(name) ? name : 'windows-1252'
}

/**
 * Shared texts of BIFF8, which run on over CONTINUE records: where one ends amid the letters of a text, the next
 * begins with a new word on their width ([MS-XLS] 2.4.265). The texts that are there count, not the number said.
 */
export class SharedTextReader {
  private part = 0
  private at = 8

  constructor(private readonly parts: readonly Buffer[]) {}

  /** The next text; null after the last. */
  next(): string | null {
    if (!this.more()) return null
    const count = this.number(2)
    const flags = this.number(1)
    const runs = (flags & RICH) === 0 ? 0 : this.number(2)
    const extra = (flags & EXTENDED) === 0 ? 0 : this.number(4)
    const text = this.letters(count, (flags & WIDE) !== 0)
    this.skip(runs * 4 + extra)
    return text
  }

  private more(): boolean {
    while (this.at >= (this.parts[this.part]?.length ?? 0)) {
      if (this.part >= this.parts.length - 1) return false
      this.part++
      this.at = 0
    }
    return true
  }

  private number(bytes: number): number {
    let value = 0
    for (let i = 0; i < bytes; i++) {
      if (!this.more()) return value
      value += (this.parts[this.part]?.[this.at++] ?? 0) * 256 ** i
    }
    return value
  }

  private letters(count: number, startsWide: boolean): string {
    let text = ''
    let wide = startsWide
    for (let left = count; left > 0; ) {
      const part = this.parts[this.part]
      if (part === undefined) break
      if (this.at >= part.length) {
        if (!this.more()) break
        wide = ((this.parts[this.part]?.[this.at++] ?? 0) & WIDE) !== 0
        continue
      }
      const size = wide ? 2 : 1
      const here = Math.min(left, Math.floor((part.length - this.at) / size))
      if (here === 0) break
      text += part.toString(wide ? 'utf16le' : 'latin1', this.at, this.at + here * size)
      this.at += here * size
      left -= here
    }
    return text
  }

  private skip(bytes: number): void {
    for (let left = bytes; left > 0 && this.more(); ) {
      const here = Math.min(left, (this.parts[this.part]?.length ?? 0) - this.at)
      this.at += here
      left -= here
    }
  }
}
