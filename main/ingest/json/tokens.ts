import { isUtf8 } from 'node:buffer'
import { type JsonEvents, type JsonFlaw, MAX_DEPTH, MAX_TOKEN_BYTES, NotJson } from './events'
import { KeyTexts } from './key-texts'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const LF = 0x0a
const CR = 0x0d

/** What may come next. */
const VALUE = 0
const VALUE_OR_END = 1
const KEY = 2
const KEY_OR_END = 3
const COLON = 4
const COMMA_OR_END = 5
const AFTER = 6

const INCOMPLETE = -1

export interface TokenOptions {
  /** Several values may stand one after the other. */
  readonly many?: boolean
  /** The bytes may hold what is no UTF-8: every string is looked at. */
  readonly doubtful?: boolean
  readonly line?: number
}

/**
 * Reads JSON (RFC 8259, nothing more lenient) from UTF-8 that comes in pieces and tells what it meets. No tree is
 * made and nothing is kept but the token that a piece cuts in two. `push` and `end` throw `NotJson`.
 */
export class JsonTokens {
  /** Line of the token being told, from 1. CR, LF and CRLF each end a line. */
  line: number
  depth = 0
  /** Strings that were no valid UTF-8, as told to the events with U+FFFD in place of the broken bytes. */
  broken = 0
  /** Values told at the top level. */
  values = 0

  private readonly keys = new KeyTexts()
  private readonly inObject = new Uint8Array(MAX_DEPTH + 1)
  private expected = VALUE
  private carry: Uint8Array = new Uint8Array(0)
  private bytes: Uint8Array = new Uint8Array(0)
  private text: Buffer = Buffer.alloc(0)
  private at = 0
  private last = false
  /** Position in `bytes` where the current line begins; negative when it began in an earlier piece. */
  private lineStart = 0
  /** Characters of the current line in earlier pieces. */
  private earlier = 0

  constructor(
    private readonly events: JsonEvents,
    private readonly options: TokenOptions = {},
  ) {
    this.line = options.line ?? 1
  }

  /** Ready for another text, which begins at `line`. */
  restart(line: number): void {
    this.line = line
    this.depth = 0
    this.values = 0
    this.expected = VALUE
    this.carry = new Uint8Array(0)
    this.lineStart = 0
    this.earlier = 0
  }

  /** Bytes of a token that goes on in the next piece: the next piece should be about as large. */
  get waiting(): number {
    return this.carry.length
  }

  push(piece: Uint8Array): void {
    this.begin(piece, false)
    this.run()
    this.keepRest()
  }

  end(): void {
    this.begin(new Uint8Array(0), true)
    this.run()
    const done =
      this.expected === AFTER || (this.options.many === true && this.values > 0 && this.depth === 0)
    if (!done) this.fail('end', this.bytes.length)
  }

  private begin(piece: Uint8Array, last: boolean): void {
    const bytes = this.carry.length === 0 ? piece : joined(this.carry, piece)
    this.bytes = bytes
    this.text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.at = 0
    this.last = last
  }

  private keepRest(): void {
    const used = this.at
    this.earlier =
      this.lineStart >= 0
        ? characters(this.bytes, this.lineStart, used)
        : this.earlier + characters(this.bytes, 0, used)
    this.lineStart = -1
    this.carry = this.bytes.slice(used)
    if (this.carry.length > MAX_TOKEN_BYTES) this.fail('size', 0)
  }

  private fail(flaw: JsonFlaw, at: number): never {
    const before =
      this.lineStart >= 0
        ? characters(this.bytes, this.lineStart, at)
        : this.earlier + characters(this.bytes, 0, at)
    throw new NotJson(flaw, this.line, before + 1)
  }

