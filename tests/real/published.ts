/**
 * Reproduces published results through the command line: `npx tsx tests/real/published.ts FOLDER [CASE...]
 * [--markdown OUT] [--from-source]`. Every case imports its CSV, binds, runs and compares with its `expected.json`
 * within the tolerance that stands there. Prints one table: right, wrong, not covered, with the reason for each that
 * is not right. Exits with 1 when a number is wrong. Where the folder is absent it says so and exits with 0.
 */
import { execFile, execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import { type RunRecord, runRecordSchema } from '../../analyses/model/run-record'
import type { PublishedCase, PublishedRun, Reading } from './published/case'

const expectedSchema = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      value: z.union([z.number(), z.array(z.union([z.number(), z.string(), z.boolean()]))]),
      /** None: a number that chance decides; it is shown and not compared. */
      tolerance: z.number().nullable(),
      kind: z.string(),
    }),
  ),
})
type Expected = z.infer<typeof expectedSchema>['results'][number]

export interface Verdict {
  readonly id: string
  readonly label: string
  readonly kind: string
  readonly outcome: 'right' | 'wrong' | 'not covered' | 'unreachable'
  readonly detail: string
}

const root = resolve(import.meta.dirname, '../..')
const words = process.argv.slice(2)
const fromSource = words.includes('--from-source')
const markdownAt = words.indexOf('--markdown')
const markdownOut = markdownAt === -1 ? null : words[markdownAt + 1]
const [folder = '', ...only] = words.filter(
  (word, index) => !word.startsWith('--') && (markdownAt === -1 || index !== markdownAt + 1),
)
const program = fromSource
  ? [
      ...['--import', 'tsx', '--import', join(root, 'tests/helpers/asset-paths.mjs')],
      join(root, 'main/cli/index.ts'),
    ]
  : [join(root, 'out/cli/index.js')]
// Bundles when a source changed, so that the numbers are those of the code beside it.
if (!fromSource)
  execFileSync(process.execPath, [join(root, 'main/setup/build-once.mjs')], { stdio: 'inherit' })

function wordsOf({ pack, inputs, bind = {}, params = {} }: PublishedRun, path: (file: string) => string) {
  return [
    ...['run', pack, '--json', '--locale', 'en'],
    ...Object.entries(inputs).flatMap(([need, file]) => ['--input', `${need}=${path(file)}`]),
    ...Object.entries(bind).flatMap(([column, source]) => ['--bind', `${column}=${source}`]),
    ...Object.entries(params).flatMap(([name, value]) => ['--param', `${name}=${value}`]),
  ]
}

async function runOnce(run: PublishedRun, path: (file: string) => string): Promise<RunRecord | string> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [...program, ...wordsOf(run, path)], {
      cwd: root,
      maxBuffer: 1 << 30,
    })
    return runRecordSchema.parse(JSON.parse(stdout))
  } catch (error) {
    const said = error instanceof Error && 'stdout' in error ? String(error.stdout) : ''
    return said.trim() === '' ? String(error).slice(0, 600) : said.slice(0, 600)
  }
}

/** What the comparison says of one number; a list is compared item by item, in order. */
function judge(
  { value, tolerance }: Expected,
  reading: Reading | undefined,
): Omit<Verdict, 'id' | 'label' | 'kind'> {
  if (reading === undefined) return { outcome: 'not covered', detail: 'no reading is written for it' }
  if (reading === null) return { outcome: 'wrong', detail: 'the runs give no such number' }
  if (typeof reading === 'object' && 'notCovered' in reading)
    return { outcome: 'not covered', detail: reading.notCovered }
  const [wanted, found] = [[value].flat(), [reading].flat()]
  const off = wanted.filter((one, index) => {
    const other = found[index]
    return typeof one === 'number' && typeof other === 'number'
      ? !(Math.abs(one - other) <= (tolerance ?? 0))
      : String(one) !== String(other)
  })
  const same = off.length === 0 && wanted.length === found.length
  const text = (list: readonly unknown[]) => list.slice(0, 12).join(', ')
  return {
    outcome: same ? 'right' : 'wrong',
    detail: same ? '' : `published ${text(wanted)} (within ${tolerance}), found ${text(found)}`,
  }
}

