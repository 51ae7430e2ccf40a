import type { SqlParameters } from '../model/database'
import { FaultError, refuse } from '../model/fault'
import type { JobContext } from '../model/job'
import type { Pack, PackStep } from '../model/pack'
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
import { checkSql, composeSql, namedIn, namingFile } from './sql-step'
import { stepMethods } from './steps'
import { checkColumns, optionFaults } from './steps/step-method'
import { type Work, workOf } from './work'

type Flow = RunRecord['sampleFlow']

/**
 * Runs a pack on bound data: check, prepare, every step in its order, outputs, findings. The record holds no clock
 * and no machine, so equal input gives equal bytes. What the data or the pack do not allow is thrown as a fault
 * (`run.*`, `pack.*`, `sql.*`, `engine.*`). Scratch tables stay until the caller drops them, however it ends.
 */
export async function runPack(
  request: RunRequest,
  database: RunDatabase,
  job: JobContext,
): Promise<RunRecord> {
  const { pack } = request
  const work = workOf(job, pack.steps.length + 2)
  work.next('job.check')
  const [broken] = checkPack(pack)
  if (broken !== undefined) throw new FaultError(broken)
  const params = completeParams(pack, request.params)
  const needs = bindNeeds(request)
  for (const step of [...pack.steps, ...pack.findings]) {
    if ('sql' in step) await namingFile(step, () => checkSql(step, database))
  }
  const flow: Flow = []
  for (const need of needs)
    flow.push(...(await checkNeed(await prepareNeed(need, database, work), database, work)))
  const values = sqlValues(params, needs)
  for (const step of pack.steps) {
    work.next('job.calculate')
    await runStep(step, params, values, database, work)
    if (step.name === pack.manifest.flow) flow.push(...(await packFlow(step.name, database, work)))
  }
  work.next('job.findings')
  const tables = await outputs(pack, needs, database, work)
  const findings = await findFindings(pack, request.locale, values, database, work)
  return record(request, params, needs, { tables, findings, flow })
}

/** What SQL may be told: parameters, and which form each need is bound in (`$people_form`, empty without forms). */
const sqlValues = (params: Params, needs: readonly BoundNeed[]): SqlParameters => ({
  ...Object.fromEntries(Object.entries(params).map(([name, value]) => [name, sqlParam(value)])),
  ...Object.fromEntries(needs.map(({ need, form }) => [`${need}_form`, form ?? ''])),
})

async function runStep(
  step: PackStep,
  params: Params,
  values: SqlParameters,
  database: RunDatabase,
  work: Work,
): Promise<void> {
  if (step.kind === 'sql') {
    await namingFile(step, () =>
      database.materialise(step.name, composeSql(step, database), namedIn(step, values), work.options),
    )
    if (step.notEmpty) await refuseEmpty(step.name, step.from[0] ?? '', step.uses, database, work)
    return
  }
  const method = stepMethods.get(step.method)
  if (method === undefined) throw new Error(`${step.method} was checked`)
  const options = Object.fromEntries(
    Object.entries(step.options).map(([name, option]) => [
      name,
      option.kind === 'value' ? option.value : (params[option.name] ?? ''),
    ]),
  )
  for (const [option, detail] of optionFaults(method, options))
    refuse('pack.method-option', { method: step.method, option, detail }, `pack.yaml:steps.${step.name}`)
  const input = await readAll(step.from[0] ?? '', database, work)
  checkColumns(step.method, input, method.reads(options))
  await database.put(step.name, method.run(input, options), work.options)
}

const readAll = (name: string, database: RunDatabase, work: Work): Promise<Table> =>
  database.select(`select * from ${database.relation(name)}`, {}, work.options)

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

/** The tables the manifest promises, then what the charts draw. */
async function outputs(
  pack: Pack,
  needs: readonly BoundNeed[],
  database: RunDatabase,
  work: Work,
): Promise<ReadonlyMap<string, Table>> {
  const tables = new Map<string, Table>()
  for (const [name, { from, columns, when }] of Object.entries(pack.manifest.tables)) {
    const [need, column] = (when ?? '').split('.')
    const bound = needs.find((one) => one.need === need)
    if (when !== undefined && bound?.columns.has(column ?? '') !== true) continue
    tables.set(name, narrowed(await readAll(from, database, work), Object.keys(columns), from))
  }
  for (const { data, text, columns } of pack.charts) {
    tables.set(data, narrowed(await readAll(data, database, work), Object.keys(columns), data))
    const words = await readAll(text, database, work)
    if (words.rows.length !== 1) refuse('pack.text-rows', { step: text, rows: words.rows.length })
    tables.set(text, words)
  }
  return tables
}

function narrowed(table: Table, names: readonly string[], step: string): Table {
  const columns = names.map(
    (name) =>
      table.columns.find((column) => column.name === name) ??
      refuse('pack.output-column-missing', { step, column: name }),
  )
  return {
    columns,
    rows: table.rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name] ?? null]))),
  }
}

interface Outcome {
  readonly tables: ReadonlyMap<string, Table>
  readonly findings: RunRecord['findings']
  readonly flow: Flow
}

function record(
  { pack, inputs, engine, seed }: RunRequest,
  params: Params,
  needs: readonly BoundNeed[],
  { tables, findings, flow }: Outcome,
): RunRecord {
  return {
    format: 'workbench-run/1',
    pack: { id: pack.id, version: pack.version },
    params: { ...params },
    inputs: needs.map(({ need, columns }) => {
      const input = inputs.find((one) => one.need === need)
      if (input === undefined) throw new Error(`${need} was bound`)
      const { relation: _relation, columns: _columns, ...told } = input
      return { ...told, columns: Object.fromEntries(columns) }
    }),
    tables: Object.fromEntries(
      [...tables].map(([name, { rows }]) => [name, rows.map((row) => ({ ...row }))]),
    ),
    schema: Object.fromEntries(
      [...tables].map(([name, { columns }]) => [name, columns.map((column) => ({ ...column }))]),
    ),
    findings,
    faults: [],
    sampleFlow: flow,
    engine: { ...engine },
    seed,
  }
}
