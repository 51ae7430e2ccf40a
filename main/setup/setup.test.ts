import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { parsePack } from '../../analyses/model/pack'
import { dependenciesFit } from './dependencies.mjs'
import { language } from './language.mjs'
import { withLock } from './lock.mjs'
import { packFiles } from './pack-files.mjs'
import { findRuntime } from './runtime.mjs'
import { fileFromTgz, unzip, zipEntries } from './unpack.mjs'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'set-up ěšč '))
})
afterEach(() => {
  rmSync(root, { recursive: true, force: true })
  vi.unstubAllEnvs()
})

/** A zip of deflated files, laid out by the format's own description. */
function makeZip(files: readonly { name: string; text: string; mode: number }[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, text, mode } of files) {
    const packed = deflateRawSync(Buffer.from(text))
    const label = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(label.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(packed.length, 20)
    central.writeUInt16LE(label.length, 28)
    central.writeUInt32LE((mode << 16) >>> 0, 38)
    central.writeUInt32LE(at, 42)
    bodies.push(local, label, packed)
    directory.push(central, label)
    at += local.length + label.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, ...directory, end])
}

test('unzip keeps text and run permission, leaves out what it is told, and stays in its folder', () => {
  const zip = makeZip([
    { name: 'App/binary', text: 'řeka '.repeat(500), mode: 0o100755 },
    { name: 'App/notes.txt', text: 'x', mode: 0o100644 },
    { name: 'App/left-out', text: 'y', mode: 0o100644 },
  ])
  expect(zipEntries(zip).map((entry) => entry.name)).toEqual(['App/binary', 'App/notes.txt', 'App/left-out'])
  unzip(zip, join(root, 'to'), (name) => (name.endsWith('left-out') ? null : name.slice(4)))
  expect(readdirSync(join(root, 'to')).sort()).toEqual(['binary', 'notes.txt'])
  expect(readFileSync(join(root, 'to', 'binary'), 'utf8')).toBe('řeka '.repeat(500))
  if (process.platform !== 'win32') expect(statSync(join(root, 'to', 'binary')).mode & 0o111).toBe(0o111)
  expect(() => unzip(zip, join(root, 'to'), (name) => `../../${name}`)).toThrow('points outside')
})

test('a file is found in a tgz behind others', () => {
  const entry = (name: string, text: string) => {
    const header = Buffer.alloc(512)
    header.write(name, 0)
    header.write(text.length.toString(8).padStart(11, '0'), 124)
    return Buffer.concat([header, Buffer.from(text), Buffer.alloc((512 - (text.length % 512)) % 512)])
  }
  const tgz = gzipSync(Buffer.concat([entry('package/a', 'x'.repeat(700)), entry('package/b', 'found')]))
  expect(fileFromTgz(tgz, 'package/b').toString()).toBe('found')
  expect(() => fileFromTgz(tgz, 'package/c')).toThrow('not in the archive')
})

test('two set-ups at once work one after the other', async () => {
  const order: string[] = []
  const work = (name: string) => () =>
    withLock(
      root,
      async () => {
        order.push(`${name} in`)
        await pause(120)
        order.push(`${name} out`)
      },
      () => {},
    )
  await Promise.all([work('a')(), work('b')()])
  expect(order[0]?.slice(0, 1)).toBe(order[1]?.slice(0, 1))
  expect(order).toHaveLength(4)
  expect(readdirSync(join(root, '.cache'))).toEqual([])
})

test('the lock of a set-up that was killed is cleared', async () => {
  const child = spawn(process.execPath, ['-e', ''])
  await new Promise((resolve) => child.once('close', resolve))
  mkdirSync(join(root, '.cache', 'setup.lock'), { recursive: true })
  writeFileSync(join(root, '.cache', 'setup.lock', 'owner'), String(child.pid))
  expect(
    await withLock(
      root,
      async () => 'ran',
      () => {},
    ),
  ).toBe('ran')
})

const locked = (packages: object) => JSON.stringify({ lockfileVersion: 3, packages })

function writeLocks(wanted: object, present: object | null): void {
  writeFileSync(join(root, 'package-lock.json'), locked({ '': {}, ...wanted }))
  if (present === null) return
  mkdirSync(join(root, 'node_modules'), { recursive: true })
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), locked(present))
}

const a = { version: '1.0.0', integrity: 'sha512-a' }
test.each([
  ['all there', { 'node_modules/a': a }, { 'node_modules/a': a }, true],
  ['nothing installed, or interrupted', { 'node_modules/a': a }, null, false],
  ['other version', { 'node_modules/a': { ...a, version: '2.0.0' } }, { 'node_modules/a': a }, false],
  ['other content', { 'node_modules/a': { ...a, integrity: 'sha512-b' } }, { 'node_modules/a': a }, false],
  ['one missing', { 'node_modules/a': a, 'node_modules/b': a }, { 'node_modules/a': a }, false],
  ['one too many', { 'node_modules/a': a }, { 'node_modules/a': a, 'node_modules/b': a }, false],
  [
    'optional for another system left out',
    { 'node_modules/a': a, 'node_modules/b': { ...a, optional: true, os: ['none'] } },
    { 'node_modules/a': a },
    true,
  ],
  [
    'installed for another system',
    { 'node_modules/b': { ...a, optional: true, os: ['none'] } },
    { 'node_modules/b': { ...a, optional: true, os: ['none'] } },
    false,
  ],
])('dependencies: %s', (_name, wanted, present, fits) => {
  writeLocks(wanted, present)
  expect(dependenciesFit(root)).toBe(fits)
})

test.each([
  ['cs_CZ.UTF-8', 'cs'],
  ['pl_PL', 'pl'],
  ['en_GB.UTF-8', 'en'],
  ['C.UTF-8', 'en'],
  ['sk_SK.UTF-8', 'en'],
])('LANG %s speaks %s', (lang, expected) => {
  vi.stubEnv('LC_ALL', '')
  vi.stubEnv('LC_MESSAGES', '')
  vi.stubEnv('LANG', lang)
  expect(language()).toBe(expected)
})

test('the runtime given by the user wins, a half-unpacked one is none', () => {
  vi.stubEnv('WORKBENCH_ELECTRON', '')
  const electron = join(root, 'node_modules', 'electron')
  mkdirSync(join(electron, 'dist'), { recursive: true })
  writeFileSync(join(electron, 'package.json'), '{"version": "45.4.1"}')
  writeFileSync(join(electron, 'dist', 'version'), '45.4.1')
  writeFileSync(join(electron, 'dist', 'electron'), '')
  expect(findRuntime(root)).toBeNull()
  writeFileSync(join(electron, 'path.txt'), 'electron')
  expect(findRuntime(root)).toMatchObject({ kind: 'own', version: '45.4.1' })
  vi.stubEnv('WORKBENCH_ELECTRON', process.execPath)
  expect(findRuntime(root)).toMatchObject({ kind: 'given', executable: process.execPath })
})

test('a new pack loads as it is written', () => {
  const parsed = parsePack(new Map(Object.entries(packFiles('new-pack'))))
  expect(parsed).toMatchObject({ ok: true, value: { id: 'new-pack' } })
})
