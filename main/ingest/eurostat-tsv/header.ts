/** What the first line of a Eurostat TSV says: `freq,unit,sex,geo\TIME_PERIOD`, then one column per period. */
export interface EurostatHeader {
  /** Identifiers in lower case: columns of the data set. */
  readonly dimensions: readonly string[]
  /** The same as written: labels. */
  readonly labels: readonly string[]
  readonly periods: readonly string[]
}

const KEY = /^([\p{L}\w.]+(?:,[\p{L}\w.]+)*)\\(time|time_period)$/iu

/** Null when the first cell is no packed key. Split at the last backslash, names of periods trimmed. */
export function parseEurostatHeader(cells: readonly string[]): EurostatHeader | null {
  const [key, ...periods] = cells.map((cell) => cell.trim())
  const labels = KEY.exec(key ?? '')?.[1]?.split(',')
  if (labels === undefined || periods.length === 0 || periods.includes('')) return null
  return { dimensions: labels.map((label) => label.toLowerCase()), labels, periods }
}
