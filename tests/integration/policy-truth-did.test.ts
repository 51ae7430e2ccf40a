import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RunRecord } from '../../analyses/model/run-record'
import { bindInputs } from '../../main/commands/bind-inputs'
import { loadPacks } from '../../main/packs'
import { importSource, listDataSets } from '../../main/workspace/data-sets'
import { executePack } from '../../main/workspace/execute-pack'
import { openProject } from '../../main/workspace/open-project'
import type { Project } from '../../main/workspace/project'
import { makeModel } from '../../sample-data/generator/sample-region'
import { policyPanelRows } from '../../sample-data/generator/tables'
import { readTable } from '../../sample-data/region/read-table'
import { engineWorker } from '../helpers/engine'
import { quiet } from '../helpers/pack-case'

type Row = Readonly<Record<string, string>>

const panel: readonly Row[] = readTable('policy-panel.csv')
const truth: readonly Row[] = readTable('policy-truth.csv')

/** The same region with other yearly noise, where the subsidy changes nothing. */
function placeboPanel(): readonly Row[] {
  const { region, employment, policy } = makeModel({ effect: false })
  const names = Object.keys(panel[0] ?? {})
  return policyPanelRows(region, employment, policy).map((cells) =>
    Object.fromEntries(cells.map((cell, i) => [names[i] ?? '', String(cell)])),
  )
}

const number = (text: string | undefined): number => Number((text ?? '').replace(',', '.'))

/** One row for a municipality, year and sex: how a planner would hand the rates over. */
function longPanel(rowsOf: readonly Row[]): string {
  const rates = { F: 'mira_zen', M: 'mira_muzu', T: 'mira_celkem' }
  const rows = rowsOf.flatMap((row) =>
    Object.entries(rates).map(([sex, rate]) =>
      [row['kod_obce'], row['rok'], row['prvni_rok'], sex, number(row[rate])].join(','),
    ),
  )
  return `unit,period,first_treated,sex,outcome\n${rows.join('\n')}\n`
}

/** The true mean effect as the pack weighs it: every start its mean over years, starts by their municipalities. */
function trueEffect(sex: string): number {
  const units = (start: string) =>
    new Set(panel.filter((row) => row['prvni_rok'] === start).map((row) => row['kod_obce']))
  const starts = [...new Set(truth.map((row) => row['prvni_rok'] ?? ''))]
  const parts = starts.map((start) => {
    const own = truth.filter((row) => row['prvni_rok'] === start && row['pohlavi'] === sex)
    return {
      weight: units(start).size,
      mean: own.reduce((sum, row) => sum + number(row['ucinek']), 0) / own.length,
    }
  })
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0)
  return parts.reduce((sum, { weight, mean }) => sum + (weight * mean) / whole, 0)
}

const folder = mkdtempSync(join(tmpdir(), 'policy-truth-did-'))
let project: Project

beforeAll(async () => {
  project = await openProject(join(folder, 'truth.duckdb'), {
    create: true,
    workerPath: engineWorker(),
    app: 'test',
    job: quiet,
  })
  for (const [name, rows] of [
    ['with_effect', panel],
    ['without_effect', placeboPanel()],
  ] as const) {
    writeFileSync(join(folder, `${name}.csv`), longPanel(rows))
    await importSource(project, join(folder, `${name}.csv`), { name }, quiet)
  }
}, 180_000)
afterAll(async () => {
  await project.close()
  rmSync(folder, { recursive: true, force: true })
})

async function run(id: string, dataSet: string): Promise<RunRecord> {
  const { packs } = await loadPacks([resolve(import.meta.dirname, '../../analyses/packs')])
  const pack = packs.find((one) => one.id === id)
  if (pack === undefined) throw new Error(`${id} cannot be read`)
  const bindings = bindInputs(pack, await listDataSets(project.database), {
    dataSets: new Map([['panel', dataSet]]),
    columns: new Map(),
  })
  return executePack(project, { pack, bindings, params: {}, locale: 'en', app: 'test' }, quiet)
}

type Cells = RunRecord['tables'][string][number]

function rowOf(record: RunRecord, table: string, where: Readonly<Record<string, string | number>>): Cells {
  const [row, ...others] = (record.tables[table] ?? []).filter((cells) =>
    Object.entries(where).every(([column, value]) => cells[column] === value),
  )
  if (row === undefined || others.length > 0) throw new Error(`${table} ${JSON.stringify(where)}`)
  return row
}

describe.each([
  { id: 'difference-in-differences', where: { kind: 'group' } },
  { id: 'event-study', where: {} },
])('$id', ({ id, where }) => {
  test('finds the subsidy’s effect for women and men, and that it differs', async () => {
    const record = await run(id, 'with_effect')
    const effects = { F: trueEffect('F'), M: trueEffect('M'), 'F-M': trueEffect('F') - trueEffect('M') }
    expect(effects.F).toBeGreaterThan(1)
    for (const [sex, effect] of Object.entries(effects)) {
      const { att, low, high, se } = rowOf(record, 'aggregate', { ...where, sex })
      expect(Number(low), `${sex}: ${String(att)}`).toBeLessThan(effect)
      expect(Number(high), `${sex}: ${String(att)}`).toBeGreaterThan(effect)
      expect(Number(se)).toBeLessThan(1)
    }
    expect(rowOf(record, 'aggregate', { ...where, sex: 'F' })['certainty']).toBe('certain')
    expect(rowOf(record, 'aggregate', { ...where, sex: 'F-M' })['certainty']).toBe('certain')
  })

  test('finds nothing where the subsidy changed nothing', async () => {
    const record = await run(id, 'without_effect')
    for (const sex of ['F', 'M', 'T', 'F-M'])
      expect(rowOf(record, 'aggregate', { ...where, sex })['certainty'], sex).toBe('uncertain')
    const [finding] = record.findings.filter((one) => one.id === 'effect')
    expect(finding?.text).toContain('includes zero')
  })
})
