import type { CancelSignal } from '../../../analyses/methods/core/signal'
import { refuse } from '../../../analyses/model/fault'
import { type ByteSource, CHUNK_BYTES } from '../source/byte-source'
import type { KeepBudget } from './limits'

/** Reading here and there in what can only be unpacked from its beginning: so many passes, then it is refused. */
const PASSES = 20

export interface Unpacking {
  readonly file: string
  readonly path: string
  /** Unpacked size in bytes. */
  readonly bytes: number
  /** One pass from the beginning; checks the checksum at its end. */
  pass(signal: CancelSignal): AsyncGenerator<Buffer>
  assertUnchanged(): Promise<void>
}

/**
 * The unpacked content of a packed file, as a source. What fits the budget is kept in memory once somebody reads
 * here and there; the rest is unpacked again, and from where the last read ended as long as reads go forward.
 * Further faults of `slice`: `import.archive-member-too-large`.
 */
export class UnpackedSource implements ByteSource {
  readonly file: string
  readonly path: string
  readonly bytes: number
  private kept: Promise<Buffer> | null = null
  private cursor: Cursor | null = null
  private passes = 0
  private turn: Promise<unknown> = Promise.resolve()
  private readonly ending = new AbortController()

  constructor(
    private readonly unpacking: Unpacking,
    private readonly budget: KeepBudget,
    kept: Buffer | null = null,
  ) {
    this.file = unpacking.file
    this.path = unpacking.path
    this.bytes = unpacking.bytes
    if (kept !== null) this.kept = Promise.resolve(kept)
  }

  async *chunks(signal: CancelSignal, from = 0): AsyncIterable<Buffer> {
    if (this.kept !== null) {
      const kept = await this.kept
      for (let at = from; at < kept.length; at += CHUNK_BYTES) {
        signal.throwIfAborted()
        yield Buffer.from(kept.subarray(at, at + CHUNK_BYTES))
      }
      return signal.throwIfAborted()
    }
    let position = 0
    for await (const chunk of this.unpacking.pass(signal)) {
      const skip = Math.max(0, from - position)
      position += chunk.length
      if (skip < chunk.length) yield skip === 0 ? chunk : chunk.subarray(skip)
    }
    signal.throwIfAborted()
  }

  /** Reads wait for each other: they share one cursor. */
  slice(from: number, length: number): Promise<Buffer> {
    const result = this.turn.then(() => this.read(from, Math.min(length, this.bytes - from)))
    this.turn = result.catch(() => {})
    return result
  }

  assertUnchanged(): Promise<void> {
    return this.unpacking.assertUnchanged()
  }

  async close(): Promise<void> {
    this.ending.abort()
    await this.cursor?.end()
    this.cursor = null
  }

  private async read(from: number, length: number): Promise<Buffer> {
    if (length <= 0) return Buffer.alloc(0)
    if (this.kept === null && from > 0 && this.cursor?.canRead(from) !== true) this.keepIfSmall()
    if (this.kept !== null) return Buffer.from((await this.kept).subarray(from, from + length))
    if (this.cursor?.canRead(from) !== true) await this.startAgain()
    return (await this.cursor?.read(from, length)) ?? Buffer.alloc(0)
  }

  private keepIfSmall(): void {
    if (this.bytes > this.budget.left) return
    this.budget.left -= this.bytes
    this.kept = this.unpackWhole()
  }

  private async unpackWhole(): Promise<Buffer> {
    const whole = Buffer.allocUnsafeSlow(this.bytes)
    let at = 0
    for await (const chunk of this.unpacking.pass(this.ending.signal)) at += chunk.copy(whole, at)
    return whole.subarray(0, at)
  }

  private async startAgain(): Promise<void> {
    await this.cursor?.end()
    this.passes += 1
    const { file, path, bytes } = this
    if (this.passes > PASSES)
      refuse('import.archive-member-too-large', { file, megabytes: Math.round(bytes / 1024 ** 2) }, path)
    this.cursor = new Cursor(this.unpacking.pass(this.ending.signal))
  }
}

/** A pass that is read piece by piece, forwards; the last pieces stay at hand. */
class Cursor {
  private held: Buffer = Buffer.alloc(0)
  private heldFrom = 0

  constructor(private readonly pass: AsyncGenerator<Buffer>) {}

  canRead(from: number): boolean {
    return from >= this.heldFrom
  }

  async read(from: number, length: number): Promise<Buffer> {
    const parts: Buffer[] = []
    let wanted = from
    const take = () => {
      const part = this.held.subarray(Math.max(0, wanted - this.heldFrom), from + length - this.heldFrom)
      if (wanted < this.heldFrom + this.held.length && part.length > 0) {
        parts.push(part)
        wanted += part.length
      }
    }
    take()
    while (wanted < from + length) {
      const next = await this.pass.next()
      if (next.done === true) break
      this.heldFrom += this.held.length
      this.held = next.value
      take()
    }
    return Buffer.concat(parts)
  }

  async end(): Promise<void> {
    await this.pass.return(undefined)
  }
}
