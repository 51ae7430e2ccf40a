import { createHash } from 'node:crypto'
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { processStart } from '../../main/db/processes'
import { previousPath, restorePrevious } from '../../main/db/project-copies'
import { openProjectFile, type ProjectFile } from '../../main/db/project-file'
import { engineWorker, scratchFolder } from '../helpers/engine'

// Each opening starts an engine: two seconds, on a busy machine many more.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })
const workerPath = engineWorker()
const folder = scratchFolder('damage')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const open = (path: string, create = false): Promise<ProjectFile> =>
  openProjectFile(path, { workerPath, create, app: 'Test' })
const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')
const code = (expected: string) => ({ fault: { code: expected } })
const codes = (project: ProjectFile): readonly string[] => project.notices.map((notice) => notice.code)

const sound = join(folder, 'sound.duckdb')
let copies = 0
/** The sound project under a new name; with its record unless told otherwise. */
function copyOfSound({ record = true } = {}): string {
  copies += 1
  const path = join(folder, `kopie ${copies}.duckdb`)
  copyFileSync(sound, path)
  if (!record) return path
  const looks = statSync(sound)
  copyFileSync(`${sound}.check`, `${path}.check`)
  utimesSync(path, looks.atime, looks.mtime)
  return path
}

beforeAll(async () => {
  const project = await open(sound, true)
  await project.write(async (transaction) => {
    await transaction.execute('CREATE SCHEMA workbench')
    await transaction.execute('CREATE TABLE workbench.data_set AS SELECT 1 AS id')
    await transaction.execute(
      `CREATE TABLE main.people AS SELECT range AS id, md5(range::VARCHAR) AS name FROM range(40000)`,
    )
  })
  await project.write((transaction) => transaction.execute('INSERT INTO workbench.data_set VALUES (2)'))
  await project.close()
})

describe('a sound file', () => {
  test('leaves only the project, its record and its previous state behind', () => {
    expect(readdirSync(folder).sort()).toEqual([
      'sound.duckdb',
      'sound.duckdb.check',
      'sound.duckdb.previous',
    ])
  })
  test('opens without a word and stays byte for byte when only read', async () => {
    const before = digest(sound)
    const project = await open(sound)
    expect(codes(project)).toEqual([])
    expect(project.recovered).toBe(false)
    expect(await project.database.rows('SELECT count(*) AS n FROM people')).toEqual([{ n: 40_000 }])
    await project.close()
    expect(digest(sound)).toBe(before)
  })
  test('is an ordinary DuckDB file', async () => {
    const instance = await DuckDBInstance.create(sound, { access_mode: 'READ_ONLY' })
    const connection = await instance.connect()
    const result = await connection.runAndReadAll('SELECT count(*), max(id) FROM people')
    expect(result.getRows()).toEqual([[40_000n, 39_999n]])
    connection.closeSync()
    instance.closeSync()
  })
  test('edited with DuckDB itself it is checked whole, opens, and is told apart from a crash', async () => {
    const path = copyOfSound()
    const instance = await DuckDBInstance.create(path)
    const connection = await instance.connect()
    await connection.run('CREATE TABLE theirs AS SELECT 1 AS a')
    await connection.run('DELETE FROM people WHERE id < 10')
    connection.closeSync()
    instance.closeSync()
    const project = await open(path)
    expect(codes(project)).toEqual(['project.changed-outside'])
    expect(await project.database.rows('SELECT count(*) AS n FROM people')).toEqual([{ n: 39_990 }])
    await project.close()
    const again = await open(path)
    expect(codes(again)).toEqual([])
    await again.close()
  })
  test('without its record it is checked whole and opens', async () => {
    const shares: (number | null)[] = []
    const project = await openProjectFile(copyOfSound({ record: false }), {
      workerPath,
      create: false,
      app: 'Test',
      report: (share) => shares.push(share),
    })
    expect(codes(project)).toEqual(['project.recovered'])
    expect(shares.length).toBeGreaterThan(1)
    await project.close()
  })
})

