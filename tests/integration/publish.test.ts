import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { publishedSchema } from '../../analyses/model/published'
import { runRecordSchema } from '../../analyses/model/run-record'
import { scratchFolder } from '../helpers/engine'
import { runCommand } from '../helpers/run-command'

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 })
const folder = scratchFolder('publication')
const file = (name: string) => join(folder, name)

/** In 0002 seven women of twelve have work: enough for the analysis as set below, too few to leave. */
const people = [
  'territory;period;sex;count;population',
  '0001;2023;F;56;70',
  '0001;2023;M;48;80',
  '0002;2023;F;7;12',
  '0002;2023;M;30;41',
  '0003;2023;F;33;40',
  '0003;2023;M;30;40',
  '0004;2023;F;61;90',
  '0004;2023;M;70;90',
  '',
].join('\n')
/** 7/12, whole and as it is read. */
const secret = /0\.58333333|58[.,]3\s*%/

const run = async (...words: string[]) => runCommand(words, folder)
const json = async (...words: string[]) => {
  const outcome = await run(...words, '--json')
  return { ...outcome, document: JSON.parse(outcome.out) }
}
const ledger = async (project = 'p.duckdb') => (await json('ledger', '--project', project)).document

beforeAll(async () => {
  writeFileSync(file('people.csv'), people)
  expect((await run('import', 'people.csv', '--project', 'p.duckdb')).code).toBe(0)
  const made = await run(
    ...['run', 'gender-gap', '--project', 'p.duckdb', '--param', 'smallest_cell=3'],
    ...['--subjects', 'people=persons', '--out', 'run.json'],
  )
  expect([made.code, made.err]).toEqual([0, ''])
  const record = runRecordSchema.parse(JSON.parse(readFileSync(file('run.json'), 'utf8')))
  expect(record.inputs[0]?.card?.subjects).toBe('persons')
  // The record itself is exact: the project is where people work.
  expect(record.tables['gap']?.[1]?.['women']).toBeCloseTo(7 / 12, 12)
})

/** All text of a file, also inside archives. */
function textsOf(name: string): string {
  const bytes = readFileSync(file(name))
  const parts =
    bytes.subarray(0, 2).toString() === 'PK' ? Object.values(unzipSync(new Uint8Array(bytes))) : [bytes]
  return parts.map((part) => Buffer.from(part).toString('utf8')).join('\n')
}

test('a small cell is in no format, and every format says so', async () => {
  const { code, document } = await json(
    ...['report', 'run.json', '--project', 'p.duckdb', '--to', 'html,docx,xlsx,csv,svg,json', '--out', 'r'],
  )
  expect(code).toBe(0)
  expect(document.disclosure).toMatchObject({ applies: true, rules: { minimum: 10 } })
  expect(document.disclosure.primary).toBeGreaterThan(0)
  expect(document.disclosure.audit.protected).toBe(document.disclosure.audit.attacked)
  expect(document.files).toHaveLength(6)
  for (const name of ['r.html', 'r.docx', 'r.xlsx', 'r.csv', 'r.svg', 'r.json'])
    expect([name, secret.test(textsOf(name))]).toEqual([name, false])
  const record = runRecordSchema.parse(JSON.parse(readFileSync(file('r.json'), 'utf8')))
  expect(record.disclosure?.applies).toBe(true)
  expect(record.tables['gap']?.[1]).toMatchObject({ territory: '0002', women: null, difference: null })
  expect(record.tables['gap']?.[0]?.['women']).toBeCloseTo(0.8, 12)
  // Nor can it be had by subtracting: women of 0002 are all of them less the men.
  const [, beta] = record.tables['gap'] ?? []
  expect([beta?.['men'], beta?.['total']]).toContain(null)
})

test('the same again in another format tells nothing new: same pattern, no new cells, one line of the log', async () => {
  const before = await ledger()
  const pattern = readFileSync(file('r.csv'))
  expect(
    (await run('report', 'run.json', '--project', 'p.duckdb', '--to', 'csv', '--out', 's.csv')).code,
  ).toBe(0)
  expect(readFileSync(file('s.csv')).equals(pattern)).toBe(true)
  const after = await ledger()
  expect(before.entries).toHaveLength(1)
  expect(after.entries).toEqual(before.entries)
  expect(after.log).toHaveLength(before.log.length + 1)
  expect(after.log.at(-1)).toMatchObject({ kind: 'export', files: ['s.csv'], entry: null })
})

test('a protected record leaves again as it is, without a project too', async () => {
  const { code } = await run('report', 'r.json', '--to', 'json', '--out', 'again.json')
  expect(code).toBe(0)
  expect(readFileSync(file('again.json')).equals(readFileSync(file('r.json')))).toBe(true)
})

