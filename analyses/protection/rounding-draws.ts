/** 32 bits from a text (the finish of MurmurHash3, two of them side by side make a draw). */
function mixed(text: string, seed: number): number {
  let hash = seed | 0
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x5bd1e995)
    hash ^= hash >>> 15
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** What a cell is called where women and men are treated alike, and its exact value. */
export interface Drawn {
  readonly name: string
  readonly value: number
}

/**
 * A draw from 0 to 1 for each cell. It hangs on the exact values of all cells together, which nobody outside has, and on
 * nothing else: the same numbers are drawn alike on every machine, in whatever order they come.
 */
export function drawsOf(cells: readonly Drawn[]): Float64Array {
  const texts = cells.map(({ name, value }) => `${name}\u0005${value}`)
  const all = texts.toSorted().join('\u0006')
  const [high, low] = [mixed(all, 0x9747b28c), mixed(all, 0x1b873593)]
  return Float64Array.from(
    texts,
    (text) => (mixed(text, high) * 0x200000 + (mixed(text, low) >>> 11)) / 0x20000000000000,
  )
}
