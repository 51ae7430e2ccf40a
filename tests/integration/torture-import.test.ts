import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, expect, test } from 'vitest'
import type { JobContext } from '../../analyses/model/job'
import { listDataSets } from '../../main/workspace/data-sets'
import { openProject } from '../../main/workspace/open-project'
import { listRuns } from '../../main/workspace/runs'
import { engineWorker, scratchFolder } from '../helpers/engine'

/** `WORKBENCH_TORTURE=200 npx vitest run tests/integration/torture-import.test.ts` for the long version. */
const cycles = Number(process.env['WORKBENCH_TORTURE'] ?? 3)
const workerPath = engineWorker()
const folder = scratchFolder('torture import')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const path = join(folder, 'projekt.duckdb')
const ledger = join(folder, 'ledger')
const file = join(folder, 'people.csv')
const packs = resolve(import.meta.dirname, '../../analyses/packs')
const rowsInFile = 400
const job: JobContext = { signal: new AbortController().signal, report: () => {} }

const people = Array.from(
  { length: rowsInFile },
  (_, i) =>
    `${String(i >> 1).padStart(4, '0')};2023;${i % 2 === 0 ? 'F' : 'M'};${40 + (i % 11)};${80 + (i % 7)}`,
)
writeFileSync(file, ['territory;period;sex;count;population', ...people, ''].join('\n'))
writeFileSync(ledger, '')

const lines = (): string[] =>
  existsSync(ledger)
    ? readFileSync(ledger, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : []

/** The writer is killed somewhere in the few seconds after it has opened the project. */
async function workAndKill(from: number): Promise<void> {
  const before = lines().length
  const script = resolve(import.meta.dirname, 'torture-import-child.ts')
  const words = ['--import', 'tsx', script, path, workerPath, ledger, file, packs, String(from)]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (text: Buffer) => {
    said += text.toString()
  })
  const gone = new Promise((end) => child.once('exit', end))
  while (child.exitCode === null && lines().length === before) await sleep(20)
  if (child.exitCode === null) await sleep(Math.random() * 4_000)
  expect(child.exitCode, `the writer ended by itself: ${said}`).toBe(null)
  child.kill('SIGKILL')
  await gone
}

async function stateInDuckDb() {
  const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' })
  const connection = await instance.connect()
  const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjects()
  try {
    const registered = (await rows('select name from workbench.data_set order by position')).map(({ name }) =>
      String(name),
    )
    const tables = (
      await rows(`select table_name as name from duckdb_tables() where schema_name = 'raw'`)
    ).map(({ name }) => String(name))
    const counts = []
    for (const name of registered)
      counts.push(Number((await rows(`select count(population) as n from main."${name}"`))[0]?.['n']))
    const runs = (await rows('select id from workbench.run order by position')).map(({ id }) => String(id))
    return { registered, tables: tables.toSorted(), counts, runs }
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

test(
  `${cycles} kills during imports and runs: what was acknowledged is there and nothing is half there`,
  async () => {
    for (let cycle = 1; cycle <= cycles; cycle += 1) {
      await workAndKill(1_000 * cycle)
      const native = await stateInDuckDb()
      const project = await openProject(path, { create: false, workerPath, app: 'Torture test', job })
      const dataSets = await listDataSets(project.database)
      const runs = await listRuns(project.database)
      await project.close()

      const acknowledged = lines()
      const data = acknowledged.flatMap((line) => (line.startsWith('data ') ? [line.slice(5)] : []))
      const made = acknowledged.flatMap((line) => (line.startsWith('run ') ? [line.split(' ')[1] ?? ''] : []))
      expect(native.registered).toEqual(dataSets.map(({ name }) => name))
      expect(native.registered).toEqual(expect.arrayContaining(data))
      expect(native.runs).toEqual(expect.arrayContaining(made))
      expect(runs.map(({ id }) => id).toReversed()).toEqual(native.runs)
      // Each kill may leave one piece of work that was committed but not yet noted.
      expect(native.registered.length + native.runs.length).toBeLessThanOrEqual(
        data.length + made.length + cycle,
      )
      expect(native.tables).toEqual(native.registered.toSorted())
      expect(new Set(native.counts)).toEqual(new Set(native.registered.length === 0 ? [] : [rowsInFile]))
      if (cycles > 10) console.log(`cycle ${cycle}: ${data.length} data sets, ${made.length} runs`)
    }
  },
  Math.max(300_000, cycles * 60_000),
)