  private run(): void {
    const { bytes } = this
    while (this.at < bytes.length) {
      const byte = bytes[this.at] as number
      if (byte === 0x20 || byte === 0x09) this.at++
      else if (byte === LF || byte === CR) {
        if (byte === CR && this.at + 1 >= bytes.length && !this.last) return
        this.at += byte === CR && bytes[this.at + 1] === LF ? 2 : 1
        this.line++
        this.lineStart = this.at
        this.earlier = 0
      } else if (!this.token(byte)) return
    }
  }

  /** Reads one token; false when the piece cuts it. */
  private token(byte: number): boolean {
    switch (this.expected) {
      case COLON:
        if (byte !== 0x3a) this.fail('colon', this.at)
        this.at++
        this.expected = VALUE
        return true
      case COMMA_OR_END:
        return this.commaOrEnd(byte)
      case KEY_OR_END:
        if (byte === 0x7d) return this.close(byte)
        return this.keyToken(byte)
      case KEY:
        return this.keyToken(byte)
      case AFTER:
        // RFC 7464 puts a record separator before each text of a sequence.
        if (this.options.many !== true) this.fail('more', this.at)
        if (byte === 0x1e) {
          this.at++
          return true
        }
        return this.value(byte)
      case VALUE_OR_END:
        if (byte === 0x5d) return this.close(byte)
        return this.value(byte)
      default:
        if (byte === 0x1e && this.options.many === true && this.depth === 0) {
          this.at++
          return true
        }
        return this.value(byte)
    }
  }

  private commaOrEnd(byte: number): boolean {
    const inObject = this.inObject[this.depth] === 1
    if (byte === 0x2c) {
      this.at++
      this.expected = inObject ? KEY : VALUE
      return true
    }
    if (byte !== (inObject ? 0x7d : 0x5d)) this.fail('comma', this.at)
    return this.close(byte)
  }

  private close(byte: number): boolean {
    this.at++
    this.depth--
    if (byte === 0x7d) this.events.endObject()
    else this.events.endArray()
    this.afterValue()
    return true
  }

  private afterValue(): void {
    if (this.depth > 0) this.expected = COMMA_OR_END
    else {
      this.expected = AFTER
      this.values++
    }
  }

  private keyToken(byte: number): boolean {
    if (byte !== QUOTE) this.fail('key', this.at)
    const name = this.string(true)
    if (name === null) return false
    this.events.key(name)
    this.expected = COLON
    return true
  }

  private value(byte: number): boolean {
    if (byte === 0x7b || byte === 0x5b) {
      if (this.depth >= MAX_DEPTH) this.fail('depth', this.at)
      this.at++
      this.depth++
      this.inObject[this.depth] = byte === 0x7b ? 1 : 0
      this.expected = byte === 0x7b ? KEY_OR_END : VALUE_OR_END
      if (byte === 0x7b) this.events.beginObject()
      else this.events.beginArray()
      return true
    }
    if (byte === QUOTE) {
      const text = this.string(false)
      if (text === null) return false
      this.events.scalar(text, 'string')
    } else if (byte === 0x2d || (byte >= 0x30 && byte <= 0x39)) {
      const end = this.numberEnd(this.at)
      if (end === INCOMPLETE) return false
      const text = this.isNeeded() ? this.text.toString('latin1', this.at, end) : ''
      this.at = end
      this.events.scalar(text, 'number')
    } else if (!this.literal(byte)) return false
    this.afterValue()
    return true
  }

  private literal(byte: number): boolean {
    const word = byte === 0x74 ? 'true' : byte === 0x66 ? 'false' : byte === 0x6e ? 'null' : null
    if (word === null) return this.fail('value', this.at)
    const end = this.at + word.length
    const found = this.text.toString('latin1', this.at, Math.min(end, this.bytes.length))
    if (!word.startsWith(found)) this.fail('value', this.at)
    if (found.length < word.length) return this.last ? this.fail('end', this.bytes.length) : false
    this.at = end
    this.events.scalar(word === 'null' ? null : word, word === 'null' ? 'null' : 'boolean')
    return true
  }

