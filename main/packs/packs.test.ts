import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { loadNamed, loadPacks } from './index'

const ours = resolve(import.meta.dirname, '../../analyses/packs')
const root = mkdtempSync(join(tmpdir(), 'balíčky s mezerou '))
const folder = join(root, 'packs')
afterAll(() => rmSync(root, { recursive: true, force: true }))
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync(join(ours, 'gender-gap'), join(folder, 'good'), { recursive: true })
})

const reasons = async (folders: readonly string[]) => {
  const { packs, broken } = await loadPacks(folders)
  return {
    ids: packs.map(({ id }) => id),
    broken: broken.flatMap(({ faults }) => faults.map(({ code, path }) => `${code} ${path ?? ''}`)),
  }
}
const spoiled = (name: string, change: (manifest: string) => string) => {
  cpSync(join(ours, 'gender-gap'), join(folder, name), { recursive: true })
  const path = join(folder, name, 'pack.yaml')
  writeFileSync(path, change(readFileSync(path, 'utf8').replace('id: gender-gap', `id: ${name}`)))
}

test('a broken pack is listed with path and reason while the others work', async () => {
  spoiled('method', (text) => text.replace('rate-difference@1', 'rate-difference@9'))
  spoiled('option', (text) => text.replace('limit: $smallest_cell', 'limit: 1'))
  spoiled('missing-option', (text) => text.replace('as: parity', ''))
  spoiled('citation', (text) => text.replace('newcombe-1998', 'newcombe-1898'))
  mkdirSync(join(folder, 'empty'))
  expect(await reasons([folder])).toEqual({
    ids: ['gender-gap'],
    broken: [
      'pack.citation-unknown pack.yaml:cite',
      'pack.manifest-missing pack.yaml',
      'pack.method-unknown pack.yaml:steps.with_rates.method',
      'pack.method-option pack.yaml:steps.with_parity.with.as',
      'pack.method-option pack.yaml:steps.safe.with.limit',
    ].toSorted((a, b) => order(a) - order(b)),
  })
})
/** Folders are read by name: citation, empty, method, missing-option, option. */
const order = (reason: string) =>
  ['citation', 'manifest', 'method-unknown', 'with_parity', 'safe'].findIndex((part) => reason.includes(part))

test('the first folder wins an id; a folder that is not there has no packs', async () => {
  const found = await reasons([ours, join(root, 'nowhere'), folder])
  expect(found.ids.filter((id) => id === 'gender-gap')).toEqual(['gender-gap'])
  expect(found.broken).toEqual(['pack.id-taken pack.yaml:id'])
})
test('a link that leaves the folder is refused, one inside it is read', async () => {
  writeFileSync(join(root, 'secret.md'), 'secret')
  rmSync(join(folder, 'good/report/en.md'))
  symlinkSync(join(root, 'secret.md'), join(folder, 'good/report/en.md'))
  expect((await reasons([folder])).broken).toEqual(['pack.link-outside report/en.md'])
  rmSync(join(folder, 'good/report/en.md'))
  cpSync(join(ours, 'gender-gap/report/en.md'), join(folder, 'good/words.md'))
  symlinkSync('../words.md', join(folder, 'good/report/en.md'))
  expect((await reasons([folder])).ids).toEqual(['gender-gap'])
})
test('a pack folder that is itself a link out is refused', async () => {
  cpSync(join(folder, 'good'), join(root, 'elsewhere'), { recursive: true })
  rmSync(join(folder, 'good'), { recursive: true })
  symlinkSync(join(root, 'elsewhere'), join(folder, 'linked'))
  expect((await reasons([folder])).broken[0]).toContain('pack.link-outside')
})
test('too large, too many, not text', async () => {
  writeFileSync(join(folder, 'good/big.md'), 'x'.repeat(2 * 1024 * 1024 + 1))
  expect((await reasons([folder])).broken).toEqual(['pack.too-large big.md'])
  rmSync(join(folder, 'good/big.md'))
  writeFileSync(join(folder, 'good/latin.md'), Buffer.from([0x70, 0xf8, 0xed]))
  expect((await reasons([folder])).broken).toEqual(['pack.not-text latin.md'])
  rmSync(join(folder, 'good/latin.md'))
  mkdirSync(join(folder, 'good/many'))
  for (let i = 0; i < 501; i += 1) writeFileSync(join(folder, `good/many/${i}.md`), '')
  expect((await reasons([folder])).broken[0]).toContain('pack.too-large')
})
test('files of other kinds are not read at all', async () => {
  writeFileSync(join(folder, 'good/picture.png'), Buffer.alloc(3 * 1024 * 1024, 0xff))
  expect(await reasons([folder])).toEqual({ ids: ['gender-gap'], broken: [] })
})

test('one pack is found by its folder; another name, a broken one and a way out of the folder are not', async () => {
  expect((await loadNamed(ours, 'gender-gap'))?.id).toBe('gender-gap')
  expect((await loadNamed(folder, 'good'))?.id).toBeUndefined()
  spoiled('method', (text) => text.replace('rate-difference@1', 'rate-difference@9'))
  expect(await loadNamed(folder, 'method')).toBeNull()
  expect(await loadNamed(folder, '../packs/good')).toBeNull()
})

test('golden cases are read only when asked for', async () => {
  const [without] = (await loadPacks([folder])).packs
  const [whole] = (await loadPacks([folder], { cases: true })).packs
  expect([without?.cases.length, (whole?.cases.length ?? 0) > 3]).toEqual([0, true])
})
