import { expect, test } from 'vitest'
import { pairs, readArguments, UsageError } from './arguments'

test('a command with its options and files', () => {
  const read = readArguments(['import', 'a b.csv', '--project', 'p.duckdb', '--json', '--locale', 'pl'], {})
  expect(read).toMatchObject({ command: 'import', words: ['a b.csv'], json: true, locale: 'pl' })
  expect(read.options['project']).toBe('p.duckdb')
})

test('the language of the system is taken when none is given, English otherwise', () => {
  expect(readArguments(['packs'], { LANG: 'cs_CZ.UTF-8' }).locale).toBe('cs')
  expect(readArguments(['packs'], { LANG: 'fr_FR.UTF-8' }).locale).toBe('en')
})

test.each([[['fly']], [['packs', '--wings']], [['packs', '--locale', 'de']]])('%j is wrong usage', (argv) => {
  expect(() => readArguments(argv, {})).toThrow(UsageError)
})

test('a value may hold the sign that parts it from its name', () => {
  expect([...pairs(['a=b=c', 'd='], '--param')]).toEqual([
    ['a', 'b=c'],
    ['d', ''],
  ])
  expect(() => pairs(['=x'], '--param')).toThrow(UsageError)
})
