import { importSource } from '../../../main/workspace/data-sets'
import { openProject } from '../../../main/workspace/open-project'
import { engineWorker } from '../../helpers/engine'
import { measure, words } from './measure'

// The whole import as users have it: encoding, dialect, types on every row, roles, personal data, accounting.
const [file = '', folder = ''] = words(2)
const signal = new AbortController().signal
const quiet = { signal, report: () => {} }
const project = await openProject(`${folder}/ours.duckdb`, {
  create: true,
  workerPath: engineWorker(),
  app: 'bench',
  job: quiet,
})
await measure(async () => {
  const steps: Record<string, number> = {}
  let last = { key: '', at: performance.now() }
  const report = ({ titleKey }: { readonly titleKey: string }) => {
    const now = performance.now()
    if (last.key !== '') steps[last.key] = (steps[last.key] ?? 0) + now - last.at
    last = { key: titleKey, at: now }
  }
  const receipt = await importSource(project, file, { name: 'readings' }, { signal, report })
  report({ titleKey: 'end' })
  await project.close()
  return { rows: receipt.dataSets[0]?.rows.loaded ?? 0, steps }
})
