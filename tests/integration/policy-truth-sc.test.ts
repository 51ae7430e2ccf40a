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

/** The true mean effect of the given starts as the pack weighs it: every treated municipality and year counts once. */
function trueEffect(sex: string, starts: readonly string[]): number {
  let [sum, count] = [0, 0]
  for (const start of starts) {
    const units = new Set(panel.filter((row) => row['prvni_rok'] === start).map((row) => row['kod_obce']))
      .size
    for (const row of truth)
      if (row['prvni_rok'] === start && row['pohlavi'] === sex) {
        sum += units * number(row['ucinek'])
        count += units
      }
  }
  return sum / count
}

const folder = mkdtempSync(join(tmpdir(), 'policy-truth-sc-'))
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

async function run(dataSet: string, params: Readonly<Record<string, string | number>>): Promise<RunRecord> {
  const id = 'synthetic-control'
  const { packs } = await loadPacks([resolve(import.meta.dirname, '../../analyses/packs')])
  const pack = packs.find((one) => one.id === id)
  if (pack === undefined) throw new Error(`${id} cannot be read`)
  const bindings = bindInputs(pack, await listDataSets(project.database), {
    dataSets: new Map([['panel', dataSet]]),
    columns: new Map(),
  })
  return executePack(project, { pack, bindings, params, locale: 'en', app: 'test' }, quiet)
}

type Cells = RunRecord['tables'][string][number]

function rowOf(record: RunRecord, table: string, where: Readonly<Record<string, string | number>>): Cells {
  const [row, ...others] = (record.tables[table] ?? []).filter((cells) =>
    Object.entries(where).every(([column, value]) => cells[column] === value),
  )
  if (row === undefined || others.length > 0) throw new Error(`${table} ${JSON.stringify(where)}`)
  return row
}

const everyStart = ['2015', '2017', '2019']

describe.each([
  {
    name: 'synthetic difference-in-differences over three starts',
    params: { estimator: 'sdid' },
    starts: everyStart,
  },
  {
    name: 'synthetic control of the municipalities that began in 2019',
    params: { estimator: 'sc', first_treated: '2019', replications: 60 },
    starts: ['2019'],
  },
])('$name', ({ params, starts }) => {
  test('has the true effect in its interval for women, for men and for their difference', async () => {
    const record = await run('with_effect', params)
    const effects = {
      F: trueEffect('F', starts),
      M: trueEffect('M', starts),
      'F-M': trueEffect('F', starts) - trueEffect('M', starts),
    }
    expect(effects.F).toBeGreaterThan(2)
    const { estimator } = params
    for (const [sex, effect] of Object.entries(effects)) {
      const { att, low, high } = rowOf(record, 'effect', { estimator, sex })
      expect(Number(low), `${sex}: ${String(att)}`).toBeLessThan(effect)
      expect(Number(high), `${sex}: ${String(att)}`).toBeGreaterThan(effect)
      expect(Number(high) - Number(low)).toBeLessThan(4)
    }
    expect(rowOf(record, 'effect', { estimator, sex: 'F' })['certainty']).toBe('certain')
    expect(rowOf(record, 'effect', { estimator, sex: 'F-M' })['certainty']).toBe('certain')
  }, 180_000)

  test('finds nothing where the subsidy changed nothing', async () => {
    const record = await run('without_effect', params)
    for (const sex of ['F', 'M', 'T', 'F-M'])
      expect(rowOf(record, 'effect', { estimator: params.estimator, sex })['certainty'], sex).toBe(
        'uncertain',
      )
    const [finding] = record.findings.filter((one) => one.id === 'effect')
    expect(finding?.text).toContain('includes zero')
  }, 180_000)
})
