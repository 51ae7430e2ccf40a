import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { settingsSchema, shellInputs } from '../../preload/contract/shell'
import { effectiveLocale, openSettings } from './settings'

const defaults = settingsSchema.parse({})
let folder = ''
let file = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'))
  file = join(folder, 'new', 'settings.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('settings', () => {
  test('are the defaults at first, and remembered after a change', () => {
    expect(openSettings(file).read()).toEqual(defaults)
    openSettings(file).write({ theme: 'dark' })
    const again = openSettings(file)
    expect(again.read()).toEqual({ ...defaults, theme: 'dark' })
    expect(again.takeNotice()).toBeNull()
    expect(existsSync(`${file}.new`)).toBe(false)
  })

  test('one change leaves the others alone, also as the window sends it', () => {
    const store = openSettings(file)
    store.write({ theme: 'dark', locale: 'pl', railFolded: true })
    store.write(shellInputs['settings.write'].parse({ density: 'comfortable' }) as { density: 'comfortable' })
    expect(store.read()).toMatchObject({
      theme: 'dark',
      locale: 'pl',
      railFolded: true,
      density: 'comfortable',
    })
  })

  test.each([
    ['half a file', '{"theme": "da'],
    ['an empty file', ''],
    ['a wrong value', '{"theme": "purple"}'],
    ['NUL bytes after a power cut', '\0\0\0\0'],
  ])('%s is put aside, said once, and the defaults apply', (_case, text) => {
    openSettings(file).write({ theme: 'dark' })
    writeFileSync(file, text)
    const store = openSettings(file)
    expect(store.read()).toEqual(defaults)
    expect(readFileSync(`${file}.damaged`, 'utf8')).toBe(text)
    expect(store.takeNotice()).toEqual({ code: 'settings.damaged', values: { kept: `${file}.damaged` } })
    expect(store.takeNotice()).toBeNull()
  })

  test('that cannot be saved apply all the same, and say so', () => {
    writeFileSync(join(folder, 'new'), 'a file where the folder should be')
    const store = openSettings(file)
    expect(store.write({ locale: 'cs' }).locale).toBe('cs')
    expect(store.takeNotice()?.code).toBe('settings.not-saved')
  })

  test('tell listeners about a change, and not about a change that is none', () => {
    const store = openSettings(file)
    const heard: string[] = []
    store.onChange((settings) => heard.push(settings.theme))
    store.write({ theme: 'light' })
    store.write({ theme: 'light' })
    expect(heard).toEqual(['light'])
  })

  test('keep a dozen recent projects', () => {
    const recent = Array.from({ length: 30 }, (_, index) => ({
      path: `/p/${index}.duckdb`,
      name: `${index}`,
      openedAt: '2026-01-01',
    }))
    expect(openSettings(file).write({ recent }).recent).toEqual(recent.slice(0, 12))
  })
})

test.each([
  ['pl', ['cs-CZ'], 'pl'],
  [null, ['', 'de-DE', 'cs-CZ', 'en'], 'cs'],
  [null, ['PL'], 'pl'],
  [null, ['fr'], 'en'],
  [null, [], 'en'],
] as const)('chosen %s, system %j: %s', (locale, system, expected) => {
  expect(effectiveLocale({ ...defaults, locale }, system)).toBe(expected)
})
