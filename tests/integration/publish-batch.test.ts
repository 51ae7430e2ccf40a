import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { publishedSchema } from '../../analyses/model/published'
import { createCommands } from '../../main/commands'
import { fileNames } from '../../main/commands/file-names'
import { scratchFolder } from '../helpers/engine'
import { faultOf, quietJob } from '../helpers/import-files'
import { commandEnvironment } from '../helpers/run-command'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })
const folder = scratchFolder('batch')
const { table, close } = createCommands(commandEnvironment())
afterAll(close)

const names = ['Ždánice', 'Tůně nad Labem', 'Lhota', 'Lhota', 'A/B: "C"', 'Žďár']
const cells = (index: number) => [3, 7, 1].map((factor) => ((index * factor * 13) % 29) + 40)
let report = ''

beforeAll(async () => {
  const rows = names.map((name, index) =>
    [`00${index + 1}`, `"${name.replaceAll('"', '""')}"`, '2023', ...cells(index)].join(';'),
  )
  const text = ['kod_obce;nazev_obce;rok;first;second;third', ...rows, ''].join('\n')
  writeFileSync(join(folder, 'obce.csv'), text)
  await table['project.open']({ path: join(folder, 'p.duckdb'), create: true }, quietJob)
  await table['source.import']({ path: join(folder, 'obce.csv'), options: {}, recipe: undefined }, quietJob)
  const made = await table['report.create'](
    { template: 'municipality-profile', runs: [], locale: 'cs' },
    quietJob,
  )
  report = made.id
})

const order = (out: string) => ({
  report,
  dataSet: 'obce',
  column: 'kod_obce',
  territories: null,
  formats: ['json' as const],
  folder: join(folder, out),
  locale: 'cs' as const,
})

test('every territory has its report, under its own name, about itself', async () => {
  const { written, failed, disclosure } = await table['report.batch'](order('all'), quietJob)
  expect(failed).toEqual([])
  expect(written.map(({ territory }) => territory)).toEqual(['001', '002', '003', '004', '005', '006'])
  expect(disclosure?.applies).toBe(false)
  expect(readdirSync(join(folder, 'all')).sort()).toEqual([
    '001-zdanice.json',
    '002-tune-nad-labem.json',
    '003-lhota.json',
    '004-lhota.json',
    '005-a-b-c.json',
    '006-zdar.json',
  ])
  const text = readFileSync(join(folder, 'all', '002-tune-nad-labem.json'), 'utf8')
  const { composition, runs } = publishedSchema.parse(JSON.parse(text))
  expect(composition?.territory).toEqual({ code: '002', name: 'Tůně nad Labem' })
  expect(runs['peers']?.params['territory']).toBe('002')
  const log = await table['disclosure.log']({}, quietJob)
  expect(log).toHaveLength(1)
  expect(log[0]).toMatchObject({ kind: 'export', entry: null })
  // The runs of a batch are its own.
  expect(await table['run.list']({ locale: 'cs' }, quietJob)).toEqual([])
})

test('one that fails is recorded and the others go on', async () => {
  const asked = { ...order('some'), territories: ['001', '004'] }
  writeFileSync(join(folder, 'blocked'), '')
  const refused = await faultOf(
    table['report.batch']({ ...asked, folder: join(folder, 'blocked') }, quietJob),
  )
  expect(refused.code).toBe('export.folder-missing')
  mkdirSync(join(folder, 'some', '001-zdanice.json'), { recursive: true })
  const { written, failed } = await table['report.batch'](asked, quietJob)
  expect(failed.map(({ territory, faults }) => [territory, faults[0]?.code])).toEqual([
    ['001', 'export.not-a-file'],
  ])
  expect(written.map(({ territory }) => territory)).toEqual(['004'])
})

test('a cancel stops it between two territories; what is there is whole and written down', async () => {
  const abort = new AbortController()
  const seen: number[] = []
  const job = {
    signal: abort.signal,
    report: ({ step, of }: { readonly step: number; readonly of: number }) => {
      if (of !== names.length) return
      seen.push(step)
      if (step === 3) abort.abort()
    },
  }
  await expect(table['report.batch'](order('stopped'), job)).rejects.toThrow()
  expect(Math.max(...seen)).toBe(3)
  const files = readdirSync(join(folder, 'stopped'))
  expect(files.sort()).toEqual(['001-zdanice.json', '002-tune-nad-labem.json'])
  for (const name of files)
    publishedSchema.parse(JSON.parse(readFileSync(join(folder, 'stopped', name), 'utf8')))
  const log = await table['disclosure.log']({}, quietJob)
  expect(log.at(-1)).toMatchObject({ kind: 'export', files })
})

test('wrong wishes are refused by name', async () => {
  expect(await faultOf(table['report.batch']({ ...order('x'), column: 'nic' }, quietJob))).toMatchObject({
    code: 'report.no-such-column',
  })
  expect(
    await faultOf(table['report.batch']({ ...order('x'), territories: ['999'] }, quietJob)),
  ).toMatchObject({ code: 'report.no-territories' })
})

test('names of files are plain on every system and never meet', () => {
  const all = fileNames([
    { code: 'CON', name: '' },
    { code: '../../etc', name: 'passwd' },
    { code: '', name: '' },
    { code: 'a b', name: '' },
    { code: 'A-B', name: '' },
    { code: '0001', name: 'Ř'.repeat(300) },
  ])
  expect([...all.values()].slice(0, 5)).toEqual(['report-con', 'etc-passwd', 'report', 'a-b', 'a-b-2'])
  expect([...all.values()][5]?.length).toBeLessThanOrEqual(80)
})
