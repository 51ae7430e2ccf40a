import { appendFileSync } from 'node:fs'
import type { JobContext } from '../../analyses/model/job'
import { loadNamed } from '../../main/packs'
import { importSource } from '../../main/workspace/data-sets'
import { executePack } from '../../main/workspace/execute-pack'
import { openProject } from '../../main/workspace/open-project'
import { addRun } from '../../main/workspace/runs'

// Imports a real file and runs a real pack, again and again, until it is killed. The ledger is written only
// after the project acknowledged the work.

const [path = '', workerPath = '', ledger = '', file = '', packs = '', from = '1'] = process.argv.slice(2)
const job: JobContext = { signal: new AbortController().signal, report: () => {} }

const project = await openProject(path, { create: true, workerPath, app: 'Torture', job })
const pack = await loadNamed(packs, 'gender-gap')
if (pack === null) throw new Error('no pack')
appendFileSync(ledger, 'ready\n')

for (let number = Number(from); ; number += 1) {
  const dataSet = `people_${number}`
  await importSource(project, file, { name: dataSet }, job)
  appendFileSync(ledger, `data ${dataSet}\n`)
  const columns = Object.fromEntries(
    ['territory', 'period', 'sex', 'count', 'population'].map((name) => [name, name]),
  )
  const bindings = { people: { dataSet, columns } }
  const record = await executePack(project, { pack, bindings, params: {}, locale: 'en', app: 'test' }, job)
  const { id } = await addRun(project, record)
  appendFileSync(ledger, `run ${id} ${dataSet}\n`)
}
