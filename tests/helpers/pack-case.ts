import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { FaultError } from '../../analyses/model/fault'
import type { JobContext } from '../../analyses/model/job'
import type { Locale } from '../../analyses/model/locale'
import type { NamedCase, Pack } from '../../analyses/model/pack'
import type { RunRecord } from '../../analyses/model/run-record'
import type { Cell } from '../../analyses/model/table'
import { bindInputs } from '../../main/commands/bind-inputs'
import { importSource, listDataSets } from '../../main/workspace/data-sets'
import { executePack } from '../../main/workspace/execute-pack'
import type { Project } from '../../main/workspace/project'

export const quiet: JobContext = { signal: new AbortController().signal, report: () => {} }

/** Runs a pack's golden case the way a person would: import the files, take the suggested binding, run. */
export async function runCase(
  project: Project,
  folder: string,
  pack: Pack,
  { name, inputs, bind, params, files }: NamedCase,
  locale: Locale = 'en',
): Promise<RunRecord | FaultError> {
  const plain = `${pack.id}_${name}`.replaceAll('-', '_')
  const dataSets = new Map<string, string>()
  for (const [need, path] of Object.entries(inputs)) {
    const file = join(folder, plain, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, files.get(path) ?? '')
    dataSets.set(need, `${plain}_${need}`)
    const there = (await listDataSets(project.database)).some(({ name }) => name === `${plain}_${need}`)
    if (!there) await importSource(project, file, { name: `${plain}_${need}` }, quiet)
  }
  const columns = new Map(
    Object.entries(bind).flatMap(([need, bound]) =>
      Object.entries(bound).map(([column, source]) => [`${need}.${column}`, String(source)] as const),
    ),
  )
  try {
    const bindings = bindInputs(pack, await listDataSets(project.database), { dataSets, columns })
    return await executePack(project, { pack, bindings, params, locale, app: 'test' }, quiet)
  } catch (error) {
    if (error instanceof FaultError) return error
    throw error
  }
}

/** A small CSV of expected values: plain cells without quotes, an empty cell is an absent value. */
export function readExpected(text: string): {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | null)[])[]
} {
  const [header = '', ...lines] = text.trim().split(/\r?\n/)
  return {
    columns: header.split(','),
    rows: lines.map((line) => line.split(',').map((cell) => (cell === '' ? null : cell))),
  }
}

/** Says what is not as expected, cell by cell; an empty list is agreement. */
export function compareRows(
  table: string,
  rows: RunRecord['tables'][string],
  text: string,
  tolerance: Readonly<Record<string, number>>,
): readonly string[] {
  const expected = readExpected(text)
  const differences = expected.rows.flatMap((cells, index) =>
    expected.columns.flatMap((column, at) => {
      const found = rows[index]?.[column]
      const wanted = cells[at] ?? null
      return agrees(found, wanted, tolerance[`${table}.${column}`] ?? 1e-9)
        ? []
        : [`${table}[${index}].${column}: expected ${wanted}, found ${found}`]
    }),
  )
  return rows.length === expected.rows.length
    ? differences
    : [`${table}: expected ${expected.rows.length} rows, found ${rows.length}`, ...differences]
}

function agrees(found: Cell | undefined, wanted: string | null, tolerance: number): boolean {
  if (found === undefined || found === null || wanted === null) return found === null && wanted === null
  return typeof found === 'number' ? Math.abs(found - Number(wanted)) <= tolerance : String(found) === wanted
}

/** The same columns with the values a run gives now, for `golden:update`. */
export function writeExpected(rows: RunRecord['tables'][string], text: string): string {
  const { columns } = readExpected(text)
  const cell = (value: Cell | undefined) => (value === null || value === undefined ? '' : String(value))
  return `${[columns.join(','), ...rows.map((row) => columns.map((name) => cell(row[name])).join(','))].join('\n')}\n`
}
