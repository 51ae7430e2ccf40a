/** With fewer filled cells the first rows say too little. */
const MIN_CELLS = 200
const FEW_VALUES_SHARE = 0.5

/**
 * How each column of a raw table is packed, as the ending of its declaration, from its first rows. Left to itself the
 * engine tries every way on every stretch of texts and throws all but one away: about a quarter of the time of storing.
 * A wrong guess costs space, nothing else.
 */
export function storageOf(sample: readonly (readonly (string | null)[])[], width: number): readonly string[] {
  return Array.from({ length: width }, (_, i) => {
    const filled = sample.flatMap((row) => row[i] || [])
    if (filled.length < MIN_CELLS) return ''
    const share = new Set(filled).size / filled.length
    return ` using compression ${share <= FEW_VALUES_SHARE ? 'dictionary' : 'fsst'}`
  })
}
