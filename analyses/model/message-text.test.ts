import { expect, test } from 'vitest'
import { messageText } from './message-text'

test('a negative number has a true minus, a code with a hyphen is left alone', () => {
  const text = messageText('Gap {gap, number} in {code} ({low, number})', 'cs', {
    gap: -1234.5,
    code: 'CZ-02',
    low: -2,
  })
  expect(text).toBe('Gap −1\u00a0234,5 in CZ-02 (−2)')
})

test('an absent value is a dash, in a number slot too, and never 0', () => {
  expect(messageText('{a} and {b, number}', 'en', { a: null, b: null })).toBe('– and –')
})

test('a value is text, whatever it looks like', () => {
  expect(messageText('{label}', 'en', { label: '<b>{x}</b> NaN' })).toBe('<b>{x}</b> NaN')
})

test('a one-letter word stays with the next one, in the languages that ask for it', () => {
  expect(messageText('Ženy a v {place} i muži', 'cs', { place: 'obci' })).toBe(
    'Ženy a\u00a0v\u00a0obci i\u00a0muži',
  )
  expect(messageText('Z danych (w {place})', 'pl', { place: 'gminie' })).toBe('Z\u00a0danych (w\u00a0gminie)')
  expect(messageText('A gap i', 'en', {})).toBe('A gap i')
  expect(messageText('{rate, number} % lidí', 'cs', { rate: 5 })).toBe('5\u00a0% lidí')
})
