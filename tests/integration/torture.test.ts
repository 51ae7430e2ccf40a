import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, expect, test } from 'vitest'
import { openProjectFile } from '../../main/db/project-file'
import { engineWorker, scratchFolder } from '../helpers/engine'

/** `WORKBENCH_TORTURE=200 npx vitest run tests/integration/torture.test.ts` for the long version. */
const cycles = Number(process.env['WORKBENCH_TORTURE'] ?? 5)
const workerPath = engineWorker()
const folder = scratchFolder('torture')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const path = join(folder, 'projekt.duckdb')
const ledger = join(folder, 'ledger')
const rowsPerImport = 3_000

const ledgerLines = (): readonly string[] =>
  existsSync(ledger) ? readFileSync(ledger, 'utf8').trim().split('\n') : []

/** Starts the writer, lets it finish `jobs` jobs and then kills it somewhere in the next ones. */
async function writeAndKill(from: number, jobs: number): Promise<void> {
  writeFileSync(ledger, '')
  const script = resolve(import.meta.dirname, 'torture-child.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, path, workerPath, ledger, String(from)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (text: Buffer) => {
    said += text.toString()
  })
  let ended = false
  const gone = new Promise((end) => child.once('exit', end)).then(() => {
    ended = true
  })
  while (!ended && !ledgerLines().includes('ready')) await sleep(20)
  const start = performance.now()
  while (!ended && ledgerLines().length <= jobs) await sleep(5)
  // A job's own length, so that the kill falls anywhere in it on a fast machine and on a slow one.
  const length = (performance.now() - start) / Math.max(1, jobs)
  if (!ended) await sleep(Math.random() * 2 * length)
  expect(ended, `the writer ended by itself: ${said}`).toBe(false)
  child.kill('SIGKILL')
  await gone
}

interface State {
  readonly jobs: readonly number[]
  readonly imports: number
  readonly rows: number
  readonly broken: number
  readonly total: number
}

/** Everything one state must agree on; the same SQL for both engines. */
const stateSql = `SELECT (SELECT string_agg(id::VARCHAR, ',' ORDER BY id) FROM workbench.job) AS jobs,
  (SELECT count(*) FROM workbench.job WHERE kind = 'import')::INTEGER AS imports,
  (SELECT count(*) FROM raw.people)::INTEGER AS rows,
  (SELECT count(*) FROM (SELECT job FROM raw.people GROUP BY job
     HAVING count(DISTINCT code) <> ${rowsPerImport} OR min(n) <> max(n)))::INTEGER AS broken,
  (SELECT sum(n) FROM workbench.total)::INTEGER AS total`

const stateOf = (row: Readonly<Record<string, unknown>> | undefined): State => ({
  jobs: String(row?.['jobs'] ?? '')
    .split(',')
    .filter((id) => id !== '' && id !== 'null')
    .map(Number),
  imports: Number(row?.['imports']),
  rows: Number(row?.['rows']),
  broken: Number(row?.['broken']),
  total: Number(row?.['total'] ?? 0),
})

async function stateHere(): Promise<State> {
  const project = await openProjectFile(path, { workerPath, create: false, app: 'Torture test' })
  try {
    expect(project.notices.map(({ code }) => code)).not.toContain('project.changed-outside')
    return stateOf((await project.database.rows(stateSql))[0])
  } finally {
    await project.close()
  }
}

async function stateInDuckDb(): Promise<State> {
  const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' })
  const connection = await instance.connect()
  try {
    const [row] = (await connection.runAndReadAll(stateSql)).getRowObjects()
    return stateOf(row)
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

test(
  `${cycles} kills at random moments lose nothing that was acknowledged`,
  async () => {
    const acknowledged: number[] = []
    for (let cycle = 1; cycle <= cycles; cycle += 1) {
      await writeAndKill((acknowledged.at(-1) ?? 0) + 1, 1 + Math.floor(Math.random() * 5))
      const lines = ledgerLines()
      acknowledged.push(...lines.filter((line) => /^\d+$/.test(line)).map(Number))
      const native = await stateInDuckDb()
      const here = await stateHere()
      expect(here).toEqual(native)
      // One job may have been committed without its acknowledgement having been noted.
      const extra = here.jobs.length - acknowledged.length
      expect([0, 1]).toContain(extra)
      if (extra === 1) acknowledged.push((acknowledged.at(-1) ?? 0) + 1)
      expect(here.jobs).toEqual(acknowledged)
      expect(here).toMatchObject({
        rows: here.imports * rowsPerImport,
        broken: 0,
        total: acknowledged.length,
      })
      expect(existsSync(`${path}.wal`)).toBe(false)
      if (cycles > 10) console.log(`cycle ${cycle}: ${acknowledged.length} jobs`)
    }
    expect(acknowledged.length).toBeGreaterThan(0)
  },
  Math.max(300_000, cycles * 60_000),
)
