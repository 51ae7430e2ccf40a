import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FaultError } from '../../analyses/model/fault'
import { fileKeyStore, userFolder } from './key-store'

const project = '0b1c2d3e-0000-4000-8000-000000000001'
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klíče '))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof FaultError ? error.fault.code : String(error)),
  )

/** Turns every bit over: enough to see that it was used. */
const mirror = {
  seal: async (key: Uint8Array) => key.map((byte) => byte ^ 0xff),
  unseal: async (key: Uint8Array) => key.map((byte) => byte ^ 0xff),
}

test('a key is made once, stays the same, and only its owner can read it', async () => {
  const keys = fileKeyStore(join(folder, 'nové'))
  const key = await keys.key(project)
  expect(key).toHaveLength(32)
  expect(await fileKeyStore(join(folder, 'nové')).key(project)).toEqual(key)
  expect(await keys.key(project.replace('1', '2'))).not.toEqual(key)
  const path = join(folder, 'nové', `${project}.key`)
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0)
})

test('a sealed key is not on the disk as it is, and is refused without the sealer', async () => {
  const key = await fileKeyStore(folder, mirror).key(project)
  expect(readdirSync(folder)).toEqual([`${project}.sealed`])
  expect(readFileSync(join(folder, `${project}.sealed`)).includes(Buffer.from(key))).toBe(false)
  expect(await fileKeyStore(folder, mirror).key(project)).toEqual(key)
  expect(await codeOf(fileKeyStore(folder).key(project))).toBe('project.key-sealed')
})

test('a damaged key is refused instead of being replaced', async () => {
  writeFileSync(join(folder, `${project}.key`), 'short')
  expect(await codeOf(fileKeyStore(folder).key(project))).toBe('project.key-unreadable')
})

test('a folder that cannot be written', async () => {
  writeFileSync(join(folder, 'file'), '')
  expect(await codeOf(fileKeyStore(join(folder, 'file', 'inside')).key(project))).not.toBeNull()
})

test('an identity never leads out of the folder', async () => {
  expect(await codeOf(fileKeyStore(folder).key('../../etc/passwd'))).toMatch(/identity/)
})

test('the settings folder is the one Electron uses', () => {
  expect(userFolder({ XDG_CONFIG_HOME: '/x' }, 'linux')).toBe(join('/x', 'Regional Workbench'))
  expect(userFolder({ APPDATA: '/roaming' }, 'win32')).toBe(join('/roaming', 'Regional Workbench'))
})
