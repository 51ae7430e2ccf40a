/**
 * Whether a text is a Czech or Slovak company number (IČO): eight digits, weights 8 to 2, check digit
 * (11 - s mod 11) mod 10. Leading zeros may be lost. Sole traders are persons, so such a column deserves a word.
 */
export function isCompanyNumber(text: string): boolean {
  const digits = text.trim()
  if (!/^\d{6,8}$/.test(digits)) return false
  const full = digits.padStart(8, '0')
  const sum = [8, 7, 6, 5, 4, 3, 2].reduce((total, weight, i) => total + weight * Number(full[i]), 0)
  return (11 - (sum % 11)) % 10 === Number(full[7])
}