describe('a damaged file is refused and stays as it is', () => {
  const flip = (path: string, at: number): void => {
    const bytes = readFileSync(path)
    bytes[at] = (bytes[at] ?? 0) ^ 0xff
    writeFileSync(path, bytes)
  }
  const cases: readonly (readonly [string, string, (path: string) => void])[] = [
    ['empty', 'project.empty', (path) => writeFileSync(path, '')],
    ['text', 'project.not-a-project', (path) => writeFileSync(path, 'a;b;c\n1;2;3\n'.repeat(2000))],
    ['a few bytes', 'project.not-a-project', (path) => truncateSync(path, 5)],
    ['cut inside the headers', 'project.damaged', (path) => truncateSync(path, 9_000)],
    ['cut after the headers', 'project.damaged', (path) => truncateSync(path, 12_288)],
    ['half of it', 'project.damaged', (path) => truncateSync(path, Math.floor(statSync(path).size / 2))],
    ['a flipped byte in the identity', 'project.damaged', (path) => flip(path, 60)],
    ['a flipped byte in a header', 'project.damaged', (path) => flip(path, 4_096 + 30)],
    ['a flipped byte in the other header', 'project.damaged', (path) => flip(path, 8_192 + 30)],
    ['zeroed data', 'project.damaged', (path) => writeFileSync(path, zeroed(readFileSync(path)))],
  ]
  test.each(cases)('%s', async (_, expected, harm) => {
    const path = copyOfSound()
    harm(path)
    const before = digest(path)
    await expect(open(path)).rejects.toMatchObject(code(expected))
    expect(digest(path)).toBe(before)
    expect(existsSync(`${path}.lock`)).toBe(false)
    expect(existsSync(`${path}.previous`)).toBe(false)
  })
  test('a flipped byte anywhere in the data is either found or harmless', async () => {
    const clean = readFileSync(sound)
    const blocks = Math.floor((clean.length - 12_288) / 262_144)
    let found = 0
    // Every third block, because each costs an engine.
    for (let block = 0; block < blocks; block += 3) {
      const path = copyOfSound()
      flip(path, 12_288 + block * 262_144 + 5_000)
      const before = digest(path)
      const outcome = await open(path).then(
        async (project) => {
          // A free block: nothing of the project is in it.
          const rows = await project.database.rows('SELECT count(*) AS n, sum(id) AS s FROM people')
          await project.close()
          expect(rows).toEqual([{ n: 40_000, s: 799_980_000 }])
          return 'harmless'
        },
        (error: unknown) => {
          expect(error).toMatchObject(code('project.damaged'))
          return 'found'
        },
      )
      if (outcome === 'found') found += 1
      expect(digest(path)).toBe(before)
    }
    expect(found).toBeGreaterThan(0)
  })
  test('made anew under our feet: the tables are gone', async () => {
    const path = copyOfSound()
    rmSync(path)
    const instance = await DuckDBInstance.create(path)
    const connection = await instance.connect()
    await connection.run('CREATE TABLE nothing_of_ours AS SELECT 1 AS a')
    connection.closeSync()
    instance.closeSync()
    const before = digest(path)
    await expect(open(path)).rejects.toMatchObject(code('project.tables-gone'))
    expect(digest(path)).toBe(before)
  })
  test('row counts that do not fit the record of the same commit', async () => {
    const path = join(folder, 'counts.duckdb')
    copyFileSync(sound, path)
    const project = await open(path)
    // The record says what is not there, with the right commit number: as after a lost write.
    await project.write((transaction) => transaction.execute('CREATE TABLE lost AS SELECT 1 AS a'))
    await project.database.execute(
      'UPDATE workbench.check_record SET row_count = row_count + 1, commit_number = commit_number + 1',
    )
    await project.close()
    rmSync(`${path}.check`)
    await expect(open(path)).rejects.toMatchObject({
      fault: { code: 'project.damaged', values: { reason: 'counts' } },
    })
  })
  test('from a newer DuckDB', async () => {
    const path = join(folder, 'newer.duckdb')
    const instance = await DuckDBInstance.create(':memory:')
    const connection = await instance.connect()
    await connection.run(`ATTACH '${path.replaceAll("'", "''")}' AS x (STORAGE_VERSION 'latest')`)
    await connection.run('CREATE TABLE x.t AS SELECT 1 AS a')
    await connection.run('DETACH x')
    connection.closeSync()
    instance.closeSync()
    const before = digest(path)
    await expect(open(path)).rejects.toMatchObject(code('project.newer-storage'))
    expect(digest(path)).toBe(before)
  })
  test('missing, and in a folder that is not there', async () => {
    await expect(open(join(folder, 'none.duckdb'))).rejects.toMatchObject(code('project.missing'))
    await expect(open(join(folder, 'none', 'x.duckdb'), true)).rejects.toMatchObject(
      code('project.unwritable'),
    )
    mkdirSync(join(folder, 'a folder.duckdb'))
    await expect(open(join(folder, 'a folder.duckdb'))).rejects.toMatchObject(code('project.unreadable'))
  })
})