  /** End of the number at `from`: sign, no leading zero, fraction and exponent with digits. */
  private numberEnd(from: number): number {
    const { bytes } = this
    let at = from
    if (bytes[at] === 0x2d) at++
    const whole = at
    at = this.digits(at)
    if (at === whole || (bytes[whole] === 0x30 && at > whole + 1)) return this.cutOr('number', at)
    if (bytes[at] === 0x2e) {
      const fraction = at + 1
      at = this.digits(fraction)
      if (at === fraction) return this.cutOr('number', at)
    }
    if (bytes[at] === 0x65 || bytes[at] === 0x45) {
      const sign = bytes[at + 1]
      const exponent = sign === 0x2b || sign === 0x2d ? at + 2 : at + 1
      at = this.digits(exponent)
      if (at === exponent) return this.cutOr('number', at)
    }
    return at >= bytes.length && !this.last ? INCOMPLETE : at
  }

  private digits(from: number): number {
    const { bytes } = this
    let at = from
    while (at < bytes.length && (bytes[at] as number) >= 0x30 && (bytes[at] as number) <= 0x39) at++
    return at
  }

  /** A token that is wrong so far; at the end of a piece it may only be cut. */
  private cutOr(flaw: JsonFlaw, at: number): number {
    if (at < this.bytes.length) return this.fail(flaw, at)
    return this.last ? this.fail('end', at) : INCOMPLETE
  }

  private isNeeded(): boolean {
    return this.events.needsText?.() ?? true
  }

  /** The string that starts at the current quote; null when the piece cuts it. */
  private string(isKey: boolean): string | null {
    const { bytes } = this
    const start = this.at + 1
    let escaped = false
    let hash = 0
    let at = start
    for (; at < bytes.length; at++) {
      const byte = bytes[at] as number
      if (byte === QUOTE) break
      if (byte === BACKSLASH) {
        escaped = true
        at++
      } else if (byte < 0x20) this.fail('string', at)
      hash = (Math.imul(hash, 31) + byte) | 0
    }
    if (at >= bytes.length) return this.last ? this.fail('end', bytes.length) : null
    this.at = at + 1
    if (this.options.doubtful === true && !isUtf8(bytes.subarray(start, at))) this.broken++
    if (escaped) return this.unescape(start, at)
    if (isKey) return this.keys.text(this.text, start, at, hash)
    return this.isNeeded() ? this.text.toString('utf8', start, at) : ''
  }

  private unescape(start: number, end: number): string {
    const { bytes, text } = this
    let result = ''
    let from = start
    for (let at = start; at < end; at++) {
      if (bytes[at] !== BACKSLASH) continue
      result += text.toString('utf8', from, at)
      const letter = bytes[at + 1] as number
      if (letter === 0x75) {
        const hex = text.toString('latin1', at + 2, Math.min(at + 6, end))
        if (!/^[0-9A-Fa-f]{4}$/.test(hex)) this.fail('escape', at)
        result += String.fromCharCode(Number.parseInt(hex, 16))
        at += 5
      } else {
        const plain = ESCAPES[letter]
        if (plain === undefined) return this.fail('escape', at)
        result += plain
        at++
      }
      from = at + 1
    }
    return result + text.toString('utf8', from, end)
  }
}

const ESCAPES: Readonly<Record<number, string>> = {
  34: '"',
  47: '/',
  92: '\\',
  98: '\b',
  102: '\f',
  110: '\n',
  114: '\r',
  116: '\t',
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(a.length + b.length)
  bytes.set(a)
  bytes.set(b, a.length)
  return bytes
}

/** Characters (code points) that begin between two byte positions. */
function characters(bytes: Uint8Array, from: number, to: number): number {
  let count = 0
  for (let i = from; i < to; i++) if (((bytes[i] as number) & 0xc0) !== 0x80) count++
  return count
}
