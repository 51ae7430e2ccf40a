import type { SqlParameters } from '../model/database'
import { FaultError, refuse } from '../model/fault'
import type { JobContext } from '../model/job'
import type { MethodStep, Pack, PackStep } from '../model/pack'
import type { RunRecord } from '../model/run-record'
import type { Table } from '../model/table'
import { type BoundNeed, bindNeeds } from './bind-needs'
import { checkNeed } from './check-need'
import { checkPack } from './check-pack'
import { findFindings } from './findings'
import { completeParams, type Params, sqlParam } from './params'
import { prepareNeed } from './prepare-need'
import type { RunRequest } from './request'
import type { RunDatabase } from './run-database'
import { runMethod } from './run-method'
import { type Flow, outputs, readAll, record } from './run-outputs'
import { checkSql, composeSql, namedIn, namingFile } from './sql-step'
import { type RunTools, type Work, workOf } from './work'

/**
 * Runs a pack on bound data: check, prepare, every step in its order, outputs, findings. The record holds no clock
 * and no machine, so equal input gives equal bytes. What the data or the pack do not allow is thrown as a fault
 * (`run.*`, `pack.*`, `sql.*`, `engine.*`). Scratch tables stay until the caller drops them, however it ends.
 */
export async function runPack(
  request: RunRequest,
  database: RunDatabase,
  job: JobContext,
  tools: RunTools = {},
): Promise<RunRecord> {
  const { pack } = request
  const work = workOf(job, pack.steps.length + 2, tools)
  work.next('job.check')
  const [broken] = checkPack(pack)
  if (broken !== undefined) throw new FaultError(broken)
  const params = completeParams(pack, request.params)
  const bound = bindNeeds(request)
  for (const step of [...pack.steps, ...pack.findings]) {
    if ('sql' in step) await namingFile(step, () => checkSql(step, database))
  }
  const flow: Flow = []
  const needs: BoundNeed[] = []
  for (const need of bound) {
    const ready = await prepareNeed(need, database, work)
    needs.push(ready.bound)
    if (ready.prepared !== null) flow.push(...(await checkNeed(ready.prepared, database, work)))
  }
  const values = sqlValues(params, needs)
  const held: Held = { tables: new Map(), forSql: readBySql(pack) }
  for (const step of pack.steps) {
    work.next('job.calculate')
    await runStep(step, { params, values, held, database, work })
    if (leaves(step, pack.manifest.flow))
      flow.push(...(await packFlow(pack.manifest.flow ?? '', database, work)))
  }
  work.next('job.findings')
  const tables = await outputs(pack, needs, held.tables, database, work)
  const findings = await findFindings(pack, request.locale, values, database, work)
  return record(request, params, needs, { tables, findings, flow })
}

/**
 * What SQL may be told: parameters, which form each need is bound in (`$people_form`, empty without forms), and the
 * source column of each needed one (`$people_columns`, a line `needed=source` for each).
 */
const sqlValues = (params: Params, needs: readonly BoundNeed[]): SqlParameters => ({
  ...Object.fromEntries(Object.entries(params).map(([name, value]) => [name, sqlParam(value)])),
  ...Object.fromEntries(needs.map(({ need, form }) => [`${need}_form`, form ?? ''])),
  ...Object.fromEntries(
    needs.map(({ need, columns }) => [
      `${need}_columns`,
      [...columns].map(([needed, source]) => `${needed}=${source}`).join('\n'),
    ]),
  ),
})

/** Results of methods: one that no SQL reads never goes into the engine and back. */
interface Held {
  readonly tables: Map<string, Table>
  readonly forSql: ReadonlySet<string>
}

const readBySql = (pack: Pack): ReadonlySet<string> =>
  new Set([
    ...pack.steps.flatMap((step) => (step.kind === 'sql' ? step.from : [])),
    ...pack.findings.flatMap(({ from }) => from),
    ...pack.charts.flatMap(({ data, text }) => [data, text]),
    ...(pack.manifest.flow === undefined ? [] : [pack.manifest.flow]),
  ])

const leaves = (step: PackStep, relation: string | undefined): boolean =>
  step.name === relation ||
  (step.kind === 'method' && relation !== undefined && [...step.gives.values()].includes(relation))

interface StepContext {
  readonly params: Params
  readonly values: SqlParameters
  readonly held: Held
  readonly database: RunDatabase
  readonly work: Work
}

async function runStep(step: PackStep, context: StepContext): Promise<void> {
  if (step.kind === 'method') return runMethodStep(step, context)
  const { values, database, work } = context
  await namingFile(step, () =>
    database.materialise(step.name, composeSql(step, database), namedIn(step, values), work.options),
  )
  if (step.notEmpty) await refuseEmpty(step.name, step.from[0] ?? '', step.uses, database, work)
}

async function runMethodStep(step: MethodStep, { params, held, database, work }: StepContext): Promise<void> {
  const options = Object.fromEntries(
    Object.entries(step.options).map(([name, option]) => [
      name,
      option.kind === 'value' ? option.value : (params[option.name] ?? null),
    ]),
  )
  const inputs: Table[] = []
  for (const from of step.from) inputs.push(held.tables.get(from) ?? (await readAll(from, database, work)))
  for (const [relation, table] of await runMethod(step, inputs, options, work)) {
    held.tables.set(relation, table)
    if (held.forSql.has(relation)) await database.put(relation, table, work.options)
  }
}

async function refuseEmpty(
  name: string,
  need: string,
  uses: readonly string[],
  database: RunDatabase,
  work: Work,
): Promise<void> {
  const { rows } = await database.select(
    `select 1 as one from ${database.relation(name)} limit 1`,
    {},
    work.options,
  )
  if (rows.length === 0) refuse('run.nothing-left', { need, params: uses.join(', ') })
}

/** A pack's own account of what it left out: columns `reason`, `units`, `rows`. */
async function packFlow(step: string, database: RunDatabase, work: Work): Promise<Flow> {
  const { rows } = await readAll(step, database, work)
  return rows.map((row) => ({
    step,
    units: typeof row['units'] === 'number' ? row['units'] : null,
    rows: Number(row['rows'] ?? 0),
    reason: String(row['reason'] ?? ''),
  }))
}