describe('the previous good state', () => {
  test('is kept before the first write of a session and can be had back', async () => {
    const path = copyOfSound()
    const before = digest(path)
    const project = await open(path)
    await project.write((transaction) => transaction.execute('DROP TABLE people'))
    await project.write((transaction) => transaction.execute('CREATE TABLE later AS SELECT 1 AS a'))
    await project.close()
    expect(digest(previousPath(path))).toBe(before)
    truncateSync(path, 20_000)
    const damaged = digest(path)
    await expect(open(path)).rejects.toMatchObject(code('project.damaged'))
    const restored = await restorePrevious(path)
    expect(digest(restored.damaged ?? '')).toBe(damaged)
    expect(digest(path)).toBe(before)
    const again = await open(path)
    expect(await again.database.rows('SELECT count(*) AS n FROM people')).toEqual([{ n: 40_000 }])
    await again.close()
  })
  test('is not there for a project that was never written to', async () => {
    const path = copyOfSound()
    await expect(restorePrevious(path)).rejects.toMatchObject(code('project.no-previous'))
  })
})

describe('a log left by DuckDB itself', () => {
  /** A project whose last row is only in the log, as after a kill of the DuckDB command line. */
  async function withLog(name: string): Promise<string> {
    const live = join(folder, `live-${name}.duckdb`)
    const path = join(folder, `${name}.duckdb`)
    copyFileSync(sound, live)
    const instance = await DuckDBInstance.create(live)
    const connection = await instance.connect()
    await connection.run(`SET checkpoint_threshold = '1GB'`)
    await connection.run(`INSERT INTO people VALUES (777777, 'only in the log')`)
    copyFileSync(live, path)
    copyFileSync(`${live}.wal`, `${path}.wal`)
    connection.closeSync()
    instance.closeSync()
    return path
  }
  test('is played in, on a copy, and the row is there', async () => {
    const path = await withLog('log')
    const project = await open(path)
    expect(await project.database.rows('SELECT name FROM people WHERE id = 777777')).toEqual([
      { name: 'only in the log' },
    ])
    await project.write((transaction) => transaction.execute('DELETE FROM people WHERE id < 5'))
    await project.close()
    const left = readdirSync(folder).filter((name) => name.startsWith('log.duckdb'))
    expect(left.sort()).toEqual(['log.duckdb', 'log.duckdb.check', 'log.duckdb.previous'])
  })
  test('is finished when we were killed between the last steps', async () => {
    const path = await withLog('steps')
    const done = await withLog('steps-done')
    await (await open(done)).close()
    copyFileSync(done, `${path}.recovered`)
    copyFileSync(`${path}.wal`, `${path}.wal.replayed`)
    rmSync(`${path}.wal`)
    const project = await open(path)
    expect(await project.database.rows('SELECT count(*) AS n FROM people WHERE id = 777777')).toEqual([
      { n: 1 },
    ])
    await project.close()
  })
  test('that is damaged leaves both files as they are', async () => {
    const path = await withLog('bad-log')
    const bytes = readFileSync(`${path}.wal`)
    bytes.fill(0x5a, 20, bytes.length)
    writeFileSync(`${path}.wal`, bytes)
    const before = [digest(path), digest(`${path}.wal`)]
    await expect(open(path)).rejects.toMatchObject(code('project.damaged'))
    expect([digest(path), digest(`${path}.wal`)]).toEqual(before)
    expect(existsSync(`${path}.recovering`)).toBe(false)
  })
})

