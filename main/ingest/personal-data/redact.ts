/** What stands in place of an identifier. */
const MARK = '•••'

/** The same for what no pattern knows (names, addresses): every word goes, only the marks between them stay. */
export const redactWords = (text: string): string => text.replace(/[\p{L}\p{M}\p{N}]+/gu, MARK)

/** A text with everything that may identify a person made unreadable: runs of six and more digits, e-mail addresses. */
export const redact = (text: string): string =>
  text
    .replace(/(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+/gu, MARK)
    .replace(/(?:[A-Za-z]{2}\d{2}(?: ?[0-9A-Za-z]{4}){2,7})/g, MARK)
    .replace(/\+?\d(?:[ ./-]?\d){5,}/g, MARK)
