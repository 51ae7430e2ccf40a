const PREFIX_WEIGHTS = [10, 5, 8, 4, 2, 1]
const NUMBER_WEIGHTS = [6, 3, 7, 9, 10, 5, 8, 4, 2, 1]

/**
 * Whether a text is a Czech or Slovak account number `prefix-number/bank`: prefix (up to 6 digits) and number (2 to 10)
 * each have a weighted sum divisible by 11, the bank's code has four digits. Source: decree 169/2011 Coll.
 */
export function isBankAccount(text: string): boolean {
  const found = /^(?:(\d{1,6})-)?(\d{2,10})\/(\d{4})$/.exec(text.replace(/\s/g, ''))
  if (found === null) return false
  const [, prefix = '', number = ''] = found
  const significant = number.replace(/^0+/, '')
  return (
    significant.length >= 2 &&
    weighted(prefix.padStart(6, '0'), PREFIX_WEIGHTS) % 11 === 0 &&
    weighted(number.padStart(10, '0'), NUMBER_WEIGHTS) % 11 === 0
  )
}

const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * Number(digits[i] ?? 0), 0)

/** Whether a text is an IBAN: country, two check digits, and the whole leaves 1 when divided by 97 (ISO 13616). */
export function isIban(text: string): boolean {
  const iban = text.replace(/\s/g, '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false
  const turned = iban.slice(4) + iban.slice(0, 4)
  let rest = 0
  for (const sign of turned) {
    const value = Number.parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}
