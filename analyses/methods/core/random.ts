import { normalQuantile } from './normal-quantile'

/** A stream of random numbers; the same seed gives the same stream everywhere. */
export interface Random {
  /** Strictly between 0 and 1, 53 bits. */
  uniform(): number
  /** Standard normal. */
  normal(): number
  /** A whole number from 0 to n - 1, all equally likely; n at least 1. */
  below(n: number): number
}

/**
 * xoshiro128** (Blackman & Vigna 2021), its state filled from the seed by the 32-bit finaliser of MurmurHash3; whole
 * seeds of any size and sign differ. Normal numbers by inversion, so that each takes exactly one uniform.
 */
export function seededRandom(seed: number): Random {
  const next = generator(seed)
  const uniform = (): number => {
    const high = next() >>> 5
    const low = next() >>> 6
    const value = (high * 67_108_864 + low) / 9_007_199_254_740_992
    return value === 0 ? 1 / 18_014_398_509_481_984 : value
  }
  return {
    uniform,
    normal: () => normalQuantile(uniform()),
    below: (n) => Math.floor(uniform() * n),
  }
}

/** A copy in random order (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const mixed: T[] = []
  for (const [i, item] of items.entries()) {
    const place = random.below(i + 1)
    mixed.push(item)
    mixed[i] = mixed[place]!
    mixed[place] = item
  }
  return mixed
}

function generator(seed: number): () => number {
  const words = new Uint32Array(new BigUint64Array([BigInt.asUintN(64, BigInt(Math.trunc(seed)))]).buffer)
  const state = (step: number) => mix(mix((words[0] ?? 0) + step * 0x9e3779b9) ^ mix((words[1] ?? 0) + step))
  let a = state(1)
  let b = state(2)
  let c = state(3)
  let d = state(4)
  if ((a | b | c | d) === 0) d = 1
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9)
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return result
  }
}

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by))

function mix(word: number): number {
  let hash = word | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
