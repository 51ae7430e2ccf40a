import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { type RunRecord, runRecordSchema } from '../../analyses/model/run-record'
import { scratchFolder } from '../helpers/engine'
import { runCommand } from '../helpers/run-command'
import { findSecrets, type Part, partsOf } from '../helpers/search-bytes'

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 })
const folder = scratchFolder('publish-rounded')
const file = (name: string) => join(folder, name)

const people = [
  'territory;period;sex;count;population',
  ...[
    ['0001', 56, 71, 48, 83],
    ['0002', 7, 12, 30, 41],
    ['0003', 33, 44, 31, 39],
    ['0004', 61, 93, 77, 94],
  ].flatMap(([place, women, allWomen, men, allMen]) => [
    `${place};2023;F;${women};${allWomen}`,
    `${place};2023;M;${men};${allMen}`,
  ]),
  '',
].join('\n')

const run = async (...words: string[]) => runCommand(words, folder)
const json = async (...words: string[]) => {
  const outcome = await run(...words, '--json')
  return { ...outcome, document: JSON.parse(outcome.out) }
}
const report = (...words: string[]) => json('report', 'run.json', '--project', 'p.duckdb', ...words)
const recordIn = (name: string): RunRecord =>
  runRecordSchema.parse(JSON.parse(readFileSync(file(name), 'utf8')))
const sharesIn = (record: RunRecord): readonly number[] =>
  (record.tables['gap'] ?? []).flatMap(({ women, men, total }) =>
    [women, men, total].filter((value) => typeof value === 'number'),
  )

beforeAll(async () => {
  writeFileSync(file('people.csv'), people)
  expect((await run('import', 'people.csv', '--project', 'p.duckdb')).code).toBe(0)
  const made = await run(
    ...['run', 'gender-gap', '--project', 'p.duckdb', '--param', 'smallest_cell=3'],
    ...['--subjects', 'people=persons', '--out', 'run.json'],
  )
  expect([made.code, made.err]).toEqual([0, ''])
  const set = await json('rules', '--project', 'p.duckdb', '--set', 'treatment=round:5')
  expect(set.document.treatment).toEqual({ kind: 'round', base: 5 })
})

describe('a report with rounded counts', () => {
  let exact: RunRecord
  let shown: RunRecord
  beforeAll(async () => {
    const { code, document } = await report('--to', 'html,xlsx,csv,json', '--out', 'r', '--locale', 'en')
    expect([code, document.files?.length]).toEqual([0, 4])
    expect(document.disclosure).toMatchObject({
      rules: { treatment: 'round', base: 5 },
      rounding: { additive: true, reach: 4 },
    })
    exact = recordIn('run.json')
    shown = recordIn('r.json')
  })

  test('counts of women and men are multiples, add up, and give the shares beside them', () => {
    for (const row of shown.tables['gap'] ?? []) {
      const [women, men, total] = ['women_n', 'men_n', 'total_n'].map((name) => Number(row[name]))
      expect([women, men, total].map((n) => Number(n) % 5)).toEqual([0, 0, 0])
      expect((women ?? 0) + (men ?? 0)).toBe(total)
      const has = Number(row['women']) * (women ?? 0)
      expect(Math.abs(has - 5 * Math.round(has / 5))).toBeLessThan(1e-9)
      expect(row['difference']).toBeCloseTo(Number(row['women']) - Number(row['men']), 12)
    }
  })
  test.each(['r.html', 'r.xlsx', 'r.csv', 'r.json'])('no exact share is anywhere in %s', async (name) => {
    const said = new Set(sharesIn(shown))
    const secrets = sharesIn(exact).filter((share) => !said.has(share))
    expect(secrets.length).toBeGreaterThan(8)
    const parts: readonly Part[] = await partsOf(name, readFileSync(file(name)))
    expect(findSecrets(parts, secrets, said)).toEqual([])
  })
  test('the page says how counts were rounded, under the table and where it says what was kept back', () => {
    const html = readFileSync(file('r.html'), 'utf8')
    expect(html).toContain('Counts are rounded to multiples of 5; sums agree.')
    expect(html).toContain('Values that remain possible for each count, at least')
  })
  test('verification agrees with the file and finds a changed number', async () => {
    const good = await json('verify', 'r.json', '--project', 'p.duckdb')
    expect([good.code, good.document.same]).toEqual([0, true])
    const html = await run('verify', 'r.html', '--project', 'p.duckdb')
    expect([html.code, html.err]).toEqual([0, ''])
    writeFileSync(
      file('changed.json'),
      readFileSync(file('r.json'), 'utf8').replace('"women_n":', '"women_n":1'),
    )
    expect((await run('verify', 'changed.json', '--project', 'p.duckdb')).code).not.toBe(0)
  })
  test('the same data do not leave in another way, and the refusal says which export stands against it', async () => {
    expect((await json('rules', '--project', 'p.duckdb', '--set', 'treatment=suppress')).code).toBe(0)
    const { code, document } = await report('--to', 'csv', '--out', 'other.csv')
    expect([code, document.faults[0].code]).toEqual([1, 'disclosure.treatment-mixed'])
    expect(document.faults[0].message).toContain('treatment=round:5')
    expect((await json('rules', '--project', 'p.duckdb', '--set', 'treatment=round:5')).code).toBe(0)
    expect((await report('--to', 'csv', '--out', 'again.csv')).code).toBe(0)
    expect(readFileSync(file('again.csv')).equals(readFileSync(file('r.csv')))).toBe(true)
  })
})
