import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { FaultError } from '../../analyses/model/fault'
import { runRecordSchema } from '../../analyses/model/run-record'
import { type Protected, protectedFor, writeExports } from '../../main/commands/publish'
import { Session } from '../../main/commands/session'
import type { ExportFormat } from '../../main/export'
import { readLedger } from '../../main/workspace/export-ledger'
import { scratchFolder } from '../helpers/engine'
import { quiet } from '../helpers/pack-case'
import { commandEnvironment, runCommand } from '../helpers/run-command'
import { taggedPdf } from '../helpers/tagged-pdf'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

/** What the system says to the last step of writing; Windows says so while Excel has the file open. */
let refusal: string | null = null
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  const rename: typeof real.rename = async (from, to) => {
    if (refusal !== null && String(from).endsWith('.part'))
      throw Object.assign(new Error(refusal), { code: refusal, syscall: 'rename' })
    await real.rename(from, to)
  }
  return { ...real, rename }
})

const formats: readonly ExportFormat[] = [
  ...(['html', 'docx', 'xlsx', 'pdf', 'csvw', 'parquet', 'svg', 'png', 'csv', 'arrow', 'json'] as const),
]
const folder = scratchFolder('bad-place')
const file = (name: string) => join(folder, name)
const disk = file('disk')
const printer = { print: () => taggedPdf() }
let session: Session
let exhibit: Protected

/** A small file system of its own, which only root on Linux may make. */
function mounted(): boolean {
  mkdirSync(disk)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk], { stdio: 'pipe' })
    return true
  } catch {
    console.log(
      'exports-bad-place.test.ts: a small file system cannot be mounted here, two obstacles are left out',
    )
    return false
  }
}
const hasDisk = mounted()

const people = [
  'territory;period;sex;count;population',
  ...['0001;2023;F;56;70', '0001;2023;M;48;80', '0002;2023;F;7;12', '0002;2023;M;30;41'],
  ...['0003;2023;F;33;40', '0003;2023;M;30;40', ''],
].join('\n')

beforeAll(async () => {
  writeFileSync(file('people.csv'), people)
  expect((await runCommand(['import', 'people.csv', '--project', 'p.duckdb'], folder)).code).toBe(0)
  const made = await runCommand(
    [
      ...['run', 'gender-gap', '--project', 'p.duckdb', '--param', 'smallest_cell=3'],
      ...['--subjects', 'people=persons', '--out', 'run.json'],
    ],
    folder,
  )
  expect([made.code, made.err]).toEqual([0, ''])
  session = new Session(commandEnvironment({ pdfPrinter: printer }))
  await session.openAt(file('p.duckdb'), false, quiet)
  const record = runRecordSchema.parse(JSON.parse(readFileSync(file('run.json'), 'utf8')))
  exhibit = await protectedFor(session, { runs: [{ key: 'run', record }], composition: null }, quiet)
  expect(exhibit.cells.length).toBeGreaterThan(0)
})
afterAll(async () => {
  await session.close()
  if (hasDisk) execFileSync('umount', ['-l', disk])
  rmSync(folder, { recursive: true, force: true })
})

const written = (path: string, format: ExportFormat) =>
  writeExports(session, exhibit, [{ format, locale: 'cs', path, composition: null, runs: ['run'] }], quiet)

async function faultOf(path: string, format: ExportFormat): Promise<string> {
  try {
    await written(path, format)
    return 'written'
  } catch (error) {
    if (!(error instanceof FaultError)) throw error
    return error.fault.code
  }
}

const old = 'the file as it was'
const ledger = () => readLedger(session.project.database)

interface Obstacle {
  readonly title: string
  readonly fault: string
  readonly path: (format: ExportFormat) => string
  /** Puts it in the way of a file that is there, and says how to take it away. */
  readonly begin?: (path: string) => undefined | (() => void) | Promise<undefined | (() => void)>
  /** Nothing was there before. */
  readonly nothing?: boolean
}

const refused = (code: string, fault: string): Obstacle => ({
  title: `the system says ${code} to the last step`,
  fault,
  path: (format) => file(`report.${format}`),
  begin: () => {
    refusal = code
    return () => {
      refusal = null
    }
  },
})

const obstacles: readonly Obstacle[] = [
  { title: 'no folder', fault: 'export.folder-missing', path: (f) => file(`no/r.${f}`), nothing: true },
  {
    title: 'a file for a folder',
    fault: 'export.folder-missing',
    path: (f) => file(`run.json/r.${f}`),
    nothing: true,
  },
  {
    title: 'a name too long',
    fault: 'export.name-too-long',
    path: (f) => file(`${'ž'.repeat(200)}.${f}`),
    nothing: true,
  },
  {
    title: 'a folder at the place',
    fault: 'export.not-a-file',
    path: (format) => file(`folder.${format}`),
    nothing: true,
    begin: (path) => {
      mkdirSync(path)
      return () => rmSync(path, { recursive: true })
    },
  },
  {
    title: 'a file marked read-only',
    fault: 'export.not-writable',
    path: (format) => file(`report.${format}`),
    begin: async (path) => {
      await chmod(path, 0o444)
      return () => rmSync(path)
    },
  },
  refused('EBUSY', 'export.not-writable'),
  refused('EPERM', 'export.not-writable'),
  refused('EACCES', 'export.not-writable'),
  refused('EIO', 'export.write-failed'),
]
const onDisk: readonly Obstacle[] = [
  {
    title: 'a disk full in the middle',
    fault: 'export.disk-full',
    path: (format) => join(disk, `report.${format}`),
    begin: () => {
      const filler = join(disk, 'filler')
      const { bavail, bsize } = statfsSync(disk)
      writeFileSync(filler, Buffer.alloc(bavail * bsize))
      return () => rmSync(filler)
    },
  },
  {
    title: 'a disk for reading only',
    fault: 'export.not-writable',
    path: (format) => join(disk, `report.${format}`),
    begin: () => {
      execFileSync('mount', ['-o', 'remount,ro', disk])
      return () => {
        execFileSync('mount', ['-o', 'remount,rw', disk])
      }
    },
  },
]

describe.each([...obstacles, ...(hasDisk ? onDisk : [])])('$title', (obstacle) => {
  test('is a clear fault in every format; the old file stays, nothing is left, nothing is remembered', async () => {
    for (const format of formats) {
      const path = obstacle.path(format)
      if (obstacle.nothing !== true) writeFileSync(path, old)
      const before = await session.project.database.rows('select count(*) as n from workbench.audit')
      const end = await obstacle.begin?.(path)
      const place = join(path, '..')
      const names = () => {
        try {
          return readdirSync(place).toSorted()
        } catch {
          return []
        }
      }
      const there = names()
      try {
        expect([format, await faultOf(path, format)]).toEqual([format, obstacle.fault])
        expect(names()).toEqual(there)
        if (obstacle.nothing !== true) expect(readFileSync(path, 'utf8')).toBe(old)
      } finally {
        end?.()
      }
      expect(await ledger()).toEqual([])
      expect(await session.project.database.rows('select count(*) as n from workbench.audit')).toEqual(before)
      if (obstacle.nothing !== true) rmSync(path, { force: true })
    }
  })
})

test('then every format is written to its place, and the ledger has one entry', async () => {
  for (const format of formats) {
    expect([format, await faultOf(file(`whole.${format}`), format)]).toEqual([format, 'written'])
    expect(await ledger()).toHaveLength(1)
  }
})