async function runCase(published: PublishedCase): Promise<readonly Verdict[]> {
  const source = join(folder, published.folder)
  const { results } = expectedSchema.parse(JSON.parse(readFileSync(join(source, 'expected.json'), 'utf8')))
  const scratch = mkdtempSync(join(tmpdir(), 'published-'))
  try {
    const made = published.prepare?.((file) => readFileSync(join(source, file), 'utf8')) ?? {}
    for (const [file, text] of Object.entries(made)) writeFileSync(join(scratch, file), text)
    const path = (file: string) => join(Object.hasOwn(made, file) ? scratch : source, file)
    const records: Record<string, RunRecord> = {}
    for (const [name, run] of Object.entries(published.runs)) {
      const record = await runOnce(run, path)
      if (typeof record === 'string') console.log(`  run ${name} (${run.pack}) failed: ${record}`)
      else records[name] = record
    }
    const numbers = published.numbers(
      records,
      results.map(({ id }) => id),
    )
    return results.map((expected): Verdict => {
      const { id, label, kind } = expected
      const verdict = judge(expected, numbers[id])
      const reason = published.unreachable?.[id]
      if (reason === undefined || verdict.outcome === 'right') return { id, label, kind, ...verdict }
      return { id, label, kind, outcome: 'unreachable', detail: `${reason} ${verdict.detail}` }
    })
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

const outcomes = ['right', 'wrong', 'unreachable', 'not covered'] as const
const count = (verdicts: readonly Verdict[], outcome: Verdict['outcome']) =>
  verdicts.filter((one) => one.outcome === outcome).length

async function loadCases(): Promise<readonly PublishedCase[]> {
  const shelf = join(import.meta.dirname, 'published')
  const files = readdirSync(shelf).filter((file) => file.endsWith('.ts') && file !== 'case.ts')
  const modules = await Promise.all(
    files.toSorted().map((file) => import(pathToFileURL(join(shelf, file)).href)),
  )
  return modules
    .flatMap((module): PublishedCase[] => Object.values(module))
    .filter((one) => typeof one === 'object' && 'folder' in one)
    .filter((one) => only.length === 0 || only.includes(one.folder))
}

async function main(): Promise<void> {
  if (!existsSync(folder)) {
    console.log(`No folder of published results at "${folder}": nothing is checked.`)
    return
  }
  const lines = [`| case | ${outcomes.join(' | ')} |`, `|---|${outcomes.map(() => '---|').join('')}`]
  const reasons: string[] = []
  const all: Verdict[] = []
  const cases = await loadCases()
  for (const published of cases) {
    const begun = performance.now()
    const verdicts = await runCase(published)
    all.push(...verdicts)
    lines.push(`| ${published.folder} | ${outcomes.map((outcome) => count(verdicts, outcome)).join(' | ')} |`)
    console.log(`${lines.at(-1)} ${Math.round((performance.now() - begun) / 1000)} s`)
    for (const { id, outcome, detail, label } of verdicts)
      if (outcome !== 'right') {
        reasons.push(`- ${published.folder} ${id} (${label}): ${outcome}. ${detail}`)
        console.log(`  ${reasons.at(-1)}`)
      }
  }
  const known = new Set(cases.map((one) => one.folder))
  const missing = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'expected.json')))
  for (const name of missing.filter((one) => !known.has(one) && only.length === 0))
    lines.push(`| ${name} | no case is written |`)
  lines.push(`| **all** | ${outcomes.map((outcome) => count(all, outcome)).join(' | ')} |`)
  console.log(['', ...lines].join('\n'))
  if (typeof markdownOut === 'string') writeFileSync(markdownOut, [...lines, '', ...reasons, ''].join('\n'))
  process.exitCode = count(all, 'wrong') === 0 ? 0 : 1
}

await main()
