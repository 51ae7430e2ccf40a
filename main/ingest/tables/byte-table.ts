/** Marks an entry that does not fit any more. */
const FULL = -1

/**
 * Distinct byte strings and how often each was met, with no string made: open addressing over one run of bytes.
 * Every byte is first put into its class by `classes`, so that texts of one form can be counted as one.
 */
export class ByteTable {
  size = 0
  private slots = new Int32Array(256)
  private starts = new Int32Array(129)
  private hashes = new Int32Array(128)
  private counts = new Float64Array(128)
  private bytes = new Uint8Array(2048)

  /** `most` entries, of `mostBytes` bytes together. */
  constructor(
    private readonly most: number,
    private readonly mostBytes: number,
    private readonly classes: Uint8Array,
  ) {}

  /** Counts `data[start..end]` `times` more; false when it is new and there is no room for it. */
  add(data: Uint8Array, start: number, end: number, times = 1): boolean {
    const { classes } = this
    // FNV-1a, 32 bits.
    let hash = 0x811c9dc5 | 0
    for (let i = start; i < end; i++) {
      hash = Math.imul(hash ^ (classes[data[i] as number] as number), 0x01000193)
    }
    const entry = this.find(data, start, end, hash)
    if (entry === FULL) return false
    this.counts[entry] = (this.counts[entry] as number) + times
    return true
  }

  private find(data: Uint8Array, start: number, end: number, hash: number): number {
    const { slots, hashes } = this
    const mask = slots.length - 1
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const entry = (slots[slot] as number) - 1
      if (entry < 0) return this.enter(data, start, end, hash, slot)
      if (hashes[entry] === hash && this.isEqual(entry, data, start, end)) return entry
    }
  }

  private isEqual(entry: number, data: Uint8Array, start: number, end: number): boolean {
    const { bytes, classes } = this
    const from = this.starts[entry] as number
    if ((this.starts[entry + 1] as number) - from !== end - start) return false
    for (let i = start, at = from; i < end; i++, at++) {
      if (bytes[at] !== classes[data[i] as number]) return false
    }
    return true
  }

  private enter(data: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const entry = this.size
    const from = this.starts[entry] as number
    const to = from + end - start
    if (entry >= this.most || to > this.mostBytes) return FULL
    if (to > this.bytes.length) this.growBytes(to)
    for (let i = start, at = from; i < end; i++, at++) {
      this.bytes[at] = this.classes[data[i] as number] as number
    }
    this.slots[slot] = entry + 1
    this.hashes[entry] = hash
    this.starts[entry + 1] = to
    this.size++
    if (this.size === this.hashes.length) this.growEntries()
    return entry
  }

  private growBytes(least: number): void {
    const grown = new Uint8Array(Math.max(least, this.bytes.length * 2))
    grown.set(this.bytes)
    this.bytes = grown
  }

  /** Half of the slots stay free. */
  private growEntries(): void {
    const { hashes, counts, starts, size } = this
    this.hashes = new Int32Array(size * 2)
    this.hashes.set(hashes)
    this.counts = new Float64Array(size * 2)
    this.counts.set(counts)
    this.starts = new Int32Array(size * 2 + 1)
    this.starts.set(starts)
    this.slots = new Int32Array(size * 4)
    const mask = this.slots.length - 1
    for (let entry = 0; entry < size; entry++) {
      const hash = hashes[entry] as number
      let slot = (hash ^ (hash >>> 15)) & mask
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask
      this.slots[slot] = entry + 1
    }
  }

  /** Entries in the order they were met first, as UTF-8; those taken away again are left out. */
  *entries(): Iterable<{ readonly text: string; readonly count: number }> {
    const all = Buffer.from(this.bytes.buffer, 0, this.starts[this.size])
    for (let entry = 0; entry < this.size; entry++) {
      const count = this.counts[entry] as number
      if (count > 0) yield { text: all.toString('utf8', this.starts[entry], this.starts[entry + 1]), count }
    }
  }

  /** Counts everything of this table in another one; false when there is no room in it. */
  addTo(other: ByteTable): boolean {
    for (let entry = 0; entry < this.size; entry++) {
      const [from, to] = [this.starts[entry] as number, this.starts[entry + 1] as number]
      if (!other.add(this.bytes, from, to, this.counts[entry])) return false
    }
    return true
  }
}
