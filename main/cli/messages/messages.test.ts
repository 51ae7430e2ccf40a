import { expect, test } from 'vitest'
import { locales } from '../../../analyses/model/locale'
import { messageSlots } from '../../../tests/helpers/message-slots'
import { en, type MessageKey } from './en'
import { catalogues, sayIn } from './index'

test.each(locales)('%s has every message with the same slots as English', (locale) => {
  for (const key of Object.keys(en) as MessageKey[])
    expect([key, ...messageSlots(catalogues[locale][key])]).toEqual([key, ...messageSlots(en[key])])
})

test('plurals follow the language', () => {
  expect(sayIn('cs')('import.observations', { count: 3 })).toBe('3 řádky v SQL')
  expect(sayIn('pl')('import.observations', { count: 5 })).toBe('5 wierszy w SQL')
  expect(sayIn('en')('import.observations', { count: 1 })).toBe('1 row in SQL')
})