describe('one writer', () => {
  test('a second opening names the first, and closing lets the next one in', async () => {
    const path = copyOfSound()
    const first = await open(path)
    await expect(open(path)).rejects.toMatchObject({
      fault: { code: 'project.locked', values: { app: 'Test', pid: String(process.pid), host: hostname() } },
    })
    await first.close()
    await (await open(path)).close()
    expect(existsSync(`${path}.lock`)).toBe(false)
  })
  const holder = { host: hostname(), app: 'Other', startedAt: '2024-01-01T00:00:00Z', token: 'x' }
  const held = (path: string, more: object): void =>
    writeFileSync(`${path}.lock`, JSON.stringify({ ...holder, ...more }))
  test('a dead holder is recovered from', async () => {
    const path = copyOfSound()
    held(path, { pid: 2 ** 22 + 12345, processStart: null })
    await (await open(path)).close()
  })
  test.skipIf(process.platform !== 'linux')('so is one whose number somebody else got', async () => {
    const path = copyOfSound()
    held(path, { pid: process.ppid, processStart: 'another-boot/1' })
    await (await open(path)).close()
  })
  test('a living one and one on another computer are not', async () => {
    const path = copyOfSound()
    held(path, { pid: process.ppid, processStart: processStart(process.ppid) })
    await expect(open(path)).rejects.toMatchObject(code('project.locked'))
    held(path, { pid: 1, host: 'elsewhere', processStart: null })
    await expect(open(path)).rejects.toMatchObject(code('project.locked'))
  })
  test('a half-written lock does not lock for ever', async () => {
    const path = copyOfSound()
    writeFileSync(`${path}.lock`, '{"pid": 1')
    utimesSync(`${path}.lock`, new Date(0), new Date(0))
    await (await open(path)).close()
  })
  test('of many at once exactly one gets in', async () => {
    const path = copyOfSound()
    held(path, { pid: 2 ** 22 + 12345, processStart: null })
    const outcomes = await Promise.allSettled(Array.from({ length: 4 }, () => open(path)))
    const winners = outcomes.filter((outcome) => outcome.status === 'fulfilled')
    expect(winners).toHaveLength(1)
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject(code('project.locked'))
    for (const { value } of winners) await value.close()
  })
  test.skipIf(process.platform !== 'linux')('a project open in DuckDB itself is refused', async () => {
    const path = copyOfSound()
    const script = `const { DuckDBInstance } = require('@duckdb/node-api')
      DuckDBInstance.create(process.argv[1]).then(() => { console.log('open'); setTimeout(() => {}, 60000) })`
    const { spawn } = await import('node:child_process')
    const child = spawn(process.execPath, ['-e', script, path], { stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise((resolve) => child.stdout.once('data', resolve))
    await expect(open(path)).rejects.toMatchObject({
      fault: { code: 'project.locked', values: { pid: String(child.pid) } },
    })
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
    await (await open(path)).close()
  })
})

function zeroed(bytes: Buffer): Buffer {
  return bytes.fill(0, 12_288 + 8, 12_288 + 262_144)
}

test('a longer file than needed is no damage', async () => {
  const path = copyOfSound()
  appendFileSync(path, Buffer.alloc(262_144))
  const project = await open(path)
  expect(await project.database.rows('SELECT count(*) AS n FROM people')).toEqual([{ n: 40_000 }])
  await project.close()
})
