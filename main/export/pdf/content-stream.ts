/** What a page is drawn with: numbers, names, texts, lists and dictionaries before each operator. */
export type Operand =
  | number
  | { readonly name: string }
  | { readonly bytes: Uint8Array }
  | readonly Operand[]
  | ReadonlyMap<string, Operand>
  | null

export interface Operation {
  readonly operator: string
  readonly operands: readonly Operand[]
  /** Where it stands in the stream, its operands included. */
  readonly start: number
  readonly end: number
}

const white = new Set([0, 9, 10, 12, 13, 32])
const delimiters = new Set([...'()<>[]{}/%'].map((mark) => mark.charCodeAt(0)))
const numeric = new Set([...'-+.0123456789'].map((mark) => mark.charCodeAt(0)))
const constants: ReadonlyMap<string, number | null> = new Map([
  ['true', 1],
  ['false', 0],
  ['null', null],
])
const regular = (byte: number | undefined): boolean =>
  byte !== undefined && !white.has(byte) && !delimiters.has(byte)

/** Operations of a content stream (ISO 32000-1, 7.8.2), one after the other. Pictures inside a stream are skipped. */
export function* operations(bytes: Uint8Array): Generator<Operation> {
  const reader = new Reader(bytes)
  let operands: Operand[] = []
  let start = reader.toNext()
  while (!reader.ended) {
    const operand = reader.operand()
    if (operand !== undefined) operands.push(operand)
    else {
      const operator = reader.word()
      if (operator === 'BI') reader.skipPicture()
      yield { operator, operands, start, end: reader.at }
      operands = []
      reader.toNext()
      start = reader.at
      continue
    }
    reader.toNext()
  }
}

class Reader {
  at = 0
  private readonly bytes: Uint8Array
  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  get ended(): boolean {
    return this.at >= this.bytes.length
  }
  private get byte(): number {
    return this.bytes[this.at] ?? 0
  }
  private get mark(): string {
    return String.fromCharCode(this.byte)
  }

  /** Past white space and remarks. */
  toNext(): number {
    for (;;) {
      while (!this.ended && white.has(this.byte)) this.at += 1
      if (this.ended || this.mark !== '%') return this.at
      while (!this.ended && this.byte !== 10 && this.byte !== 13) this.at += 1
    }
  }

  /** Undefined where an operator stands. */
  operand(): Operand | undefined {
    if (this.mark === '/') return { name: this.name() }
    if (this.mark === '(') return { bytes: this.literal() }
    if (this.mark === '<')
      return this.bytes[this.at + 1] === 0x3c ? this.dictionary() : { bytes: this.hexadecimal() }
    if (this.mark === '[') return this.list()
    if (numeric.has(this.byte)) return Number(this.word())
    const word = this.peek()
    const value = constants.get(word)
    if (value !== undefined) this.at += word.length
    return value
  }

  private peek(): string {
    const at = this.at
    const found = this.word()
    this.at = at
    return found
  }

  /** At least one byte, so that damage cannot stop the reading. */
  word(): string {
    const from = this.at
    while (regular(this.bytes[this.at])) this.at += 1
    if (this.at === from) this.at += 1
    return String.fromCharCode(...this.bytes.subarray(from, this.at))
  }

  private name(): string {
    this.at += 1
    const from = this.at
    while (regular(this.bytes[this.at])) this.at += 1
    return String.fromCharCode(...this.bytes.subarray(from, this.at)).replace(/#([\da-f]{2})/gi, (_, code) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
  }

  private list(): readonly Operand[] {
    this.at += 1
    const items: Operand[] = []
    for (this.toNext(); !this.ended && this.mark !== ']'; this.toNext()) {
      const item = this.operand()
      if (item === undefined) this.word()
      else items.push(item)
    }
    this.at += 1
    return items
  }

  private dictionary(): ReadonlyMap<string, Operand> {
    this.at += 2
    const entries = new Map<string, Operand>()
    for (this.toNext(); !this.ended && this.mark !== '>'; this.toNext()) {
      const key = this.operand()
      this.toNext()
      const value = this.operand()
      if (key === undefined || value === undefined) this.word()
      else if (typeof key === 'object' && key !== null && 'name' in key) entries.set(key.name, value)
    }
    this.at += 2
    return entries
  }

  private hexadecimal(): Uint8Array {
    this.at += 1
    let digits = ''
    for (; !this.ended && this.mark !== '>'; this.at += 1) if (!white.has(this.byte)) digits += this.mark
    this.at += 1
    if (digits.length % 2 === 1) digits += '0'
    return Uint8Array.from({ length: digits.length / 2 }, (_, index) =>
      Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16),
    )
  }

  private literal(): Uint8Array {
    const out: number[] = []
    let depth = 1
    for (this.at += 1; !this.ended && depth > 0; this.at += 1) {
      if (this.mark === '\\') this.escaped(out)
      else {
        if (this.mark === '(') depth += 1
        if (this.mark === ')') depth -= 1
        if (depth > 0) out.push(this.byte)
      }
    }
    return Uint8Array.from(out)
  }

  private escaped(out: number[]): void {
    this.at += 1
    const octal = /^[0-7]{1,3}/.exec(String.fromCharCode(...this.bytes.subarray(this.at, this.at + 3)))?.[0]
    if (octal !== undefined) {
      out.push(Number.parseInt(octal, 8) & 255)
      this.at += octal.length - 1
      return
    }
    const known = { n: 10, r: 13, t: 9, b: 8, f: 12 }[this.mark]
    if (this.byte === 13 && this.bytes[this.at + 1] === 10) this.at += 1
    else if (this.byte !== 10 && this.byte !== 13) out.push(known ?? this.byte)
  }

  /** To the end of a picture whose bytes stand in the stream itself. */
  skipPicture(): void {
    while (!this.ended) {
      const end =
        this.mark === 'E' && this.bytes[this.at + 1] === 0x49 && white.has(this.bytes[this.at - 1] ?? 0)
      this.at += 1
      if (end && !regular(this.bytes[this.at + 1])) {
        this.at += 1
        return
      }
    }
  }
}
