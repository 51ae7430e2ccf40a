/** Whether a text is one e-mail address (the usual part of RFC 5321: no quoted names, no address literals). */
export const isEmail = (text: string): boolean =>
  text.length <= 254 &&
  /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,24}$/u.test(
    text.trim(),
  )

/**
 * An e-mail address anywhere in a text. Every part has a bound (RFC 5321: 64 before the sign, 63 in a label), so that
 * a cell of a million letters takes no longer than they do one after the other.
 */
const ADDRESS = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}\.\p{L}{2,24}/u

/** Whether an e-mail address stands somewhere in a text. */
export const holdsEmail = (text: string): boolean => text.includes('@') && ADDRESS.test(text)

/**
 * Whether a text is a telephone number as people write it: nine digits in threes with blanks or hyphens, or any
 * number with its country's prefix. Nine digits in one piece are only taken for one where the column says so.
 */
export function isPhone(text: string, columnSaysPhone: boolean): boolean {
  const phone = text.trim()
  if (/^(?:\+|00)[1-9]\d{0,2}(?:[ .()/-]*\d){7,12}$/.test(phone)) return true
  if (/^[1-9]\d{2}[ \u00a0-]\d{3}[ \u00a0-]\d{3}$/.test(phone)) return true
  return columnSaysPhone && /^[1-9]\d{8}$/.test(phone)
}
