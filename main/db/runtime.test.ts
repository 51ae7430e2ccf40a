import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { type Disk, type FileRules, fileRuntime, kindOfFile, runtimeSays, type WasmModule } from './runtime'

/** The real disk, watched; a test may put one failing answer in front. */
const disk = {
  read: vi.fn<Disk['read']>(fs.readSync),
  write: vi.fn<Disk['write']>(fs.writeSync),
  sync: vi.fn<Disk['sync']>(fs.fsyncSync),
}

const folder = fs.mkdtempSync(join(tmpdir(), 'workbench runtime '))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const flags = { read: 1, write: 2, create: 8, nullIfMissing: 128 }
const buffer = 1_024

/** A heap and the one C function that tells which path a file number means. */
function fakeModule(paths: readonly string[]): WasmModule {
  const memory = new ArrayBuffer(65_536)
  const heap = new Uint8Array(memory)
  const doubles = new Float64Array(memory)
  let top = 32_768
  return {
    HEAPU8: heap,
    HEAPF64: doubles,
    _malloc: (bytes) => {
      top += bytes
      return top - bytes
    },
    stackSave: () => 0,
    stackAlloc: () => 512,
    stackRestore: () => {},
    ccall: (name, _returns, _types, values) => {
      if (name === 'duckdb_web_fail_with') throw new Error(`SQL: ${values[0]}`)
      if (name !== 'duckdb_web_fs_get_file_info_by_id') return
      const text = Buffer.from(JSON.stringify({ dataUrl: paths[Number(values[1])] }))
      heap.set(text, 16_384)
      doubles.set([0, 16_384, text.length], 512 / 8)
    },
  }
}

let number = 0
let project = ''
let rules: FileRules
const hooks = { cancelled: () => false, progress: () => {} }
beforeEach(() => {
  number += 1
  project = join(folder, `p${number}.duckdb`)
  rules = { project, readOnly: false, create: true, wal: 'refuse', spill: join(folder, 'spill') }
  disk.write.mockClear()
  disk.sync.mockClear()
})

const content = (size: number): Buffer => Buffer.alloc(size, 7)

test('only the project, its log and the spill folder are known files', () => {
  const kinds = (path: string) => kindOfFile(rules, path)
  expect(kinds(project)).toBe('project')
  expect(kinds(`${project}.wal`)).toBe('wal')
  expect(kinds(join(folder, 'spill', 'a.tmp'))).toBe('spill')
  for (const path of [
    '/etc/passwd',
    `${project}.lock`,
    `${project}.previous`,
    join(folder, 'spill'),
    join(folder, 'spill', '..', 'other.duckdb'),
    join(folder, 'spill-not', 'a'),
    `${project}/../other.duckdb`,
  ])
    expect(kinds(path)).toBeNull()
})

test('a file outside the rules cannot be opened, asked for, listed or moved', () => {
  const mod = fakeModule(['/etc/passwd'])
  const runtime = fileRuntime(rules, hooks, disk)
  expect(() => runtime.openFile(mod, 0, flags.read)).toThrow(runtimeSays.denied)
  expect(() => runtime.glob(mod)).toThrow(runtimeSays.denied)
  expect(() => runtime.moveFile(mod)).toThrow(runtimeSays.denied)
  mod.HEAPU8.set(Buffer.from('/etc/passwd'), buffer)
  expect(runtime.checkFile(mod, buffer, 11)).toBe(false)
  expect(runtime.checkDirectory(mod, buffer, 4)).toBe(false)
  expect(() => runtime.removeFile(mod, buffer, 11)).toThrow(runtimeSays.denied)
})

test('"open if it is there" finds what is there and only that', () => {
  const mod = fakeModule([project])
  const runtime = fileRuntime(rules, hooks, disk)
  expect(runtime.openFile(mod, 0, flags.read | flags.nullIfMissing)).toBe(0)
  fs.writeFileSync(project, content(20_000))
  const opened = runtime.openFile(mod, 0, flags.read | flags.nullIfMissing)
  expect(mod.HEAPF64[opened / 8]).toBe(20_000)
  runtime.closeAll()
})

test('a commit header is synced before and after, other blocks are not', () => {
  fs.writeFileSync(project, content(20_000))
  const mod = fakeModule([project])
  const runtime = fileRuntime(rules, hooks, disk)
  runtime.openFile(mod, 0, flags.read | flags.write)
  runtime.writeFile(mod, 0, buffer, 4_096, 12_288)
  expect(disk.sync).not.toHaveBeenCalled()
  runtime.writeFile(mod, 0, buffer, 4_096, 4_096)
  const [before = 0, after = 0] = disk.sync.mock.invocationCallOrder
  const written = disk.write.mock.invocationCallOrder.at(-1) ?? 0
  expect(before).toBeLessThan(written)
  expect(written).toBeLessThan(after)
  runtime.writeFile(mod, 0, buffer, 4_096, 8_192)
  expect(disk.sync).toHaveBeenCalledTimes(4)
  runtime.closeAll()
})

