import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Composition } from '../../analyses/model/composition'
import { defaultRules } from '../../analyses/model/disclosure'
import { fault } from '../../analyses/model/fault'
import { publishedSchema } from '../../analyses/model/published'
import { failed } from '../../analyses/model/result'
import { createCommands } from '../../main/commands'
import { appendToLedger, readLedger } from '../../main/workspace/export-ledger'
import { openProject } from '../../main/workspace/open-project'
import { engineWorker, scratchFolder } from '../helpers/engine'
import { faultOf, quietJob } from '../helpers/import-files'
import { commandEnvironment } from '../helpers/run-command'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

/** Protection as it is, but for one test in which it finds no way. */
const refusing = vi.hoisted(() => ({ now: false }))
vi.mock('../../analyses/protection', async (original) => {
  const real = await original<typeof import('../../analyses/protection')>()
  return {
    ...real,
    *protect(request: Parameters<typeof real.protect>[0]) {
      if (refusing.now) return failed(fault('disclosure.negative', { cell: 'x' }))
      return yield* real.protect(request)
    },
  }
})

const folder = scratchFolder('kept reports')
const file = (name: string) => join(folder, name)
const { table, close } = createCommands(commandEnvironment())
afterAll(close)

const people = [
  'territory;period;sex;count;population',
  '0001;2023;F;56;70',
  '0001;2023;M;48;80',
  '0002;2023;F;7;12',
  '0002;2023;M;30;41',
  '0003;2023;F;50;80',
  '0003;2023;M;60;90',
  '',
].join('\n')

let run = ''
beforeAll(async () => {
  writeFileSync(file('people.csv'), people)
  await table['project.open']({ path: file('p.duckdb'), create: true }, quietJob)
  await table['source.import']({ path: file('people.csv'), options: {}, recipe: undefined }, quietJob)
  await table['dataSet.card']({ name: 'people', card: { subjects: 'persons' } }, quietJob)
  const suggested = await table['binding.suggest']({ pack: 'gender-gap' }, quietJob)
  const first = suggested.find(({ need }) => need === 'people')
  const columns = Object.fromEntries(
    Object.entries(first?.columns ?? {}).map(([name, source]) => [
      name,
      typeof source === 'string' ? source : [...source],
    ]),
  )
  const bindings = { people: { dataSet: 'people', columns } }
  const order = { pack: 'gender-gap', bindings, params: { smallest_cell: 3 }, locale: 'en' as const }
  run = (await table['run.start'](order, quietJob)).id
})

test('a report is made of runs, kept, changed, looked at, exported and removed; what it told stays told', async () => {
  const made = await table['report.create']({ template: null, runs: [run], locale: 'en' }, quietJob)
  const composition: Composition = { ...made.composition, title: { en: 'Work of women and men' } }
  const outline = await table['report.save']({ report: made.id, composition }, quietJob)
  expect(outline).toMatchObject({ title: 'Work of women and men', runs: 1, missing: 0 })
  expect((await table['report.list']({ locale: 'en' }, quietJob)).map(({ id }) => id)).toEqual([made.id])
  expect((await table['report.get']({ report: made.id }, quietJob)).composition).toEqual(composition)

  const view = await table['report.view']({ report: made.id }, quietJob)
  expect(view.disclosure?.applies).toBe(true)
  expect(JSON.stringify(view)).not.toContain('0.58333333')
  const exact = await table['run.view']({ run, locale: 'en', published: false }, quietJob)
  expect(JSON.stringify(exact)).toContain('0.58333333')

  const path = file('report.json')
  const order = { report: made.id, format: 'json' as const, path }
  const receipt = await table['report.export'](order, quietJob)
  expect(receipt.disclosure?.primary).toBeGreaterThan(0)
  const published = publishedSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  expect(published.composition?.title.en).toBe('Work of women and men')
  expect(readFileSync(path, 'utf8')).not.toContain('0.58333333')

  const told = await table['disclosure.ledger']({}, quietJob)
  expect(told).toHaveLength(1)
  await table['report.export']({ ...order, path: file('again.json') }, quietJob)
  await table['report.remove']({ report: made.id }, quietJob)
  expect(await table['report.list']({ locale: 'en' }, quietJob)).toEqual([])
  expect(await faultOf(table['report.get']({ report: made.id }, quietJob))).toMatchObject({
    code: 'project.no-report',
  })
  expect(await table['disclosure.ledger']({}, quietJob)).toEqual(told)
})