test('without a project the usual rules hold, and it is said that nobody looked at earlier exports', async () => {
  const plain = await run('report', 'run.json', '--to', 'csv', '--out', 'alone.csv')
  expect([plain.code, secret.test(textsOf('alone.csv'))]).toEqual([0, false])
  expect(plain.out).toContain('Earlier exports could not be looked at')
  const { document } = await json('report', 'run.json', '--to', 'csv', '--out', 'alone.csv')
  expect(document.disclosure.audit.ledger).toBe(false)
})

test('two records together are one export and keep their own files, or become one report', async () => {
  const two = await json('report', 'run.json', 'run.json', '--to', 'csv', '--out', 'two.csv')
  expect(two.document.files.map(({ path }: { path: string }) => path)).toEqual([
    file('two-1.csv'),
    file('two-2.csv'),
  ])
  const one = await json(
    ...['report', 'run.json', 'run.json', '--together', '--to', 'json', '--out', 'one.json'],
    ...['--title', 'Dvě analýzy', '--locale', 'cs'],
  )
  expect(one.code).toBe(0)
  const published = publishedSchema.parse(JSON.parse(readFileSync(file('one.json'), 'utf8')))
  expect(Object.keys(published.runs)).toEqual(['run-1', 'run-2'])
  expect(published.composition?.title.cs).toBe('Dvě analýzy')
  expect(secret.test(textsOf('one.json'))).toBe(false)
})

describe('rules of the project', () => {
  test('change what is shown, and the change is written down', async () => {
    cpSync(file('p.duckdb'), file('lenient.duckdb'))
    const set = await json('rules', '--project', 'lenient.duckdb', '--set', 'minimum=3', '--set', 'p=none')
    expect(set.document).toMatchObject({ minimum: 3, p: null, extremes: true })
    const { log } = await ledger('lenient.duckdb')
    expect(log.at(-1)).toMatchObject({ kind: 'rules', before: { minimum: 10 }, after: { minimum: 3 } })
    const same = await json('rules', '--project', 'lenient.duckdb', '--set', 'minimum=3')
    expect([same.code, (await ledger('lenient.duckdb')).log.length]).toEqual([0, log.length])
  })
  test.each([
    [['minimum=2']],
    [['minimum=10.5']],
    [['minimum=']],
    [['dominance=9:85']],
    [['treatment=round:4']],
    [['zeros=perhaps']],
    [['keep=secrets']],
  ])('%j is refused and changes nothing', async (set) => {
    const words = set.flatMap((one) => ['--set', one])
    const { code, document } = await json('rules', '--project', 'p.duckdb', ...words)
    expect([code, document.faults[0].code]).toEqual([1, 'report.bad-rules'])
    expect((await json('rules', '--project', 'p.duckdb')).document.minimum).toBe(10)
  })
  test('may be given for one export only, and then the log says which', async () => {
    writeFileSync(file('rules.json'), '{ "minimum": 20, "group": false }')
    const words = ['report', 'run.json', '--project', 'p.duckdb', '--to', 'csv', '--out', 'strict.csv']
    const { code, document } = await json(...words, '--rules', 'rules.json', '--minimum', '30')
    expect([code, document.disclosure.rules]).toMatchObject([0, { minimum: 30, group: false }])
    const { log } = await ledger()
    expect(log.at(-1)).toMatchObject({ files: ['strict.csv'], rules: { minimum: 30, group: false } })
    expect((await run(...words, '--rules', 'people.csv')).code).toBe(1)
    expect((await run(...words, '--minimum', 'few')).code).toBe(2)
  })
})

test('the ledger outlives runs, reports and data sets, and travels with a copy of the project', async () => {
  cpSync(file('p.duckdb'), file('copy.duckdb'))
  const { entries } = await ledger('copy.duckdb')
  expect(entries).toEqual((await ledger()).entries)
  expect(entries.length).toBeGreaterThan(0)
  expect(entries[0].cells.length).toBeGreaterThan(0)
})

test('a cancelled export leaves no file and nothing in the ledger', async () => {
  const before = await ledger()
  const abort = new AbortController()
  abort.abort()
  const words = ['report', 'run.json', '--project', 'p.duckdb', '--to', 'html', '--out', 'cancelled.html']
  expect((await runCommand(words, folder, { signal: abort.signal })).code).not.toBe(0)
  expect(readdirSync(folder).filter((name) => name.includes('cancelled'))).toEqual([])
  expect(await ledger()).toEqual(before)
})

test('a file that cannot be written leaves the ledger as it was', async () => {
  cpSync(file('p.duckdb'), file('fresh.duckdb'))
  await run('rules', '--project', 'fresh.duckdb', '--set', 'minimum=40')
  const before = await ledger('fresh.duckdb')
  const words = ['report', 'run.json', '--project', 'fresh.duckdb', '--to', 'csv']
  const { code, document } = await json(...words, '--out', 'nowhere/r.csv')
  expect([code, document.faults[0].code]).toEqual([3, 'export.folder-missing'])
  expect(await ledger('fresh.duckdb')).toEqual(before)
  expect(existsSync(file('nowhere'))).toBe(false)
})
