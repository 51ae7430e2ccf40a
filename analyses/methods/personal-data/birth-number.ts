import { isDate, isoDate } from '../core/calendar'

/** What an identifier tells about its holder. */
export interface Person {
  readonly sex: 'F' | 'M'
  /** Date of birth, ISO 8601. */
  readonly born: string
}

const FORM = /^(\d{2})(\d{2})(\d{2})\/?(\d{3,4})$/

/**
 * Reads a Czech or Slovak birth number (rodné číslo) YYMMDD/SSSC; null when it is none.
 *
 * Convention: nine digits were given to those born before 1954 and have no check digit; with ten digits the years
 * 54..99 are 19xx, the others 20xx. The month is raised by 50 for women, since 2004 also by 70 (women) and 20 (men)
 * where a day's numbers ran out. Ten digits as one number are divisible by 11, except about a thousand numbers given
 * until 1985, whose first nine leave 10 and whose last digit is 0. Nine digits without a slash are also tried with
 * the leading zero that spreadsheets drop. Source: act 133/2000 Coll., section 13.
 */
export function readBirthNumber(text: string): Person | null {
  const compact = text.replace(/\s/g, '')
  const found = FORM.exec(compact)
  if (found === null) return null
  const [, yy = '', mm = '', dd = '', rest = ''] = found
  const read =
    rest.length === 3
      ? readOld(Number(yy), Number(mm), Number(dd))
      : readNew(yy + mm + dd + rest, Number(yy), Number(mm), Number(dd))
  if (read !== null || rest.length === 4 || compact.includes('/')) return read
  const padded = `0${compact}`
  return readNew(padded, Number(padded.slice(0, 2)), Number(padded.slice(2, 4)), Number(padded.slice(4, 6)))
}

function readOld(yy: number, mm: number, day: number): Person | null {
  if (yy >= 54) return null
  const month = mm > 50 ? mm - 50 : mm
  return person(1900 + yy, month, day, mm > 50)
}

function readNew(digits: string, yy: number, mm: number, day: number): Person | null {
  const year = yy >= 54 ? 1900 + yy : 2000 + yy
  if (!checks(digits, year)) return null
  const woman = mm > 50
  const raised = woman ? mm - 50 : mm
  const month = raised > 20 ? raised - 20 : raised
  if (raised > 20 && year < 2004) return null
  return person(year, month, day, woman)
}

function checks(digits: string, year: number): boolean {
  if (Number(digits) % 11 === 0) return true
  return year <= 1985 && Number(digits.slice(0, 9)) % 11 === 10 && digits.endsWith('0')
}

const person = (year: number, month: number, day: number, woman: boolean): Person | null =>
  month >= 1 && month <= 12 && isDate(year, month, day)
    ? { sex: woman ? 'F' : 'M', born: isoDate(year, month, day) }
    : null
