import type { Steps } from '../methods/core/steps'
import { refuse } from '../model/fault'
import type { Pack } from '../model/pack'
import type { Binding, RunRecord } from '../model/run-record'
import { type Row, rowOf, type Table } from '../model/table'
import { type BoundNeed, declaredName } from './bind-needs'
import type { Params } from './params'
import type { RunRequest } from './request'
import type { RunDatabase } from './run-database'
import type { Work } from './work'

export type Flow = RunRecord['sampleFlow']

/** Rows read at once: others get their turn between two parts of a large table. */
const rowsAtOnce = 40_000

/** A relation in its own order. Parts in which a column has another type (numbers too large for one) are read again as a whole. */
export async function readAll(name: string, database: RunDatabase, work: Work): Promise<Table> {
  const sql = `select * from ${database.relation(name)}`
  const read = (from: number) =>
    database.select(`${sql} limit ${rowsAtOnce} offset ${from}`, {}, work.options)
  const first = await read(0)
  if (first.rows.length < rowsAtOnce) return first
  const rows = [...first.rows]
  for (let more = true; more; ) {
    const part = await read(rows.length)
    if (part.columns.some(({ type }, at) => type !== first.columns[at]?.type))
      return database.select(sql, {}, work.options)
    for (const row of part.rows) rows.push(row)
    more = part.rows.length === rowsAtOnce
  }
  return { columns: first.columns, rows }
}

/** The tables the manifest promises, then what the charts draw; `held` are results of methods that are here already. */
export async function outputs(
  pack: Pack,
  needs: readonly BoundNeed[],
  held: ReadonlyMap<string, Table>,
  database: RunDatabase,
  work: Work,
): Promise<ReadonlyMap<string, Table>> {
  const tables = new Map<string, Table>()
  for (const [name, { from, columns, when, own_names: own }] of Object.entries(pack.manifest.tables)) {
    const [need, column] = (when ?? '').split('.')
    const bound = needs.find((one) => one.need === need)
    const there = [...(bound?.columns.keys() ?? [])].some((name) => declaredName(name) === column)
    if (when !== undefined && !there) continue
    const ready = held.get(from)
    const table = ready ?? (await readAll(from, database, work))
    tables.set(
      name,
      own === undefined
        ? await work.drive(narrowed(table, Object.keys(columns), from, ready === undefined))
        : await work.drive(withOwnNames(table, Object.keys(columns), from, own.split('.')[1] ?? '')),
    )
  }
  for (const { data, text, columns } of pack.charts) {
    const drawn = await readAll(data, database, work)
    tables.set(data, await work.drive(narrowed(drawn, Object.keys(columns), data)))
    const words = await readAll(text, database, work)
    if (words.rows.length !== 1) refuse('pack.text-rows', { step: text, rows: words.rows.length })
    tables.set(text, words)
  }
  return tables
}

/** Rows as read from the engine have their cells in the order of the columns: with the same columns they stay. */
function* narrowed(table: Table, names: readonly string[], step: string, asRead = true): Steps<Table> {
  const columns = names.map(
    (name) =>
      table.columns.find((column) => column.name === name) ??
      refuse('pack.output-column-missing', { step, column: name }),
  )
  if (
    asRead &&
    names.length === table.columns.length &&
    columns.every((one, at) => one === table.columns[at])
  )
    return table
  const rows: Row[] = []
  for (const row of table.rows) {
    rows.push(rowOf(names, (name) => row[name] ?? null))
    if (rows.length % 4_096 === 0) yield 1
  }
  return { columns, rows }
}

/** The parts of a many-column in front, named as the source names them; a name the table has already gets `_2`. */
function* withOwnNames(table: Table, names: readonly string[], step: string, many: string): Steps<Table> {
  const parts = table.columns.filter(({ name }) => name.startsWith(`${many}.`))
  const own = parts.map(({ name }) => {
    const plain = name.slice(many.length + 1)
    return names.includes(plain) ? `${plain}_2` : plain
  })
  const rest = yield* narrowed(table, names, step)
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
    tables: Object.fromEntries([...tables].map(([name, { rows }]) => [name, [...rows]])),
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
