import { describe, expect, test } from 'vitest'
import { faultText } from '../../analyses/model/fault-text'
import { type FaultCode, faultCatalogue } from '../../analyses/model/faults/catalogue'
import { locales } from '../../analyses/model/locale'
import { messageSlots } from '../helpers/message-slots'

const codes = Object.keys(faultCatalogue) as FaultCode[]

test('there are faults to look at', () => {
  expect(codes.length).toBeGreaterThan(20)
})

describe.each(codes)('%s', (code) => {
  const english = messageSlots(faultCatalogue[code].en)

  test.each(locales)('has a finished sentence in %s with the same facts', (locale) => {
    const message = faultCatalogue[code][locale]
    expect(messageSlots(message)).toEqual(english)
    const values = Object.fromEntries(english.map((name) => [name, 3]))
    const text = faultText({ code, values }, locale)
    expect(text).toMatch(/([.!?]["”“]?|: 3)$/)
    expect(text).not.toContain('{')
    expect(text).not.toMatch(/\bNaN\b|undefined/)
  })

  test('is named area.what-happened', () => {
    expect(code).toMatch(/^[a-z]+(\.[a-z0-9-]+)+$/)
  })
})
