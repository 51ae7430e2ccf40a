import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FaultError } from '../../analyses/model/fault'
import type { RunRecord } from '../../analyses/model/run-record'
import { loadPacks } from '../../main/packs'
import { openProject } from '../../main/workspace/open-project'
import type { Project } from '../../main/workspace/project'
import { makeFiles, makeModel } from '../../sample-data/generator/sample-region'
import { count, decimal, type Row, readTable } from '../../sample-data/region/read-table'
import { engineWorker, scratchFolder } from '../helpers/engine'
import { quiet, runCase } from '../helpers/pack-case'

const folder = scratchFolder('policy-truth-its')
const packFolder = resolve(import.meta.dirname, '../../analyses/packs/interrupted-time-series')
let project: Project

beforeAll(async () => {
  const path = join(folder, 'truth.duckdb')
  project = await openProject(path, { create: true, workerPath: engineWorker(), app: 'test', job: quiet })
})
afterAll(async () => {
  await project.close()
  rmSync(folder, { recursive: true, force: true })
})

const committed = readTable('policy-panel.csv')
const truths = readTable('policy-truth.csv')

/** The same region drawn without any effect of the policy. */
function placebo(): readonly Row[] {
  const file = makeFiles(makeModel({ effect: false })).find(({ name }) => name === 'policy-panel.csv')
  const [head = '', ...lines] = file?.bytes.toString('utf8').trimEnd().split('\n') ?? []
  const names = head.split(';')
  return lines.map((line) =>
    Object.fromEntries(line.split(';').map((cell, index) => [names[index] ?? '', cell])),
  )
}

const people = {
  F: ['zeny_zamestnane', 'zeny_obyvatelky'],
  M: ['muzi_zamestnani', 'muzi_obyvatele'],
} as const
type Sex = keyof typeof people

/** Employment rate of all municipalities that began in the same year, in percent. */
function rate(rows: readonly Row[], start: string, year: string, sex: Sex): number {
  const [employed, all] = people[sex]
  const own = rows.filter(({ prvni_rok, rok }) => prvni_rok === start && rok === year)
  const sum = (column: string) => own.reduce((total, row) => total + count(row, column), 0)
  return (100 * sum(employed)) / sum(all)
}

/** Years of one cohort with the never treated municipalities as the comparison series. */
function seriesOf(rows: readonly Row[], start: string): string {
  const years = [...new Set(rows.map(({ rok = '' }) => rok))].sort()
  const lines = years.flatMap((year) =>
    (['F', 'M'] as const).map(
      (sex) => `${year},${sex},${rate(rows, start, year, sex)},${rate(rows, '0', year, sex)}`,
    ),
  )
  return ['year,sex,rate,others', ...lines].join('\n')
}

async function runFor(name: string, rows: readonly Row[], start: string): Promise<RunRecord> {
  const { packs, broken } = await loadPacks([resolve(packFolder, '..')])
  expect(broken.filter(({ folder: at }) => at.includes('interrupted-time-series'))).toEqual([])
  const pack = packs.find(({ id }) => id === 'interrupted-time-series')
  if (pack === undefined) throw new Error('no pack')
  const record = await runCase(project, folder, pack, {
    name: `${name}-${start}`,
    note: 'one cohort of the sample region against those never treated',
    inputs: { series: 'series.csv' },
    bind: { series: { period: 'year', value: 'rate', control: 'others' } },
    // Years are few here: five before and five after are the fewest.
    params: { intervention: start, minimum: 5 },
    expect: { rows: {}, faults: [] },
    tolerance: {},
    files: new Map([['series.csv', seriesOf(rows, start)]]),
  })
  if (record instanceof FaultError) throw record
  return record
}

/** Known effect on average over the years since the start. */
function truth(start: string, sex: Sex): number {
  const effects = truths
    .filter((row) => row['prvni_rok'] === start && row['pohlavi'] === sex)
    .map((row) => decimal(row, 'ucinek'))
  return effects.reduce((sum, effect) => sum + effect, 0) / effects.length
}

function intervalOf(record: RunRecord, sex: string): { low: number; high: number } {
  const row = record.tables['cumulative']?.find((one) => one['kind'] === 'mean' && one['sex'] === sex)
  return { low: Number(row?.['low'] ?? Number.NaN), high: Number(row?.['high'] ?? Number.NaN) }
}

function expectInside(record: RunRecord, sex: string, value: number): void {
  const { low, high } = intervalOf(record, sex)
  expect(low, `${sex}: ${low} to ${high}`).toBeLessThanOrEqual(value)
  expect(high, `${sex}: ${low} to ${high}`).toBeGreaterThanOrEqual(value)
}

describe.each(['2017', '2019'])('municipalities that began in %s', (start) => {
  test('the known effect lies in the interval for women, for men and for their difference', async () => {
    const record = await runFor('effect', committed, start)
    expectInside(record, 'F', truth(start, 'F'))
    expectInside(record, 'M', truth(start, 'M'))
    expectInside(record, 'F-M', truth(start, 'F') - truth(start, 'M'))
    // An interval that holds everything would prove nothing: for women it leaves out zero.
    expect(intervalOf(record, 'F').low).toBeGreaterThan(0)
  })
  test('the region without an effect shows none', async () => {
    const record = await runFor('placebo', placebo(), start)
    for (const sex of ['F', 'M', 'F-M']) expectInside(record, sex, 0)
  })
})