test('an export that protection does not let through leaves no file and is not remembered', async () => {
  const before = [await table['disclosure.ledger']({}, quietJob), await table['disclosure.log']({}, quietJob)]
  refusing.now = true
  // Other rules, so that no earlier answer serves.
  await table['disclosure.setRules']({ rules: { ...defaultRules, minimum: 33 } }, quietJob)
  const order = { run, locale: 'en' as const, format: 'csv' as const, path: file('refused.csv') }
  const found = await faultOf(table['run.export'](order, quietJob)).finally(() => {
    refusing.now = false
  })
  await table['disclosure.setRules']({ rules: defaultRules }, quietJob)
  expect(found.code).toBe('disclosure.negative')
  expect(readdirSync(folder).filter((name) => name.includes('refused'))).toEqual([])
  expect(await table['disclosure.ledger']({}, quietJob)).toEqual(before[0])
  const log = await table['disclosure.log']({}, quietJob)
  expect(log.slice(before[1]?.length).map(({ kind }) => kind)).toEqual(['rules', 'rules'])
})

test('a report of a template waits for its analyses, and runs what the data allow', async () => {
  const { id, composition } = await table['report.create'](
    { template: 'one-page-brief', runs: [], locale: 'en' },
    quietJob,
  )
  expect(Object.values(composition.runs)[0]).toMatchObject({ pack: 'gender-gap', run })
  const emptied = Object.fromEntries(
    Object.entries(composition.runs).map(([slot, one]) => [slot, { ...one, run: null, bindings: {} }]),
  )
  await table['report.save']({ report: id, composition: { ...composition, runs: emptied } }, quietJob)
  const path = file('brief.html')
  const order = { report: id, format: 'html' as const, path }
  expect(await faultOf(table['report.export'](order, quietJob))).toMatchObject({
    code: 'report.waits',
    values: { packs: 'gender-gap' },
  })
  const again = await table['report.run']({ report: id, again: false, locale: 'en' }, quietJob)
  expect(Object.values(again.composition.runs)[0]?.run).toMatch(/gender-gap$/)
  expect(again.composition.sections).toEqual(composition.sections)
  await table['report.export'](order, quietJob)
  expect(readFileSync(path, 'utf8')).toContain('<html lang="en"')
})

test('a project of the format before opens with the usual rules, and tells what it is asked to remember', async () => {
  await close()
  const path = file('p.duckdb')
  const open = () =>
    openProject(path, { create: false, workerPath: engineWorker(), app: 'test', job: quietJob })
  const older = await open()
  await older.write(async (transaction) => {
    for (const name of ['report', 'export_ledger', 'export_cell'])
      await transaction.execute(`drop table workbench.${name}`)
    await transaction.execute('delete from workbench.migration where id = 4')
  })
  await older.close()
  const project = await open()
  try {
    const formats = await project.database.rows('select max(id) as id from workbench.migration')
    expect(formats).toEqual([{ id: 4 }])
    expect(await readLedger(project.database)).toEqual([])
    const cell = { basis: 'b', variant: 'v', codes: { sex: 'F', place: '1' }, measure: 'n', value: 12 }
    const summary = { ...(await summaryOfAll()), applies: true }
    const add = (cells: readonly (typeof cell | { value: null })[]) =>
      project.write((transaction) =>
        appendToLedger(transaction, {
          title: 't',
          file: 'f',
          summary,
          cells: cells.map((one) => ({ ...cell, ...one })),
        }),
      )
    expect(await add([cell, cell, { value: null }])).toBe('export-0001')
    // The order of codes says nothing; a number where a gap was says something new.
    expect(await add([{ ...cell, codes: { place: '1', sex: 'F' } }])).toBe(null)
    expect(await add([{ ...cell, value: 13 }])).toBe('export-0002')
    expect((await readLedger(project.database)).map(({ cells }) => cells.map(({ value }) => value))).toEqual([
      [12, null],
      [13],
    ])
  } finally {
    await project.close()
  }
})

async function summaryOfAll() {
  const { disclosure } = publishedSchema.parse(JSON.parse(readFileSync(file('report.json'), 'utf8')))
  return disclosure
}
