import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeFolder } from './make-folder'

const folder = mkdtempSync(join(tmpdir(), 'folder-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a folder is made with those above it, and one that is there is left alone', async () => {
  const deep = join(folder, 'a', 'b', 'c')
  await makeFolder(deep)
  await makeFolder(deep)
  expect(statSync(deep).isDirectory()).toBe(true)
})

test('where a file stands in the way nothing is made', async () => {
  writeFileSync(join(folder, 'file'), '')
  await expect(makeFolder(join(folder, 'file', 'x'))).rejects.toThrow()
  await expect(makeFolder(join(folder, 'file'))).rejects.toThrow()
})

test.runIf(process.platform === 'linux')(
  'a place that takes no folders is refused and not waited for',
  async () => {
    await expect(makeFolder('/proc/nowhere')).rejects.toThrow()
  },
)
