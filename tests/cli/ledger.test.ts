import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { publishedSchema } from '../../analyses/model/published'
import { workbench, workbenchJson } from './cli'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })
const folder = mkdtempSync(join(tmpdir(), 'workbench ledger '))
const file = (name: string) => join(folder, name)

/** In 0002 seven women of twelve have work. */
const people = [
  'territory;period;sex;count;population',
  ...['0001;2023;F;56;70', '0001;2023;M;48;80', '0002;2023;F;7;12', '0002;2023;M;30;41'],
  ...['0003;2023;F;33;40', '0003;2023;M;30;40', '0004;2023;F;61;90', '0004;2023;M;70;90', ''],
].join('\n')

const done = async (...words: string[]) => {
  const outcome = await workbench(words, folder)
  expect([words[0], outcome.code, outcome.code === 0 ? '' : outcome.err]).toEqual([words[0], 0, ''])
}
const ledger = async (project: string) =>
  (await workbenchJson(['ledger', '--project', project], folder)).document

beforeAll(async () => {
  writeFileSync(file('people.csv'), people)
  await done('import', 'people.csv', '--project', 'p.duckdb')
  await done(
    ...['run', 'gender-gap', '--project', 'p.duckdb', '--param', 'smallest_cell=3'],
    ...['--subjects', 'people=persons', '--out', 'run.json'],
  )
  writeFileSync(file('totals.json'), '{ "keep": ["totals"] }')
  writeFileSync(file('sexes.json'), '{ "keep": ["sexes"] }')
  for (const name of ['alone.duckdb', 'unread.duckdb']) cpSync(file('p.duckdb'), file(name))
})

/** What a file shows of women, men and all in 0002. */
function shownIn(name: string): readonly string[] {
  const [head = '', ...lines] = readFileSync(file(name), 'utf8').replace('\ufeff', '').split('\r\n')
  const row = lines.find((line) => line.startsWith('0002'))?.split(',') ?? []
  const columns = head.split(',')
  return ['women', 'men', 'total'].filter((column) => row[columns.indexOf(column)] !== '')
}

test('two reports that hide different cells are not subtracted from each other', async () => {
  const report = (project: string, name: string, rules: string) =>
    done('report', 'run.json', '--project', project, '--to', 'csv', '--out', name, '--rules', rules)
  await report('p.duckdb', 'first.csv', 'totals.json')
  expect(shownIn('first.csv')).toEqual(['total'])
  // By itself the second would show the men, and all less the men are the women.
  await report('alone.duckdb', 'alone.csv', 'sexes.json')
  expect(shownIn('alone.csv')).toEqual(['men'])
  await report('p.duckdb', 'second.csv', 'sexes.json')
  expect(shownIn('second.csv')).toEqual(['total'])
  const { entries, log } = await ledger('p.duckdb')
  expect(entries).toHaveLength(1)
  expect(log.map(({ files }: { files: string[] }) => files)).toEqual([['first.csv'], ['second.csv']])
})

/** A small disk of its own, which only root on Linux may make; a mark on the file alone does not stop root. */
function mounted(): boolean {
  mkdirSync(file('disk'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=32m', 'tmpfs', file('disk')], { stdio: 'pipe' })
    return true
  } catch {
    console.log('ledger.test.ts: no disk for reading only can be mounted here, one test is left out')
    return false
  }
}
const hasDisk = mounted()
afterAll(() => {
  if (hasDisk) execFileSync('umount', ['-l', file('disk')])
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
})

test.runIf(hasDisk)(
  'a project that may only be read lets nothing about persons out, as it could not remember it',
  async () => {
    cpSync(file('unread.duckdb'), file('disk/p.duckdb'))
    execFileSync('mount', ['-o', 'remount,ro', file('disk')])
    const words = [
      'report',
      'run.json',
      '--project',
      'disk/p.duckdb',
      '--to',
      'html,xlsx,csv',
      '--out',
      'refused',
    ]
    const { code, document } = await workbenchJson(words, folder)
    expect([code, document.faults?.[0]?.code]).toEqual([1, 'publish.ledger-unwritable'])
    expect(readdirSync(folder).filter((name) => name.startsWith('refused'))).toEqual([])
    expect((await ledger('disk/p.duckdb')).entries).toEqual([])
  },
)

/** Presses Ctrl+C once a number of files are there; how it ended. */
function interrupted(words: readonly string[], out: string, files: number): Promise<number | null> {
  const entry = resolve(import.meta.dirname, '../../out/cli/index.js')
  return new Promise((end, reject) => {
    const child = spawn(process.execPath, [entry, ...words], { cwd: folder, stdio: 'ignore' })
    const watch = setInterval(() => {
      if (filesIn(out).length < files) return
      clearInterval(watch)
      child.kill('SIGINT')
    }, 5)
    child.once('error', reject)
    child.once('close', (code) => {
      clearInterval(watch)
      end(code)
    })
  })
}
const filesIn = (out: string): readonly string[] => {
  try {
    return readdirSync(file(out)).filter((name) => !name.startsWith('.'))
  } catch {
    return []
  }
}

test('Ctrl+C in the middle of a batch: whole files only, and the log names exactly those', async () => {
  const many = Array.from({ length: 120 }, (_, at) => {
    const [a, b, c] = [3, 7, 1].map((factor) => ((at * factor * 13) % 29) + 40)
    return `${String(at).padStart(3, '0')};Obec ${at};2023;${a};${b};${c}`
  })
  writeFileSync(file('places.csv'), ['kod_obce;nazev_obce;rok;first;second;third', ...many, ''].join('\n'))
  await done('import', 'places.csv', '--project', 'batch.duckdb')
  await done(
    'compose',
    '--project',
    'batch.duckdb',
    '--template',
    'municipality-profile',
    '--out',
    'profile.json',
  )
  const code = await interrupted(
    [
      ...[
        'batch',
        'profile.json',
        '--project',
        'batch.duckdb',
        '--data-set',
        'places',
        '--column',
        'kod_obce',
      ],
      ...['--to', 'json', '--out', 'batch'],
    ],
    'batch',
    3,
  )
  expect(code).not.toBe(0)
  const names = filesIn('batch')
  expect(names.length).toBeGreaterThanOrEqual(3)
  expect(names.length).toBeLessThan(many.length)
  expect(readdirSync(file('batch')).filter((name) => name.startsWith('.'))).toEqual([])
  for (const name of names) publishedSchema.parse(JSON.parse(readFileSync(join(file('batch'), name), 'utf8')))
  const { log } = await ledger('batch.duckdb')
  expect(log.flatMap(({ files }: { files: string[] }) => files).toSorted()).toEqual(names.toSorted())
})
