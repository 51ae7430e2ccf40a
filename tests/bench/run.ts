/**
 * `npm run bench`: the import and the methods against their peers, in one run on one machine, printed as ratios; and a
 * long report in every format. PDF needs the built app and a display.
 *   npm run bench [-- --rows 5000000] [-- --large] [-- --imports | --methods [--only did,moran] | --documents]
 * A ratio compares wall times of whole processes with everything each does; nothing is a pass or a failure.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { SEED } from '../../sample-data/generator/sample-region'
import { writeSensorReadings } from '../../sample-data/generator/sensor-stream'
import { makeXlsx } from '../helpers/make-workbook'
import type { Measured } from './contenders/measure'
import { benchDocuments } from './documents'
import { benchMethods } from './methods'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '5000000' },
    large: { type: 'boolean', default: false },
    imports: { type: 'boolean', default: false },
    methods: { type: 'boolean', default: false },
    documents: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
})
const rows = Number(values.rows)
const cache = resolve(import.meta.dirname, '../../.cache/bench')
const contenders = resolve(import.meta.dirname, 'contenders')
const tsx = resolve(import.meta.dirname, '../../node_modules/tsx/dist/cli.mjs')

function run(name: string, ...rest: readonly string[]): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const [file = '', ...more] = rest
    const script = join(contenders, `${name}.ts`)
    const child = spawnSync(process.execPath, [tsx, script, file, folder, ...more], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (child.status !== 0) throw new Error(`${name} ended with ${child.status}`)
    return JSON.parse(child.stdout) as Measured
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function sensorFile(count: number): Promise<string> {
  mkdirSync(cache, { recursive: true })
  const path = join(cache, `sensors-${count}.csv`)
  if (!existsSync(path)) await writeSensorReadings(path, count, SEED)
  return path
}

const hasSqlite = (): boolean => {
  try {
    execFileSync('sqlite3', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`
const ratio = (ours: Measured, peer: Measured) => (ours.milliseconds / peer.milliseconds).toFixed(2)
const say = (text: string) => process.stdout.write(`${text}\n`)

function line(name: string, measured: Measured): string {
  const { milliseconds, processorMilliseconds, residentMegabytes } = measured
  return `${name.padEnd(34)} ${seconds(milliseconds).padStart(9)} wall ${seconds(processorMilliseconds).padStart(9)} processor ${residentMegabytes.toFixed(0).padStart(6)} MB resident`
}

async function importOfSize(count: number): Promise<Measured> {
  const file = await sensorFile(count)
  say(`\n${count.toLocaleString('en')} rows, ${(statSync(file).size / 1e6).toFixed(0)} MB of sensor readings`)
  const native = run('native', file, 'typed')
  const text = run('native', file, 'text')
  const ours = run('ours', file)
  say(line('native DuckDB, 1 thread, typed', native))
  say(line('native DuckDB, 1 thread, all text', text))
  say(line('workbench import, all checks', ours))
  const parts = Object.entries(ours.steps ?? {}).map(
    ([step, time]) => `${step.split('.').at(-1)} ${seconds(time)}`,
  )
  say(`  of that: ${parts.join(', ')}`)
  say(`  workbench / native typed ${ratio(ours, native)}, / native text ${ratio(ours, text)}`)
  if (hasSqlite()) {
    const sqlite = run('sqlite', file)
    say(line('sqlite3 .import', sqlite))
    say(`  workbench / sqlite3 ${ratio(ours, sqlite)}`)
  }
  for (const [name, peer] of Object.entries({ native, text, ours })) {
    if (peer.rows !== count) throw new Error(`${name} loaded ${peer.rows} of ${count} rows`)
  }
  return ours
}

const WORKBOOK_ROWS = 50_000

/** The same readings in a workbook, numbers as numbers. */
async function workbookFile(): Promise<string> {
  const path = join(cache, `sensors-${WORKBOOK_ROWS}.xlsx`)
  if (existsSync(path)) return path
  const lines = readFileSync(await sensorFile(WORKBOOK_ROWS), 'utf8')
    .trimEnd()
    .split('\n')
  const cells = lines.map((text) =>
    text.split(';').map((cell) => (/^-?\d+\.\d+$/.test(cell) ? Number(cell) : cell)),
  )
  writeFileSync(path, makeXlsx([{ name: 'readings', rows: cells }], { shared: true }))
  return path
}

async function benchImports(): Promise<void> {
  const sizes = [Math.round(rows / 25), Math.round(rows / 5), rows]
  const measured: Measured[] = []
  for (const size of sizes) measured.push(await importOfSize(size))
  say('\nmicroseconds for each row, by size')
  measured.forEach(({ milliseconds }, i) => {
    say(
      `${(sizes[i] ?? 0).toLocaleString('en').padStart(12)} ${((milliseconds * 1000) / (sizes[i] ?? 1)).toFixed(2)}`,
    )
  })
  const workbook = run('ours', await workbookFile())
  say(`\nworkbook of ${WORKBOOK_ROWS.toLocaleString('en')} rows`)
  say(line('workbench import, all checks', workbook))
  if (workbook.rows !== WORKBOOK_ROWS) throw new Error(`the workbook gave ${workbook.rows} rows`)
  if (values.large) {
    const count = rows * 7
    const file = await sensorFile(count)
    say(`\n${(statSync(file).size / 1e9).toFixed(2)} GB`)
    say(line('workbench import, all checks', run('ours', file)))
  }
}

const all = !values.imports && !values.methods && !values.documents
if (all || values.imports) await benchImports()
if (all || values.documents) benchDocuments((name, file) => run(name, file), line, say)
if (all || values.methods) {
  const only = values.only.split(',').filter((name) => name !== '')
  benchMethods((name, ...[file = '', ...more]) => run(name, file, ...more), only)
}
