import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { faultCatalogue } from '../../analyses/model/faults/catalogue'
import { workbench, workbenchJson } from './cli'

const folder = mkdtempSync(join(tmpdir(), 'workbench cli žluť '))
const file = (name: string) => join(folder, name)

/** Alfa: women 56/70, men 48/80. Beta: four women, fewer than the smallest cell. */
const people = [
  'territory;period;sex;count;population',
  '0001;2023;F;56;70',
  '0001;2023;M;48;80',
  '0002;2023;F;3;4',
  '0002;2023;M;30;40',
  '',
].join('\n')

beforeAll(() => {
  writeFileSync(file('people.csv'), people)
  writeFileSync(file('broken.csv'), '')
})

describe('wrong usage ends with 2 and says so on standard error', () => {
  test.each([[[]], [['fly']], [['import', 'x.csv']], [['query', '--project', 'p']], [['run', 'gender-gap']]])(
    '%j',
    async (args) => {
      const { code, out, err } = await workbench(args)
      expect(code).toBe(2)
      if (args.length > 0) expect([out, err.length > 0]).toEqual(['', true])
    },
  )
})

test('a file that is not there ends with 3, an unusable one with 1, each with its code', async () => {
  const absent = await workbenchJson(['inspect', file('absent.csv')])
  expect([absent.code, absent.document.faults[0].code in faultCatalogue]).toEqual([3, true])
  const empty = await workbenchJson(['inspect', file('broken.csv')])
  expect([empty.code, empty.document.faults.length]).toEqual([1, 1])
  expect(empty.document.faults[0].message).toMatch(/\.$/)
})

describe('one project from import to verified report', () => {
  const project = file('kraj.duckdb')

  test('import prints a receipt whose sum is right and keeps leading zeros', async () => {
    const { code, document } = await workbenchJson(['import', file('people.csv'), '--project', project])
    expect(code).toBe(0)
    expect(document.format).toBe('workbench-receipt/1')
    expect(document.dataSets[0].rows).toEqual({ read: 4, loaded: 4, rejected: 0, preamble: 0, footer: 0 })
    const rows = await workbenchJson([
      'query',
      '--project',
      project,
      'select territory, count from people order by 1, 2',
    ])
    expect(rows.document.columns.map((column: { name: string }) => column.name)).toEqual([
      'territory',
      'count',
    ])
    expect(rows.document.rows[0]).toEqual({ territory: '0001', count: 48 })
  })

  test.each([
    'drop table people',
    'select 1; select 2',
    "copy people to 'x.csv'",
    "select * from read_text('/etc/hostname')",
  ])('query refuses: %s', async (sql) => {
    const { code, document } = await workbenchJson(['query', '--project', project, sql])
    expect([code, document.faults.length]).toEqual([1, 1])
  })

  test('run, report in several formats, verify', async () => {
    const run = await workbench(['run', 'gender-gap', '--project', project, '--json'])
    expect([run.code, run.err]).toEqual([0, ''])
    writeFileSync(file('run.json'), run.out)
    const [alfa, beta] = JSON.parse(run.out).tables.gap
    expect(alfa).toMatchObject({ territory: '0001', women: 0.8, men: 0.6, status: 'ok' })
    expect(alfa.difference).toBeCloseTo(0.2, 12)
    expect(alfa.low).toBeCloseTo(0.0524315, 6)
    expect(alfa.high).toBeCloseTo(0.3338727, 6)
    expect(beta).toMatchObject({ territory: '0002', women: null, difference: null, status: 'suppressed' })

    for (const format of ['html', 'csv', 'svg', 'png', 'arrow', 'docx', 'xlsx'])
      expect(
        (await workbench(['report', file('run.json'), '--to', format, '--out', file(`report.${format}`)]))
          .code,
      ).toBe(0)
    expect(readFileSync(file('report.csv'), 'utf8')).toContain('0001')
    // Both are zip packages.
    for (const format of ['docx', 'xlsx'])
      expect(
        readFileSync(file(`report.${format}`))
          .subarray(0, 2)
          .toString(),
        format,
      ).toBe('PK')

    const same = await workbenchJson(['verify', file('run.json')], folder)
    expect([same.code, same.document.same, same.document.numbers > 5]).toEqual([0, true, true])
    const forged = run.out.replace('"women": 0.8', '"women": 0.81')
    expect(forged).not.toBe(run.out)
    writeFileSync(file('forged.json'), forged)
    const differs = await workbenchJson(['verify', file('forged.json')], folder)
    expect(differs.code).toBe(1)
    expect(differs.document.differences).toEqual([{ place: 'tables.gap[0].women', recorded: 0.81, now: 0.8 }])
  })
})

test('a run on a file gives the tables of a run on a project, and is verified from the file', async () => {
  const onFile = await workbenchJson(['run', 'gender-gap', '--input', 'people=people.csv'], folder)
  const onProject = await workbenchJson(['run', 'gender-gap', '--project', 'kraj.duckdb'], folder)
  expect(onFile.document.tables).toEqual(onProject.document.tables)
  writeFileSync(file('file-run.json'), onFile.out)
  expect((await workbench(['verify', 'file-run.json'], folder)).code).toBe(0)
  writeFileSync(file('people.csv'), people.replace(';56;', ';57;'))
  const changed = await workbenchJson(['verify', 'file-run.json'], folder)
  expect([changed.code, changed.document.faults[0].code]).toEqual([1, 'verify.input-changed'])
  writeFileSync(file('people.csv'), people)
})

test.each(['cs', 'en', 'pl'])('packs and describe speak %s', async (locale) => {
  const { code, out } = await workbench(['describe', 'gender-gap', '--locale', locale])
  expect(code).toBe(0)
  expect(out).toContain({ cs: 'Otázka', en: 'Question', pl: 'Pytanie' }[locale])
  expect((await workbench(['packs', '--locale', locale])).out).toContain('gender-gap')
})
