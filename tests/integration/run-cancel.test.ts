import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JobContext } from '../../analyses/model/job'
import type { Binding } from '../../analyses/model/run-record'
import { bindInputs } from '../../main/commands/bind-inputs'
import { loadPacks } from '../../main/packs'
import { importSource, listDataSets } from '../../main/workspace/data-sets'
import { executePack } from '../../main/workspace/execute-pack'
import { openProject } from '../../main/workspace/open-project'
import type { Project } from '../../main/workspace/project'
import { engineWorker, scratchFolder } from '../helpers/engine'
import { watchLoop } from '../helpers/event-loop'
import {
  activityTable,
  type LongRun,
  manyIndicators,
  neighbourGrid,
  staggeredPanel,
  syntheticPanel,
} from '../helpers/long-runs'

const folder = scratchFolder('cancel')
const quiet: JobContext = { signal: new AbortController().signal, report: () => {} }
const { packs } = await loadPacks([join(import.meta.dirname, '../../analyses/packs')])
let project: Project

beforeAll(async () => {
  project = await openProject(join(folder, 'cancel.duckdb'), {
    create: true,
    workerPath: engineWorker(),
    app: 'test',
    job: quiet,
  })
})
afterAll(() => project.close())

const runs: readonly LongRun[] = [
  staggeredPanel(600, 20),
  syntheticPanel(20, 31),
  neighbourGrid(900, 9999),
  manyIndicators(30, 600, 400),
  activityTable(120, 300),
]

async function bound(run: LongRun): Promise<Readonly<Record<string, Binding>>> {
  const pack = packs.find(({ id }) => id === run.pack)
  if (pack === undefined) throw new Error(`no pack ${run.pack}`)
  const dataSets = new Map<string, string>()
  for (const [need, text] of Object.entries(run.inputs)) {
    const name = `${run.pack}_${need}`.replaceAll('-', '_')
    const file = join(folder, `${name}.csv`)
    writeFileSync(file, text)
    await importSource(project, file, { name }, quiet)
    dataSets.set(need, name)
  }
  const columns = new Map(Object.entries(run.columns))
  return bindInputs(pack, await listDataSets(project.database), { dataSets, columns })
}

/** Runs the pack, cancels it after a while, and says how long it went on after that, in ms. */
async function cancelled(run: LongRun, bindings: Readonly<Record<string, Binding>>, after: number) {
  const pack = packs.find(({ id }) => id === run.pack)
  if (pack === undefined) throw new Error(`no pack ${run.pack}`)
  const controller = new AbortController()
  let reports = 0
  const job: JobContext = { signal: controller.signal, report: () => (reports += 1) }
  const params = Object.fromEntries(
    Object.entries(run.params).map(([name, value]) => [name, typeof value === 'object' ? [...value] : value]),
  )
  let told = 0
  const loop = watchLoop()
  const timer = setTimeout(() => {
    told = performance.now()
    controller.abort()
  }, after)
  try {
    await executePack(project, { pack, bindings, params, locale: 'en', app: 'test' }, job)
    return { latency: null, reports, silence: loop.stop() }
  } catch (error) {
    if (told === 0) throw error
    return { latency: performance.now() - told, reports, silence: loop.stop() }
  } finally {
    clearTimeout(timer)
    loop.stop()
  }
}

describe.each(runs)('$name', (run) => {
  test('stops soon after a cancel, whenever it comes, and runs again afterwards', {
    timeout: 180_000,
  }, async () => {
    const bindings = await bound(run)
    const latencies: number[] = []
    const silences: number[] = []
    // The last one is never cancelled in time: the longest silence of the event loop of a whole run.
    for (const after of [150, 500, 1000, 1800, 120_000]) {
      const { latency, silence } = await cancelled(run, bindings, after)
      silences.push(Math.round(silence))
      if (latency !== null) latencies.push(Math.round(latency))
    }
    console.log(
      `${run.name}: stopped after ${latencies.join(', ')} ms; longest silence ${Math.max(...silences)} ms`,
    )
    expect(latencies.length).toBeGreaterThan(0)
    // The promise is 0.5 s on a quiet machine; this bound only catches what does not stop.
    expect(Math.max(...latencies)).toBeLessThan(3000)
    expect((await listDataSets(project.database)).length).toBeGreaterThan(0)
  })
})