test('a write the disk takes in parts is finished; one it does not take is an error', () => {
  fs.writeFileSync(project, content(20_000))
  const mod = fakeModule([project])
  mod.HEAPU8.set(content(100).fill(9), buffer)
  const runtime = fileRuntime(rules, hooks, disk)
  runtime.openFile(mod, 0, flags.read | flags.write)
  disk.write.mockImplementationOnce((fd, heap, from, _, at) => fs.writeSync(fd, heap, from, 30, at))
  expect(runtime.writeFile(mod, 0, buffer, 100, 13_000)).toBe(100)
  expect(fs.readFileSync(project).subarray(13_000, 13_101)).toEqual(Buffer.from([...content(100).fill(9), 7]))
  disk.write.mockImplementationOnce(() => 0)
  expect(() => runtime.writeFile(mod, 0, buffer, 100, 13_000)).toThrow(runtimeSays.full)
  disk.write.mockImplementationOnce(() => {
    throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
  })
  expect(() => runtime.writeFile(mod, 0, buffer, 100, 13_000)).toThrow(`SQL: ${runtimeSays.full}`)
  runtime.closeAll()
})

test('a short read is continued; a block that is not there is damage, not a wait for ever', () => {
  fs.writeFileSync(project, content(20_000))
  const mod = fakeModule([project])
  const runtime = fileRuntime(rules, hooks, disk)
  runtime.openFile(mod, 0, flags.read)
  disk.read.mockImplementationOnce((fd, heap, into, _, at) => fs.readSync(fd, heap, into, 30, at))
  expect(runtime.readFile(mod, 0, buffer, 4_096, 0)).toBe(4_096)
  expect(() => runtime.readFile(mod, 0, buffer, 4_096, 18_000)).toThrow(runtimeSays.short)
  runtime.closeAll()
})

test('a file with content is never given a new identity', () => {
  fs.writeFileSync(project, content(20_000))
  const mod = fakeModule([project])
  const runtime = fileRuntime(rules, hooks, disk)
  runtime.openFile(mod, 0, flags.read | flags.write | flags.create)
  expect(() => runtime.writeFile(mod, 0, buffer, 4_096, 0)).toThrow(runtimeSays.overwrite)
  expect(() => runtime.truncateFile(mod, 0, 0)).toThrow(runtimeSays.overwrite)
  expect(fs.readFileSync(project)).toEqual(content(20_000))
  runtime.closeAll()
})

test('a new file is made only where that was asked for', () => {
  const mod = fakeModule([project])
  const refused = fileRuntime({ ...rules, create: false }, hooks)
  expect(() => refused.openFile(mod, 0, flags.read | flags.write | flags.create)).toThrow(runtimeSays.denied)
  expect(fs.existsSync(project)).toBe(false)
  const runtime = fileRuntime(rules, hooks, disk)
  runtime.openFile(mod, 0, flags.read | flags.write | flags.create)
  expect(runtime.writeFile(mod, 0, buffer, 4_096, 0)).toBe(4_096)
  runtime.closeAll()
})

test('read-only means read-only, and nobody writes the log', () => {
  fs.writeFileSync(project, content(20_000))
  fs.writeFileSync(`${project}.wal`, content(100))
  const mod = fakeModule([project, `${project}.wal`])
  const reading = fileRuntime({ ...rules, readOnly: true }, hooks)
  expect(() => reading.openFile(mod, 0, flags.read | flags.write)).toThrow(runtimeSays.readOnly)
  reading.openFile(mod, 0, flags.read)
  expect(() => reading.writeFile(mod, 0, buffer, 10, 13_000)).toThrow(runtimeSays.readOnly)
  reading.closeAll()
  const writing = fileRuntime(rules, hooks, disk)
  expect(() => writing.openFile(mod, 1, flags.read | flags.write)).toThrow(runtimeSays.wal)
  expect(writing.openFile(mod, 1, flags.read)).not.toBe(0)
  writing.closeAll()
})

test('a wish to cancel ends the query from the next read or progress tick', () => {
  fs.writeFileSync(project, content(20_000))
  const mod = fakeModule([project])
  let wish = false
  const seen: number[] = []
  const runtime = fileRuntime(rules, { cancelled: () => wish, progress: (percent) => seen.push(percent) })
  runtime.use(mod)
  runtime.openFile(mod, 0, flags.read)
  runtime.progressUpdate(0, 12.5)
  wish = true
  expect(() => runtime.readFile(mod, 0, buffer, 10, 0)).toThrow(runtimeSays.cancelled)
  expect(() => runtime.progressUpdate(0, 50)).toThrow(runtimeSays.cancelled)
  expect(seen).toEqual([12.5, 50])
  runtime.closeAll()
})
