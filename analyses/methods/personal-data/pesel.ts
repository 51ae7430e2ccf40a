import { isDate, isoDate } from '../core/calendar'
import type { Person } from './birth-number'

const WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]
/** What is added to the month, by century. */
const CENTURIES: readonly (readonly [added: number, century: number])[] = [
  [80, 1800],
  [60, 2200],
  [40, 2100],
  [20, 2000],
  [0, 1900],
]

/**
 * Reads a Polish PESEL number (11 digits: date of birth, serial number with the sex, check digit); null when it is
 * none. Check digit = (10 - s mod 10) mod 10 with s the sum of the first ten digits by the weights 1 3 7 9 1 3 7 9 1 3;
 * an odd tenth digit is a man. Source: Polish act on population registration of 24 September 2010, article 15.
 */
export function readPesel(text: string): Person | null {
  const digits = text.trim()
  if (!/^\d{11}$/.test(digits)) return null
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0)
  if ((10 - (sum % 10)) % 10 !== Number(digits[10])) return null
  const raised = Number(digits.slice(2, 4))
  const [added, century] = CENTURIES.find(([from]) => raised > from) ?? [0, 1900]
  const year = century + Number(digits.slice(0, 2))
  const month = raised - added
  const day = Number(digits.slice(4, 6))
  if (month < 1 || month > 12 || !isDate(year, month, day)) return null
  return { sex: Number(digits[9]) % 2 === 1 ? 'M' : 'F', born: isoDate(year, month, day) }
}
