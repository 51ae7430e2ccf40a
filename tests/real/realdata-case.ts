/**
 * Loads the files of one case of real data into one project on the disk and checks its facts: the part of
 * `realdata.ts` that runs in a process of its own, so that its memory can be measured and a crash is only its own.
 * Says one JSON object a line: `begin` and `file` for each file, `facts` at the end.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImportOptions, ImportReceipt } from '../../analyses/model/data-set'
import { type Fault, FaultError } from '../../analyses/model/fault'
import { provideEngine } from '../../main/ingest'
import { importSource } from '../../main/workspace/data-sets'
import { openProject } from '../../main/workspace/open-project'
import type { Project } from '../../main/workspace/project'
import { engineWorker } from '../helpers/engine'
import { quietJob } from '../helpers/import-files'
import type { Fact, Loaded, Value } from './facts/fact'
import { caseOf, filesOf } from './facts/index'

export interface FileResult {
  readonly file: string
  readonly outcome: 'loaded' | 'fault'
  readonly fault: string | null
  /** What the personal-data gate stopped on before: `column: kind`. */
  readonly gate: readonly string[]
  readonly format: string
  readonly encoding: string
  readonly dataSets: readonly {
    readonly name: string
    readonly read: number
    readonly loaded: number
    readonly rejected: number
    readonly preamble: number
    readonly footer: number
    readonly observations: number | null
    readonly columns: number
    readonly problems: readonly string[]
  }[]
  readonly balanced: boolean
  readonly milliseconds: number
  readonly processor: number
}

export interface FactResult {
  readonly about: string
  readonly result: 'right' | 'wrong' | 'not applicable'
  readonly detail: string
}

export type Said =
  | { readonly say: 'begin'; readonly file: string }
  | { readonly say: 'file'; readonly result: FileResult }
  | { readonly say: 'facts'; readonly results: readonly FactResult[]; readonly peakMegabytes: number }

const say = (said: Said) => process.stdout.write(`${JSON.stringify(said)}\n`)

/** Loads a file; when the gate stops it, once more for each time with the columns declared no personal data. */
async function load(project: Project, path: string, said: ImportOptions) {
  const gate: string[] = []
  let options = said
  for (;;) {
    try {
      return { gate, receipt: await importSource(project, path, options, quietJob), fault: null }
    } catch (error) {
      if (!(error instanceof FaultError)) throw error
      const { fault } = error
      if (fault.code === 'import.name-taken') {
        options = { ...options, name: `${fault.values['name']}_2` }
      } else if (fault.code === 'import.personal-data' && gate.length < 20) {
        gate.push(`${fault.values['columns']}: ${fault.values['kind']}`)
        options = admitted(options, fault)
      } else return { gate, receipt: null, fault }
    }
  }
}

/** The same options, with every column that was found declared no personal data. */
function admitted(options: ImportOptions, { values }: Fault): ImportOptions {
  const columns: NonNullable<ImportOptions['columns']> = { ...options.columns }
  for (const name of String(values['columns']).split(', ')) {
    columns[name] = { ...columns[name], personal: { action: 'not-personal' } }
  }
  return { ...options, columns }
}

function resultOf(
  file: string,
  { receipt, fault, gate }: Awaited<ReturnType<typeof load>>,
  times: Pick<FileResult, 'milliseconds' | 'processor'>,
): FileResult {
  const dataSets = (receipt?.dataSets ?? []).map(({ name, rows, observations, columns, problems }) => ({
    name,
    ...rows,
    observations: observations ?? null,
    columns: columns.length,
    problems: problems.map(({ code }) => code),
  }))
  return {
    file,
    outcome: receipt === null ? 'fault' : 'loaded',
    fault: fault === null ? null : `${fault.code} ${JSON.stringify(fault.values)}`,
    gate,
    format: receipt?.source.dialect.format ?? '',
    encoding: receipt?.source.encoding ?? '',
    dataSets,
    balanced: dataSets.every((d) => d.read === d.loaded + d.rejected + d.preamble + d.footer),
    ...times,
  }
}

