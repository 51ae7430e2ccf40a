/** More keys than this are not held: 40 million take 540 MB. */
const MAX_KEYS = 40_000_000
const FIRST_SLOTS = 1 << 10
const MAX_LOAD = 0.7

/**
 * Which keys a table has, once or more often, without keeping a text: 64 bits of each key's hash and a small count.
 * Two different keys meet in 64 bits about once in a million tables of a million rows.
 */
export class KeyTable {
  keys = 0
  /** True when there were too many keys; what is not found may then be there all the same. */
  overflown = false
  private high = new Uint32Array(FIRST_SLOTS)
  private low = new Uint32Array(FIRST_SLOTS)
  private counts = new Uint8Array(FIRST_SLOTS)

  constructor(private readonly most = MAX_KEYS) {}

  /** Counts the key in; returns how often it was there before: 0, 1, or 2 for more. */
  add(key: string): number {
    const slot = this.slotOf(key)
    const before = this.counts[slot] ?? 0
    if (before === 0) {
      if (this.keys >= this.most) {
        this.overflown = true
        return 0
      }
      this.high[slot] = firstHash
      this.low[slot] = secondHash
      this.keys++
    }
    this.counts[slot] = Math.min(2, before + 1)
    if (this.keys > this.counts.length * MAX_LOAD) this.grow()
    return before
  }

  count(key: string): number {
    return this.counts[this.slotOf(key)] ?? 0
  }

  private slotOf(key: string): number {
    hash(key)
    return this.free(firstHash, secondHash)
  }

  /** The slot of this hash, or the free one where it belongs. */
  private free(high: number, low: number): number {
    const mask = this.counts.length - 1
    let slot = (low ^ Math.imul(high, 0x9e3779b1)) & mask
    while (this.counts[slot] !== 0 && (this.high[slot] !== high || this.low[slot] !== low))
      slot = (slot + 1) & mask
    return slot
  }

  private grow(): void {
    const { high, low, counts } = this
    this.high = new Uint32Array(counts.length * 2)
    this.low = new Uint32Array(counts.length * 2)
    this.counts = new Uint8Array(counts.length * 2)
    for (let i = 0; i < counts.length; i++) {
      if (counts[i] === 0) continue
      const slot = this.free(high[i] ?? 0, low[i] ?? 0)
      this.high[slot] = high[i] ?? 0
      this.low[slot] = low[i] ?? 0
      this.counts[slot] = counts[i] ?? 0
    }
  }
}

let firstHash = 0
let secondHash = 0

/** Two multiplicative hashes of 32 bits, mixed at the end so that near keys fall far apart. */
function hash(key: string): void {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < key.length; i++) {
    const unit = key.charCodeAt(i)
    a = Math.imul(a ^ unit, 0x9e3779b1)
    b = Math.imul(b ^ unit, 0x5f356495)
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35)
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35)
  firstHash = a >>> 0
  secondHash = b >>> 0
}
