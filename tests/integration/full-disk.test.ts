import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openProjectFile, type ProjectFile } from '../../main/db/project-file'
import { engineWorker, scratchFolder } from '../helpers/engine'

// Each opening starts an engine: two seconds, on a busy machine many more.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })
const workerPath = engineWorker()
const folder = scratchFolder('disk')
const disk = join(folder, 'disk')
mkdirSync(disk)

/** A small file system of its own, which only root on Linux may make. */
function mount(): string | null {
  if (process.platform !== 'linux') return 'a small file system can be mounted on Linux only'
  if (process.getuid?.() !== 0) return 'mounting a small file system needs root'
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', disk], { stdio: 'pipe' })
    return null
  } catch (error) {
    return `no file system can be mounted here: ${error}`
  }
}
const obstacle = mount()
if (obstacle !== null) console.log(`full-disk.test.ts is skipped: ${obstacle}`)
afterAll(() => {
  if (obstacle === null) execFileSync('umount', ['-l', disk])
  rmSync(folder, { recursive: true, force: true })
})

const path = join(disk, 'projekt.duckdb')
const open = (create = false): Promise<ProjectFile> =>
  openProjectFile(path, { workerPath, create, app: 'Test', spillFolder: join(folder, 'spill') })
const count = async (project: ProjectFile): Promise<unknown> =>
  (await project.database.rows('SELECT count(*) AS n FROM people'))[0]?.['n']
/** Some 18 MB, as hexadecimal text compresses little. */
const tooMuch = `INSERT INTO people SELECT range, md5(range::VARCHAR) || md5((range + 1)::VARCHAR) FROM range(500000)`

describe.skipIf(obstacle !== null)('a disk that runs full', () => {
  let project: ProjectFile
  beforeAll(async () => {
    project = await open(true)
    await project.write(async (transaction) => {
      await transaction.execute(
        'CREATE TABLE people AS SELECT range AS id, md5(range::VARCHAR) AS t FROM range(1000)',
      )
    })
  })
  test('is a fault, and leaves nothing of the write job', async () => {
    await expect(project.write((transaction) => transaction.execute(tooMuch))).rejects.toMatchObject({
      fault: { code: 'engine.disk-full' },
    })
    expect(await count(project)).toBe(1_000)
  })
  test('also outside a write job', async () => {
    await expect(project.database.execute(tooMuch)).rejects.toMatchObject({
      fault: { code: 'engine.disk-full' },
    })
    expect(await count(project)).toBe(1_000)
  })
  test('small writes go on, and all of it is there after reopening', async () => {
    await project.write((transaction) => transaction.execute(`INSERT INTO people VALUES (-1, 'x')`))
    await project.close()
    project = await open()
    expect(project.notices).toEqual([])
    expect(await count(project)).toBe(1_001)
    expect(statSync(path).size).toBeLessThan(3_000_000)
  })
  test('without room for the safety copy, work goes on and says so', async () => {
    await project.close()
    rmSync(`${path}.previous`)
    project = await open()
    fill(300_000)
    await project
      .write((transaction) => transaction.execute(`INSERT INTO people VALUES (-2, 'x')`))
      .catch((error: unknown) => expect(error).toMatchObject({ fault: { code: 'engine.disk-full' } }))
    expect(project.notices.map(({ code }) => code)).toContain('project.no-room-for-copy')
    expect(readdirSync(disk).filter((name) => name.includes('.previous'))).toEqual([])
    rmSync(join(disk, 'filler'))
    await project.close()
  })
  test('that is completely full still opens, for reading', async () => {
    fill(0)
    const full = await open()
    expect(full.readOnly).toBe(true)
    expect(Number(await count(full))).toBeGreaterThanOrEqual(1_001)
    await full.close()
    rmSync(join(disk, 'filler'))
  })
  test('a disk mounted for reading opens for reading, and refuses writes by a fault', async () => {
    execFileSync('mount', ['-o', 'remount,ro', disk])
    const reading = await open()
    expect(reading.readOnly).toBe(true)
    expect(reading.notices.map(({ code }) => code)).toContain('project.opened-read-only')
    expect(Number(await count(reading))).toBeGreaterThanOrEqual(1_001)
    await expect(reading.write(async () => {})).rejects.toMatchObject({
      fault: { code: 'project.read-only' },
    })
    await expect(reading.database.execute('DELETE FROM people')).rejects.toMatchObject({
      fault: { code: 'engine.read-only' },
    })
    await reading.close()
    execFileSync('mount', ['-o', 'remount,rw', disk])
    expect(existsSync(`${path}.lock`)).toBe(false)
  })
})

/** Fills the disk but for `left` bytes. */
function fill(left: number): void {
  const filler = join(disk, 'filler')
  const free = Number(execFileSync('stat', ['-f', '-c', '%a', disk]).toString()) * 4_096
  writeFileSync(filler, Buffer.alloc(Math.max(0, free - left)))
}