const plain = (value: unknown): Value =>
  typeof value === 'bigint'
    ? Number(value)
    : typeof value === 'number' || typeof value === 'boolean' || value === null
      ? value
      : String(value)

/** Numbers are the same when they differ by the last digits of a sum only. */
function same(found: unknown, wanted: unknown): boolean {
  if (typeof found === 'number' && typeof wanted === 'number') {
    return Math.abs(found - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted))
  }
  if (Array.isArray(found) && Array.isArray(wanted)) {
    return found.length === wanted.length && found.every((each, i) => same(each, wanted[i]))
  }
  return JSON.stringify(found) === JSON.stringify(wanted)
}

async function check(fact: Fact, loaded: Loaded): Promise<FactResult> {
  const { about } = fact
  if ('notApplicable' in fact) return { about, result: 'not applicable', detail: fact.notApplicable }
  try {
    const rows = 'sql' in fact ? await loaded.rows(fact.sql) : null
    const found =
      'ask' in fact ? await fact.ask(loaded) : Array.isArray(fact.is) ? rows : (rows?.[0]?.[0] ?? null)
    if (same(found, fact.is)) return { about, result: 'right', detail: JSON.stringify(found).slice(0, 200) }
    const detail = `expected ${JSON.stringify(fact.is)}, found ${JSON.stringify(found)?.slice(0, 400)}`
    return { about, result: 'wrong', detail }
  } catch (error) {
    const detail = error instanceof FaultError ? JSON.stringify(error.fault) : String(error)
    return { about, result: 'wrong', detail: detail.slice(0, 400) }
  }
}

/** Peak of resident memory of this process with the engine's thread, in megabytes; 0 where nothing tells. */
function peakMegabytes(): number {
  try {
    const line = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))
    return Math.round(Number(line?.[1] ?? 0) / 1024)
  } catch {
    return Math.round(process.resourceUsage().maxRSS / 1024)
  }
}

async function main(folder: string, name: string, skip: readonly string[]): Promise<void> {
  provideEngine(engineWorker())
  const scratch = mkdtempSync(join(tmpdir(), 'realdata-'))
  const path = join(scratch, 'projekt.duckdb')
  const open = { create: true, workerPath: engineWorker(), app: 'Real data', job: quietJob }
  const project = await openProject(path, open)
  const receipts = new Map<string, ImportReceipt>()
  const faults = new Map<string, string>()
  try {
    const known = caseOf(name)
    for (const { file, options = {} } of filesOf(join(folder, name), known)) {
      if (skip.includes(file)) continue
      say({ say: 'begin', file })
      const [began, used] = [performance.now(), process.cpuUsage()]
      const outcome = await load(project, join(folder, name, file), options)
      const { user, system } = process.cpuUsage(used)
      const times = {
        milliseconds: Math.round(performance.now() - began),
        processor: Math.round((user + system) / 1000),
      }
      if (outcome.receipt !== null) receipts.set(file, outcome.receipt)
      if (outcome.fault !== null) faults.set(file, outcome.fault.code)
      say({ say: 'file', result: resultOf(file, outcome, times) })
    }
    const loaded: Loaded = {
      rows: async (sql) => (await project.database.rows(sql)).map((row) => Object.values(row).map(plain)),
      receipt: (file) => receipts.get(file) ?? null,
      fault: (file) => faults.get(file) ?? null,
    }
    const results: FactResult[] = []
    for (const fact of known.facts) results.push(await check(fact, loaded))
    say({ say: 'facts', results, peakMegabytes: peakMegabytes() })
  } finally {
    await project.close()
    rmSync(scratch, { recursive: true, force: true })
  }
}

const [folder = '', name = '', ...skip] = process.argv.slice(2)
await main(folder, name, skip)
