import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bindInputs } from '../../../main/commands/bind-inputs'
import { loadPacks } from '../../../main/packs'
import { importSource, listDataSets } from '../../../main/workspace/data-sets'
import { executePack } from '../../../main/workspace/execute-pack'
import { openProject } from '../../../main/workspace/open-project'
import { addRun } from '../../../main/workspace/runs'
import { engineWorker } from '../../helpers/engine'
import { watchLoop } from '../../helpers/event-loop'
import { caseOf } from '../method-cases'
import { measure, words } from './measure'

// The whole run as users have it: prepare, check, calculate, findings, and the record kept in the project.
const [name = '', folder = '', size = ''] = words(3)
const run = caseOf(name).run(Number(size))
const job = { signal: new AbortController().signal, report: () => {} }
const { packs } = await loadPacks([join(import.meta.dirname, '../../../analyses/packs')])
const pack = packs.find(({ id }) => id === run.pack)
if (pack === undefined) throw new Error(`no pack ${run.pack}`)
const project = await openProject(`${folder}/bench.duckdb`, {
  create: true,
  workerPath: engineWorker(),
  app: 'bench',
  job,
})
const started = performance.now()
const dataSets = new Map<string, string>()
for (const [need, text] of Object.entries(run.inputs)) {
  writeFileSync(`${folder}/${need}.csv`, text)
  await importSource(project, `${folder}/${need}.csv`, { name: need }, job)
  dataSets.set(need, need)
}
const imported = performance.now() - started
const columns = new Map(Object.entries(run.columns))
const bindings = bindInputs(pack, await listDataSets(project.database), { dataSets, columns })
const params = Object.fromEntries(
  Object.entries(run.params).map(([key, value]) => [key, typeof value === 'object' ? [...value] : value]),
)
await measure(async () => {
  const silence = watchLoop()
  const order = { pack, bindings, params, locale: 'en', app: 'bench' } as const
  const record = await executePack(project, order, job)
  const run = performance.now()
  await addRun(project, record)
  const kept = performance.now() - run
  return { rows: Number(size), steps: { imported, kept, silence: silence.stop() } }
})
await project.close()
