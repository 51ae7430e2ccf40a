#!/usr/bin/env node
/*
 * Makes a .deb with dpkg-deb from the words electron-builder would give to fpm, which Debian does not have.
 * Understands `-t deb` and the options electron-builder passes, nothing more.
 */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

const bare = new Set(['--force', '--debug', '--deb-no-default-config-files'])
const long = new Map([
  ['-s', 'source'],
  ['-t', 'type'],
  ['-d', 'depends'],
  ['-p', 'package'],
])

/**
 * @param {string[]} words
 * @returns {{ options: Map<string, string[]>, copies: { from: string, to: string }[] }}
 */
const understand = (words) => {
  const options = new Map()
  const copies = []
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? ''
    if (bare.has(word)) continue
    if (word.startsWith('-')) {
      const name = long.get(word) ?? word.replace(/^--/, '')
      options.set(name, [...(options.get(name) ?? []), words[++index] ?? ''])
    } else {
      const at = word.lastIndexOf('=/')
      copies.push({ from: word.slice(0, at), to: word.slice(at + 1) })
    }
  }
  return { options, copies }
}

/**
 * fpm's rule: `folder/=/there` copies what is inside, anything else itself.
 * @param {string} tree
 * @param {{ from: string, to: string }} copy
 */
const place = (tree, { from, to }) => {
  const target = join(tree, to)
  const settings = { recursive: true, verbatimSymlinks: true, preserveTimestamps: true }
  if (from.endsWith('/')) {
    mkdirSync(target, { recursive: true })
    for (const name of readdirSync(from)) cpSync(join(from, name), join(target, name), settings)
    return
  }
  const into = to.endsWith('/') || statSync(from).isDirectory() ? join(target, basename(from)) : target
  mkdirSync(dirname(into), { recursive: true })
  cpSync(from, into, settings)
}

/**
 * Debian policy 5.6.13: the first line is the synopsis, further lines begin with a space, empty ones are ` .`.
 * @param {string} text
 */
const description = (text) => {
  const lines = text.split('\n').map((line) => line.trim())
  const [synopsis = '', ...rest] = lines
  return [synopsis, ...rest.map((line) => ` ${line || '.'}`)].join('\n')
}

/**
 * @param {string} folder
 * @returns {number} KiB, as Installed-Size wants it
 */
const kibibytes = (folder) => Number(execFileSync('du', ['-sk', folder], { encoding: 'utf8' }).split('\t')[0])

const { options, copies } = understand(process.argv.slice(2))
/** @param {string} name */
const first = (name) => options.get(name)?.[0] ?? ''
if (first('type') !== 'deb') throw new Error(`only deb packages, not ${first('type')}`)

const tree = mkdtempSync(join(tmpdir(), 'workbench-deb-'))
try {
  chmodSync(tree, 0o755)
  for (const copy of copies) place(tree, copy)
  const size = kibibytes(tree)
  mkdirSync(join(tree, 'DEBIAN'))
  for (const [option, name] of [
    ['before-install', 'preinst'],
    ['after-install', 'postinst'],
    ['before-remove', 'prerm'],
    ['after-remove', 'postrm'],
  ]) {
    if (!option || !name || !first(option)) continue
    cpSync(first(option), join(tree, 'DEBIAN', name))
    chmodSync(join(tree, 'DEBIAN', name), 0o755)
  }
  const fields = [
    ['Package', first('name')],
    ['Version', first('version')],
    ['Architecture', first('architecture')],
    ['Maintainer', first('maintainer')],
    ['Homepage', first('url')],
    ['Installed-Size', String(size)],
    ['Depends', (options.get('depends') ?? []).join(', ')],
    ['Recommends', (options.get('deb-recommends') ?? []).join(', ')],
    ['Section', first('category') || 'science'],
    ['Priority', first('deb-priority') || 'optional'],
    ['Description', description(first('description'))],
  ]
  const control = fields.filter(([, value]) => value).map(([name, value]) => `${name}: ${value}\n`)
  writeFileSync(join(tree, 'DEBIAN', 'control'), control.join(''))
  const compression =
    { gz: 'gzip', zst: 'zstd' }[first('deb-compression')] ?? (first('deb-compression') || 'xz')
  const args = ['--root-owner-group', `-Z${compression}`, '--build', tree, first('package')]
  execFileSync('dpkg-deb', args, { stdio: 'inherit' })
} finally {
  rmSync(tree, { recursive: true, force: true })
}
