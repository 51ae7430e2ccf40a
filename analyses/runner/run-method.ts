import { MethodRefusal } from '../methods/core/refusal'
import { FaultError, fault, isFaultCode, refuse } from '../model/fault'
import type { MethodStep } from '../model/pack'
import type { Row, Table } from '../model/table'
import { stepMethods } from './steps'
import { groupsOf } from './steps/groups'
import {
  type AnyStep,
  checkColumns,
  isTablesStep,
  optionFaults,
  type StepOptions,
  type TablesStep,
} from './steps/step-method'
import type { Work } from './work'

/** Relation -> table, in the order of the method's outputs. */
type Outputs = ReadonlyMap<string, Table>

/**
 * Runs one method of a pack on the tables it reads. Faults: `pack.method-option`, `pack.step-inputs`,
 * `pack.step-column-missing`, and what the method itself refuses.
 */
export async function runMethod(
  step: MethodStep,
  inputs: readonly Table[],
  options: StepOptions,
  work: Work,
): Promise<Outputs> {
  const method = stepMethods.get(step.method)
  if (method === undefined) throw new Error(`${step.method} was checked`)
  for (const [option, detail] of optionFaults(method, options))
    refuse('pack.method-option', { method: step.method, option, detail }, `pack.yaml:steps.${step.name}`)
  if (!isTablesStep(method)) return runOnRows(step, method, inputs, options)
  return runOnTables(step, method, inputs, options, work)
}

function runOnRows(
  step: MethodStep,
  method: Exclude<AnyStep, TablesStep>,
  [input]: readonly Table[],
  options: StepOptions,
): Outputs {
  if (input === undefined) throw new Error(`${step.name} reads something`)
  checkColumns(step.method, input, method.reads(options))
  return new Map([[step.name, translated(() => method.run(input, options))]])
}

async function runOnTables(
  step: MethodStep,
  method: TablesStep,
  tables: readonly Table[],
  options: StepOptions,
  work: Work,
): Promise<Outputs> {
  const named = Object.fromEntries(
    tables.map((table, index) => [(method.inputs[index] ?? '').replace('?', ''), table]),
  )
  for (const [input, columns] of Object.entries(method.reads(options))) {
    const table = named[input]
    if (table !== undefined) checkColumns(step.method, table, columns)
  }
  const [main = ''] = method.inputs
  const first = named[main]
  const { each, paired, gives } = step
  if (first === undefined || each.length === 0)
    return asRelations(step, method, await drive(method, named, options, work))
  const merged = new Map<string, Table>()
  const refused: Row[] = []
  let refusal: unknown = null
  const groups = groupsOf(first, each, paired)
  for (const { codes, table } of groups) {
    const others = Object.fromEntries(
      Object.entries(named).map(([name, other]) => [name, name === main ? table : partOf(other, codes)]),
    )
    try {
      for (const [output, result] of Object.entries(await drive(method, others, options, work)))
        merged.set(output, appended(merged.get(output), each, codes, result))
    } catch (error) {
      if (!(error instanceof FaultError) || !gives.has('refused')) throw error
      refusal ??= error
      refused.push({ ...codes, reason: error.fault.code })
    }
  }
  if (refusal !== null && refused.length === groups.length) throw refusal
  return asRelations(step, method, {
    ...Object.fromEntries(merged),
    ...(gives.has('refused') ? { refused: refusedTable(each, refused) } : {}),
  })
}

const drive = async (
  method: TablesStep,
  inputs: Readonly<Record<string, Table>>,
  options: StepOptions,
  work: Work,
): Promise<Readonly<Record<string, Table>>> => {
  try {
    const solver = method.solves === true ? ((await work.tools.solver?.()) ?? null) : null
    return await work.drive(method.run(inputs, options, { solver }))
  } catch (error) {
    throw asFault(error)
  }
}

function asRelations(
  { name, gives }: MethodStep,
  method: TablesStep,
  results: Readonly<Record<string, Table>>,
): Outputs {
  const wanted = gives.size === 0 ? new Map([[method.gives[0] ?? '', name]]) : gives
  return new Map(
    [...wanted].map(([output, relation]) => {
      const table = results[output]
      if (table === undefined) throw new Error(`${name} gives no ${output}`)
      return [relation, table] as const
    }),
  )
}

/** Rows of the same group in another input; an input without these columns serves every group whole. */
function partOf(table: Table, codes: Row): Table {
  const shared = Object.keys(codes).filter((name) => table.columns.some((column) => column.name === name))
  if (shared.length === 0) return table
  return {
    columns: table.columns,
    rows: table.rows.filter((row) =>
      shared.every(
        (name) => (row[name] ?? null) === null || codes[name] === null || row[name] === codes[name],
      ),
    ),
  }
}

function appended(before: Table | undefined, each: readonly string[], codes: Row, result: Table): Table {
  const own = result.columns.filter(({ name }) => !each.includes(name))
  return {
    columns: [...each.map((name) => ({ name, type: 'text' as const })), ...own],
    rows: [...(before?.rows ?? []), ...result.rows.map((row) => ({ ...row, ...codes }))],
  }
}

const refusedTable = (each: readonly string[], rows: readonly Row[]): Table => ({
  columns: [...each, 'reason'].map((name) => ({ name, type: 'text' })),
  rows,
})

function translated<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asFault(error)
  }
}

/** What a method refuses is a fault of the run; everything else stays what it is. */
function asFault(error: unknown): unknown {
  if (!(error instanceof MethodRefusal)) return error
  if (!isFaultCode(error.code)) return new Error(`no fault ${error.code}`, { cause: error })
  return new FaultError(fault(error.code, error.values), { cause: error })
}
