import { refuse } from '../model/fault'
import type { Pack } from '../model/pack'
import type { Binding, RunRecord } from '../model/run-record'
import type { Table } from '../model/table'
import { type BoundNeed, declaredName } from './bind-needs'
import type { Params } from './params'
import type { RunRequest } from './request'
import type { RunDatabase } from './run-database'
import type { Work } from './work'

export type Flow = RunRecord['sampleFlow']

export const readAll = (name: string, database: RunDatabase, work: Work): Promise<Table> =>
  database.select(`select * from ${database.relation(name)}`, {}, work.options)

/** The tables the manifest promises, then what the charts draw. */
export async function outputs(
  pack: Pack,
  needs: readonly BoundNeed[],
  database: RunDatabase,
  work: Work,
): Promise<ReadonlyMap<string, Table>> {
  const tables = new Map<string, Table>()
  for (const [name, { from, columns, when, own_names: own }] of Object.entries(pack.manifest.tables)) {
    const [need, column] = (when ?? '').split('.')
    const bound = needs.find((one) => one.need === need)
    const there = [...(bound?.columns.keys() ?? [])].some((name) => declaredName(name) === column)
    if (when !== undefined && !there) continue
    const table = await readAll(from, database, work)
    tables.set(
      name,
      own === undefined
        ? narrowed(table, Object.keys(columns), from)
        : withOwnNames(table, Object.keys(columns), from, own.split('.')[1] ?? ''),
    )
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

/** The parts of a many-column in front, named as the source names them; a name the table has already gets `_2`. */
function withOwnNames(table: Table, names: readonly string[], step: string, many: string): Table {
  const parts = table.columns.filter(({ name }) => name.startsWith(`${many}.`))
  const own = parts.map(({ name }) => {
    const plain = name.slice(many.length + 1)
    return names.includes(plain) ? `${plain}_2` : plain
  })
  const rest = narrowed(table, names, step)
  return {
    columns: [...parts.map(({ type }, at) => ({ name: own[at] ?? '', type })), ...rest.columns],
    rows: table.rows.map((row, index) => ({
      ...Object.fromEntries(parts.map(({ name }, at) => [own[at] ?? '', row[name] ?? null])),
      ...rest.rows[index],
    })),
  }
}

interface Outcome {
  readonly tables: ReadonlyMap<string, Table>
  readonly findings: RunRecord['findings']
  readonly flow: Flow
}

/** Needed column -> source column, or the list of those one name takes. */
function bindingOf(spec: BoundNeed['spec'], columns: BoundNeed['columns']): Binding['columns'] {
  const binding: Record<string, string | string[]> = {}
  for (const [prepared, source] of columns) {
    const name = declaredName(prepared)
    const before = binding[name]
    if (spec.columns[name]?.many === true) binding[name] = [...(Array.isArray(before) ? before : []), source]
    else binding[name] = source
  }
  return binding
}

export function record(
  { pack, inputs, engine, seed }: RunRequest,
  params: Params,
  needs: readonly BoundNeed[],
  { tables, findings, flow }: Outcome,
): RunRecord {
  return {
    format: 'workbench-run/1',
    pack: { id: pack.id, version: pack.version },
    params: { ...params },
    inputs: needs.flatMap(({ need, spec, columns }) => {
      const input = inputs.find((one) => one.need === need)
      if (input === undefined) return []
      const { dataSet, sha256, file, from, rows, synthetic, imported, card } = input
      // In the schema's order, so that a record read back from a project is the same text.
      return {
        need,
        dataSet,
        sha256,
        file,
        from,
        rows,
        columns: bindingOf(spec, columns),
        synthetic,
        ...(imported === undefined ? {} : { imported }),
        ...(card === undefined ? {} : { card }),
      }
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
