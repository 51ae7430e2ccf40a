import type { SingleByteEncoding } from './encodings'
import { plausibility, type Word } from './letter-statistics'

export interface EncodingGuess {
  readonly encoding: SingleByteEncoding
  readonly confidence: 'likely' | 'guess'
}

/** In order of preference: where two read the text alike, the earlier one wins. */
const candidates: readonly SingleByteEncoding[] = [
  'windows-1250',
  'windows-1252',
  'iso-8859-2',
  'ibm852',
  'windows-1257',
  'iso-8859-1',
]

/** An encoding outside central and western Europe needs this much more evidence per word. */
const HANDICAP: Partial<Record<SingleByteEncoding, number>> = { ibm852: 0.25, 'windows-1257': 0.25 }
const CLEAR_MARGIN_PER_WORD = 0.15
const FEW_WORDS = 3

/**
 * Which single-byte encoding makes the most plausible words. General detectors confuse windows-1250,
 * ISO-8859-2 and windows-1252 on short tables; letters of the languages our users read decide better.
 */
export function guessEncoding(words: readonly Word[]): EncodingGuess {
  const scored = candidates.map((encoding) => ({
    encoding,
    score: plausibility(words, encoding) - (HANDICAP[encoding] ?? 0) * words.length,
  }))
  const ranked = [...scored].sort((a, b) => b.score - a.score)
  const [best, second] = ranked
  if (best === undefined) return { encoding: 'windows-1250', confidence: 'guess' }
  const margin = (best.score - (second?.score ?? 0)) / Math.max(1, words.length)
  const sure = words.length >= FEW_WORDS && (margin >= CLEAR_MARGIN_PER_WORD || margin === 0)
  return { encoding: best.encoding, confidence: sure ? 'likely' : 'guess' }
}

const MAX_WORDS = 4000
const MAX_WORD_BYTES = 40

/** Collects the distinct words that hold a byte above 0x7F, as they pass. */
export class WordCollector {
  private readonly seen = new Map<string, Word>()

  get words(): readonly Word[] {
    return [...this.seen.values()]
  }

  get full(): boolean {
    return this.seen.size >= MAX_WORDS
  }

  add(chunk: Uint8Array): void {
    let start = -1
    let high = false
    for (let i = 0; i <= chunk.length && !this.full; i++) {
      const byte = chunk[i] ?? 0
      const inside = byte >= 0x80 || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
      if (inside) {
        if (start < 0) start = i
        high = high || byte >= 0x80
        continue
      }
      if (high) this.keep(chunk.subarray(start, Math.min(i, start + MAX_WORD_BYTES)))
      start = -1
      high = false
    }
  }

  private keep(word: Uint8Array): void {
    const key = Buffer.from(word).toString('latin1')
    if (!this.seen.has(key)) this.seen.set(key, Uint8Array.from(word))
  }
}
