import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { faultText } from '../../analyses/model/fault-text'
import { type FaultCode, faultCatalogue } from '../../analyses/model/faults/catalogue'
import { locales } from '../../analyses/model/locale'
import { messageSlots } from '../helpers/message-slots'

const codes = Object.keys(faultCatalogue) as FaultCode[]

test('there are faults to look at', () => {
  expect(codes.length).toBeGreaterThan(20)
})

test('no two areas name the same code, or one sentence would hide the other', () => {
  const folder = resolve(import.meta.dirname, '../../analyses/model/faults')
  const named = readdirSync(folder)
    .filter((file) => !['catalogue.ts', 'define.ts'].includes(file))
    .flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/^ {2}'([a-z.0-9-]+)': \{/gm)].map(
        ([, code]) => code,
      ),
    )
  expect(named.toSorted()).toEqual(codes.toSorted())
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
