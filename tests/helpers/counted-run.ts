import type { ProgramSolver } from '../../analyses/methods/core/optimise/program'
import { finish } from '../../analyses/methods/core/steps'
import { disclosureRulesSchema, type LedgerEntry } from '../../analyses/model/disclosure'
import type { Pack } from '../../analyses/model/pack'
import { manifestSchema } from '../../analyses/model/pack-manifest'
import type { RunRecord } from '../../analyses/model/run-record'
import type { Row, TableColumn } from '../../analyses/model/table'
import { type PublishedRun, protect } from '../../analyses/protection'

type Declared = Readonly<Record<string, unknown>>

/** A pack that counts persons; only what protection reads of it is there. */
export function countingPack(relations: Declared, more: Declared = {}, id = 'counting'): Pack {
  const columns = Object.fromEntries(
    ['territory', 'sex', 'age', 'period', 'kind'].map((name) => [name, { unit: 'code' }]),
  )
  const manifest = manifestSchema.parse({
    ...{ format: 'workbench-pack/1', id, version: '1.0.0', kind: 'indicator', area: 'gender' },
    locales: ['cs', 'en', 'pl'],
    needs: {
      people: {
        grain: [],
        columns: {
          territory: { role: 'territory', optional: true },
          sex: { role: 'sex', optional: true },
          age: { role: 'age', optional: true },
          kind: { role: 'category', optional: true },
          pay: { role: 'measure', optional: true },
        },
      },
    },
    steps: {},
    tables: Object.fromEntries(
      Object.keys(relations).map((name) => [
        name,
        {
          from: name,
          columns: {
            ...columns,
            n: { unit: 'persons' },
            share: { unit: 'proportion' },
            status: { unit: 'status' },
          },
        },
      ]),
    ),
    report: { template: 'report/{locale}.md' },
    ...(more['undeclared'] === true
      ? {}
      : { disclosure: { needs: { people: 'persons' }, relations, ...more } }),
  })
  return {
    ...{ id, version: '1.0.0', manifest, steps: [], findings: [], charts: [], cases: [] },
    messages: { cs: new Map(), en: new Map(), pl: new Map() },
    templates: { cs: [], en: [], pl: [] },
  }
}

const typeOf = (value: unknown): TableColumn['type'] =>
  typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'text'

export function countedRun(
  pack: Pack,
  tables: Readonly<Record<string, readonly Row[]>>,
  more: Partial<RunRecord> = {},
  key = 'one',
): PublishedRun {
  const schema = Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [
      name,
      Object.keys(rows[0] ?? {}).map((column) => ({
        name: column,
        type: typeOf(rows.map((row) => row[column]).find((cell) => (cell ?? null) !== null)),
      })),
    ]),
  )
  const record: RunRecord = {
    ...{ format: 'workbench-run/1', pack: { id: pack.id, version: pack.version }, params: {} },
    inputs: [
      {
        ...{
          need: 'people',
          dataSet: 'people',
          sha256: 'a'.repeat(64),
          file: 'people.csv',
          from: 'people.csv',
        },
        ...{ rows: 100, synthetic: true },
        columns: { territory: 'territory', sex: 'sex', age: 'age', kind: 'kind' },
      },
    ],
    tables: Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, [...rows]])),
    ...{ schema, findings: [], faults: [], sampleFlow: [], seed: 1 },
    engine: { app: '1', duckdb: '1' },
    ...more,
  }
  return { key, pack, record }
}

export const rulesWith = (more: Declared = {}) => disclosureRulesSchema.parse(more)

/** Protects in one go; a fault is an error of the test. */
export function protectedRuns(
  runs: readonly PublishedRun[],
  rules: Declared = {},
  ledger: readonly LedgerEntry[] = [],
  solver?: ProgramSolver,
) {
  const result = finish(
    protect({ runs, rules: rulesWith(rules), ledger, ...(solver === undefined ? {} : { solver }) }),
  )
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.value
}

export const bySex: Declared = { keys: ['territory', 'sex'], cells: [{ count: 'n' }] }

/** A row for women, men and both of each place, and of all places together. */
export function sexTable(
  places: Readonly<Record<string, readonly [women: number, men: number]>>,
): readonly Row[] {
  const rows = Object.entries(places).flatMap(([territory, [women, men]]) => three(territory, women, men))
  const sum = (at: 0 | 1) => Object.values(places).reduce((whole, place) => whole + place[at], 0)
  return [...rows, ...three('all', sum(0), sum(1))]
}

const three = (territory: string, women: number, men: number): readonly Row[] => [
  { territory, sex: 'F', n: women, status: 'ok' },
  { territory, sex: 'M', n: men, status: 'ok' },
  { territory, sex: 'T', n: women + men, status: 'ok' },
]

export const entryOf = (
  cells: readonly LedgerEntry['cells'][number][],
  summary: LedgerEntry['summary'],
): LedgerEntry => ({
  ...{ id: 'e1', at: '2026-01-01T00:00:00Z', title: 'Earlier', file: 'earlier.html' },
  ...{ cells: [...cells], summary },
})
