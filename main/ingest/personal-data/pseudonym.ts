import { createHmac } from 'node:crypto'
import { readBirthNumber } from '../../../analyses/methods/personal-data/birth-number'
import type { Pseudonym } from './treat-table'

/**
 * Pseudonyms by HMAC-SHA-256 under a key that lies outside the project: a plain digest of ten digits could be turned
 * back by trying them all. The same person written in two ways (with and without the slash, blanks, capitals) gets
 * the same pseudonym. The result is still personal data to whoever has the key.
 */
export const makePseudonym =
  (key: Uint8Array): Pseudonym =>
  (value) =>
    createHmac('sha256', key).update(normalised(value)).digest('hex')

function normalised(value: string): string {
  const text = value.trim().normalize('NFC').toLowerCase()
  const compact = text.replace(/[\s/]/g, '')
  if (readBirthNumber(text) === null) return /^[\d\s/+-]+$/.test(text) ? compact : text
  const padded = `0${compact}`
  // Nine digits without the slash that only make sense with their lost zero.
  return compact.length === 9 && readBirthNumber(`${compact.slice(0, 6)}/${compact.slice(6)}`) === null
    ? padded
    : compact
}
