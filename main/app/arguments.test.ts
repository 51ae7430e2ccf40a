import { describe, expect, test } from 'vitest'
import { parseArguments } from './arguments'

const installed = { folder: '/home/jana', appFolder: null }
const checkout = { folder: '/src/app', appFolder: '/src/app' }

describe('an installed app', () => {
  const parse = (...words: string[]) => parseArguments(['/opt/workbench', ...words], installed)

  test('opens the home screen without words', () => {
    expect(parse()).toEqual({ kind: 'window', open: null })
    expect(parse('--no-sandbox', '--lang=cs')).toEqual({ kind: 'window', open: null })
  })
  test('opens a project file, relative to where it was started', () => {
    expect(parse('--lang=cs', 'Můj kraj.duckdb')).toEqual({
      kind: 'window',
      open: { kind: 'path', path: '/home/jana/Můj kraj.duckdb' },
    })
    expect(parse('/data/A.DUCKDB')).toEqual({
      kind: 'window',
      open: { kind: 'path', path: '/data/A.DUCKDB' },
    })
  })
  test('opens the sample region', () => {
    expect(parse('--sample')).toEqual({ kind: 'window', open: { kind: 'sample' } })
  })
  test('answers the words of the command line, with everything behind them', () => {
    expect(parse('run', 'gender-gap', '--project', 'p.duckdb', '--json')).toEqual({
      kind: 'command',
      words: ['run', 'gender-gap', '--project', 'p.duckdb', '--json'],
    })
    expect(parse('--no-sandbox', 'packs')).toEqual({ kind: 'command', words: ['packs'] })
  })
  test('a project called like a command is still a project', () => {
    expect(parse('run.duckdb')).toEqual({
      kind: 'window',
      open: { kind: 'path', path: '/home/jana/run.duckdb' },
    })
  })
  test('prints a report', () => {
    expect(parse('--user-data-dir=/tmp/x', '--print-report', 'a b.html', '/tmp/o.pdf')).toEqual({
      kind: 'print',
      input: '/home/jana/a b.html',
      output: '/tmp/o.pdf',
    })
  })
})

describe('a checkout', () => {
  const parse = (...words: string[]) => parseArguments(['/electron', ...words], checkout)

  test('what stands before the app folder is not ours', () => {
    expect(parse('--inspect=0', '-r', '/x/run', '/src/app', '--sample')).toEqual({
      kind: 'window',
      open: { kind: 'sample' },
    })
    expect(parse('.', 'packs', '--json')).toEqual({ kind: 'command', words: ['packs', '--json'] })
    expect(parse('--require', 'run', '.')).toEqual({ kind: 'window', open: null })
  })
})
