import { basename } from 'node:path'
import type { DataSet } from '../../analyses/model/data-set'
import { quoteTable } from '../../analyses/model/database'
import { refuse } from '../../analyses/model/fault'
import type { JobContext } from '../../analyses/model/job'
import type { Locale } from '../../analyses/model/locale'
import type { Pack } from '../../analyses/model/pack'
import type { Binding, ParamValue, RunRecord } from '../../analyses/model/run-record'
import { type BoundInput, runPack } from '../../analyses/runner'
import { loadSolver } from '../solver'
import { listDataSets } from './data-sets'
import type { Project } from './project'
import { runDatabase } from './run-database'

export interface PackOrder {
  readonly pack: Pack
  readonly bindings: Readonly<Record<string, Binding>>
  readonly params: Readonly<Record<string, ParamValue>>
  readonly locale: Locale
  readonly app: string
}

/** Randomness starts here unless a pack's own `seed` parameter says otherwise. */
const defaultSeed = 1

/** Runs a pack on data sets of an open project. Leaves nothing behind but the record it returns. */
export async function executePack(project: Project, order: PackOrder, job: JobContext): Promise<RunRecord> {
  const { pack, params, locale, app } = order
  const dataSets = await listDataSets(project.database)
  const inputs = Object.entries(order.bindings)
    .filter(([, binding]) => binding.dataSet !== '')
    .map(([need, binding]) => boundInput(project, need, inOrder(pack, need, binding), dataSets))
  const [version] = await project.database.rows('select version() as version')
  const engine = { app, duckdb: String(version?.['version'] ?? '') }
  const seed = typeof params['seed'] === 'number' ? params['seed'] : defaultSeed
  const database = runDatabase(project.database)
  try {
    return await runPack({ pack, inputs, params, locale, seed, engine }, database, job, {
      solver: loadSolver,
    })
  } finally {
    // A killed engine has forgotten its scratch tables by itself; who cancelled does not wait for the next one.
    const dropped = database.drop().catch(() => undefined)
    if (!job.signal.aborted) await dropped
  }
}

/** Columns in the pack's order, whoever bound them: the same run must give the same bytes. */
function inOrder(pack: Pack, need: string, binding: Binding): Binding {
  const declared = Object.keys(pack.manifest.needs[need]?.columns ?? {})
  const place = (column: string) => (declared.includes(column) ? declared.indexOf(column) : declared.length)
  const columns = Object.entries(binding.columns).toSorted(([a], [b]) => place(a) - place(b))
  return { ...binding, columns: Object.fromEntries(columns) }
}

function boundInput(
  project: Project,
  need: string,
  binding: Binding,
  dataSets: readonly DataSet[],
): BoundInput {
  const dataSet =
    dataSets.find(({ name }) => name === binding.dataSet) ??
    refuse('project.no-data-set', { name: binding.dataSet })
  const { read, loaded, rejected } = dataSet.receipt.rows
  return {
    need,
    dataSet: dataSet.name,
    file: dataSet.source.file,
    from: basename(project.path),
    sha256: dataSet.source.sha256,
    rows: dataSet.rows,
    synthetic: dataSet.synthetic,
    imported: { read, loaded, rejected },
    card: dataSet.source.card,
    relation: quoteTable({ schema: 'main', name: dataSet.name }),
    columns: binding.columns,
    sexes: sexesOf(dataSet),
  }
}

/** What the columns of sex mean, where that is no convention: a digit without words or an answer means nothing yet. */
const sexesOf = ({ receipt }: DataSet): NonNullable<BoundInput['sexes']> =>
  Object.fromEntries(
    receipt.columns.flatMap(({ name, role, evidence }) => {
      if (role !== 'sex' || evidence?.codes === undefined || evidence.by === 'name') return []
      const known = Object.entries(evidence.codes).filter(([, code]) => code !== 'U')
      return [[name, Object.fromEntries(known.map(([text, code]) => [text.trim(), code]))]]
    }),
  )
