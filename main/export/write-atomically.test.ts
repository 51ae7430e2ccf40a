import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeAtomically } from './write-atomically'
import { writeFault } from './write-fault'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workbench zápis '))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const bytes = (text: string) => new TextEncoder().encode(text)
const old = async () => {
  const path = join(folder, 'zpráva.html')
  await writeFile(path, 'old')
  return path
}

test('writes and replaces, and leaves nothing beside', async () => {
  const path = await old()
  expect(await writeAtomically(path, bytes('new'))).toEqual({ path, bytes: 3 })
  expect(await readFile(path, 'utf8')).toBe('new')
  expect(await readdir(folder)).toEqual(['zpráva.html'])
})

test('cancelled before the last step, the old file stays and nothing is left', async () => {
  const path = await old()
  for (const cancelAt of [1, 2]) {
    let asked = 0
    const signal = {
      throwIfAborted: () => {
        asked += 1
        if (asked === cancelAt) throw new DOMException('cancelled', 'AbortError')
      },
    }
    await expect(writeAtomically(path, bytes('new'), signal)).rejects.toThrow('cancelled')
    expect(await readFile(path, 'utf8')).toBe('old')
    expect(await readdir(folder)).toEqual(['zpráva.html'])
  }
})

test('a file marked read-only is left alone, for root as well', async () => {
  const path = await old()
  await chmod(path, 0o444)
  await expect(writeAtomically(path, bytes('new'))).rejects.toMatchObject({
    fault: { code: 'export.not-writable', path },
  })
  expect(await readFile(path, 'utf8')).toBe('old')
  expect(await readdir(folder)).toEqual(['zpráva.html'])
})

test('a missing folder, a file in place of a folder and a folder in place of a file are told apart', async () => {
  const path = await old()
  await mkdir(join(folder, 'inner'))
  const faultOf = (target: string) =>
    writeAtomically(target, bytes('x')).then(
      () => 'written',
      (error: { fault: { code: string } }) => error.fault.code,
    )
  expect(await faultOf(join(folder, 'nowhere', 'a.csv'))).toBe('export.folder-missing')
  expect(await faultOf(join(path, 'a.csv'))).toBe('export.folder-missing')
  expect(await faultOf(join(folder, 'inner'))).toBe('export.not-a-file')
  expect((await readdir(folder)).sort()).toEqual(['inner', 'zpráva.html'])
})

test.runIf(process.platform === 'linux')('a device is not replaced by a file', async () => {
  const path = join(folder, 'nothing.csv')
  await symlink('/dev/null', path)
  await expect(writeAtomically(path, bytes('x'))).rejects.toMatchObject({
    fault: { code: 'export.not-a-file', path },
  })
  expect((await lstat('/dev/null')).isCharacterDevice()).toBe(true)
})

test('a link keeps pointing where it points; its target gets the new content', async () => {
  const path = await old()
  const link = join(folder, 'link.html')
  await symlink(path, link)
  await writeAtomically(link, bytes('new'))
  expect((await lstat(link)).isSymbolicLink()).toBe(true)
  expect(await readFile(path, 'utf8')).toBe('new')
})

test.each([
  ['ENOSPC', 'export.disk-full'],
  ['EDQUOT', 'export.disk-full'],
  ['EACCES', 'export.not-writable'],
  ['EBUSY', 'export.not-writable'],
  ['EROFS', 'export.not-writable'],
  ['EISDIR', 'export.not-a-file'],
  ['ENAMETOOLONG', 'export.name-too-long'],
  ['EIO', 'export.write-failed'],
])('%s from the system is %s', (code, expected) => {
  const error = Object.assign(new Error(code), { code, syscall: 'write' })
  expect(writeFault(error, 'a.csv')?.code).toBe(expected)
})

test('a bug is not dressed up as a fault', () => {
  expect(writeFault(new TypeError('x is undefined'), 'a.csv')).toBeNull()
})
