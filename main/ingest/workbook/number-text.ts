/** Programs show 15 digits; what a calculation leaves behind them is noise of the binary form. */
const SHOWN_DIGITS = 15
/** A number that needs no more digits than this once the noise is gone was meant like that. */
const CLEAN_DIGITS = 13

/**
 * A number as the shortest decimal text that gives the same number again; 0.30000000000000004, which every
 * spreadsheet shows as 0.3, is 0.3. Not finite: null.
 */
export function numberText(value: number): string | null {
  if (!Number.isFinite(value)) return null
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value === 0 ? 0 : value)
  const exact = String(value)
  if (exact.length <= SHOWN_DIGITS || digitsOf(exact) <= SHOWN_DIGITS) return exact
  const shown = String(Number(value.toPrecision(SHOWN_DIGITS)))
  return digitsOf(shown) <= CLEAN_DIGITS ? shown : exact
}

/** Significant digits of a decimal text. */
const digitsOf = (text: string): number =>
  text
    .replace(/e.*$/, '')
    .replace(/[^0-9]/g, '')
    .replace(/^0+/, '')
    .replace(/0+$/, '').length
