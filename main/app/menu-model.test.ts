import { describe, expect, test } from 'vitest'
import { locales } from '../../analyses/model/locale'
import { menuActions, settingsSchema } from '../../preload/contract/shell'
import { menuLabels } from './menu-labels'
import { type MenuEntry, menuModel } from './menu-model'

const settings = settingsSchema.parse({
  recent: [{ path: '/data/A & B.duckdb', name: 'A & B', openedAt: '2026-01-01T00:00:00Z' }],
})

const flat = (entries: readonly MenuEntry[]): MenuEntry[] =>
  entries.flatMap((entry) => (entry.kind === 'menu' ? [entry, ...flat(entry.entries)] : [entry]))

const bar = (locale: 'cs' | 'en' | 'pl', platform: NodeJS.Platform = 'linux') =>
  menuModel({ locale, settings, platform, development: false })

const platforms = ['linux', 'win32', 'darwin'] as const

test.each(Object.entries(menuLabels))('%s has a text in each language', (_name, label) => {
  for (const locale of locales) expect(label[locale].trim()).not.toBe('')
})

describe.each(platforms)('on %s', (platform) => {
  test.each(locales)('no two entries share an accelerator (%s)', (locale) => {
    const keys = flat(bar(locale, platform)).flatMap((entry) =>
      entry.kind === 'entry' && entry.accelerator !== undefined ? [entry.accelerator.toLowerCase()] : [],
    )
    expect(keys.length).toBeGreaterThan(18)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('every action of the contract is in the menu', () => {
    const actions = flat(bar('en', platform)).flatMap((entry) =>
      entry.kind === 'entry' && entry.deed.kind === 'action' ? [entry.deed.action] : [],
    )
    expect([...new Set(actions)].toSorted()).toEqual([...menuActions].toSorted())
  })
})

/** Letters with Alt must be unambiguous within one open menu. */
const ambiguous = (entries: readonly MenuEntry[]): string[] => {
  const letters = entries.flatMap((entry) =>
    entry.kind === 'line' || (entry.kind === 'entry' && entry.hidden)
      ? []
      : [/(?<!&)&([^&])/.exec(entry.label)?.[1]?.toLowerCase() ?? []].flat(),
  )
  const twice = letters.filter((letter, index) => letters.indexOf(letter) !== index)
  return [...twice, ...entries.flatMap((entry) => (entry.kind === 'menu' ? ambiguous(entry.entries) : []))]
}

test.each(locales)('letters with Alt are unambiguous (%s)', (locale) => {
  expect(ambiguous(bar(locale))).toEqual([])
})

test('the language menu names each language in itself and ticks the present one', () => {
  const languages = flat(bar('pl')).filter(
    (entry) => entry.kind === 'entry' && entry.deed.kind === 'settings' && 'locale' in entry.deed.change,
  )
  expect(languages).toMatchObject([
    { label: 'Čeština', checked: false },
    { label: 'English', checked: false },
    { label: 'Polski', checked: true },
  ])
})

test('an ampersand in a project name is shown, not taken for a menu letter', () => {
  const recent = flat(bar('en')).find((entry) => entry.kind === 'entry' && entry.deed.kind === 'open')
  expect(recent).toMatchObject({
    label: 'A && B (/data/A && B.duckdb)',
    deed: { kind: 'open', path: '/data/A & B.duckdb' },
  })
})

test('developer tools only while developing', () => {
  const has = (development: boolean) =>
    flat(menuModel({ locale: 'en', settings, platform: 'linux', development })).some(
      (entry) => entry.kind === 'entry' && entry.deed.kind === 'role' && entry.deed.role === 'toggleDevTools',
    )
  expect([has(false), has(true)]).toEqual([false, true])
})
