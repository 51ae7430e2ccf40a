/** Marks no name of a sheet may hold; an apostrophe may not stand at its ends. */
const forbidden = /[[\]:*?/\\]/g
const longest = 31

/** Whole characters that fit; a picture of a face takes two or more of the places Excel counts. */
function fitting(text: string, places: number): string {
  let fits = ''
  for (const { segment } of segments.segment(text)) {
    if (fits.length + segment.length > places) break
    fits += segment
  }
  // A single character of more places than a name has.
  return fits.trim() === '' ? 'Data' : fits.trim()
}
const segments = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Names of sheets: at most 31 marks, none of the forbidden ones, each once (case aside), as Excel wants them. */
export function sheetNames(titles: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return titles.map((title) => {
    const plain = title
      .replace(forbidden, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
    const base = plain === '' ? 'Data' : plain
    for (let count = 1; ; count += 1) {
      const end = count === 1 ? '' : ` ${count}`
      const name = `${fitting(base, longest - end.length)}${end}`
      const key = name.toLowerCase()
      if (taken.has(key)) continue
      taken.add(key)
      return name
    }
  })
}
