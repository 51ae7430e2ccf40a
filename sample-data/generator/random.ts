/**
 * Pseudo-random numbers of our own, so that the same bytes come out on every system and in every year:
 * xoshiro128** (Blackman and Vigna 2018) on 32-bit integers, seeded by FNV-1a and splitmix32 from a label.
 * Each purpose draws from its own labelled stream, so adding a file never changes another one.
 */
export interface Random {
  /** Uniform in [0, 1), a multiple of 2^-32. */
  next(): number
  between(low: number, high: number): number
  /** Uniform integer, both ends included. */
  integer(low: number, high: number): number
  /** Mean 0, standard deviation 1, within -6..6: twelve uniforms added (no logarithm, hence exact everywhere). */
  normal(): number
  /** A new array in random order (sorted by a random key). */
  shuffle<T>(items: readonly T[]): T[]
}

export function randomStream(seed: number, label: string): Random {
  const next = xoshiro128(seedWords(`${seed}/${label}`))
  const integer = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    integer,
    between: (low, high) => low + next() * (high - low),
    normal: () => {
      let sum = -6
      for (let draw = 0; draw < 12; draw += 1) sum += next()
      return sum
    },
    shuffle: (items) => {
      const keyed = items.map((item) => ({ item, key: next() }))
      return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item)
    },
  }
}

/** State of the generator; not all zero. */
export type Words = [number, number, number, number]

export function xoshiro128(state: Words): () => number {
  const s = state
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(s[1], 5), 7), 9) >>> 0
    const shifted = s[1] << 9
    s[2] ^= s[0]
    s[3] ^= s[1]
    s[1] ^= s[2]
    s[0] ^= s[3]
    s[2] ^= shifted
    s[3] = rotateLeft(s[3], 11)
    return result / 4294967296
  }
}

const rotateLeft = (value: number, by: number): number => (value << by) | (value >>> (32 - by))

function seedWords(text: string): Words {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  const word = () => {
    hash = (hash + 0x9e3779b9) | 0
    let mixed = hash ^ (hash >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return mixed ^ (mixed >>> 15)
  }
  return [word(), word(), word(), word()]
}
