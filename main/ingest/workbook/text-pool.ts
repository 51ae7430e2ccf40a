/** Texts kept as UTF-8 in a few large blocks: a million strings of JavaScript would take five times the memory. */
export class TextPool {
  private block = Buffer.allocUnsafeSlow(64 * 1024)
  private readonly blocks: Buffer[] = []
  private readonly starts: number[] = []
  private readonly ends: number[] = []
  private readonly where: number[] = []
  private used = 0
  private total = 0

  /** Bytes of all texts. */
  get bytes(): number {
    return this.total
  }

  get count(): number {
    return this.starts.length
  }

  add(text: string): number {
    const most = text.length * 3
    if (this.used + most > this.block.length || this.blocks.length === 0) {
      this.block = Buffer.allocUnsafeSlow(
        Math.max(most, this.blocks.length === 0 ? 64 * 1024 : 4 * 1024 * 1024),
      )
      this.blocks.push(this.block)
      this.used = 0
    }
    const length = this.block.write(text, this.used, 'utf8')
    this.where.push(this.blocks.length - 1)
    this.starts.push(this.used)
    this.used += length
    this.total += length
    return this.ends.push(this.used) - 1
  }

  /** The text of that number; null when there is none. */
  get(index: number): string | null {
    const block = this.blocks[this.where[index] ?? -1]
    return block === undefined ? null : block.toString('utf8', this.starts[index], this.ends[index])
  }
}
