/**
 * Reads mutated files of every format and looks for crashes, hangs, memory and records that are lost:
 * `npx tsx --import ./tests/helpers/asset-paths.mjs tests/fuzz/import-fuzz.ts [--count 10000] [--seed 1] [--from 0]
 *  [--project 300] [--folder SEEDS] [--out FOLDER]`. `--project` of the files go through the real engine into a
 * project. What fails is kept in the folder, named by its number. Exits with 1 when anything failed.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { seeded } from '../helpers/import-files'
import { lay, mutant } from './mutate'
import { ownSeeds, seedsOf } from './seeds'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    from: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    project: { type: 'string', default: '300' },
    folder: { type: 'string', default: '' },
    out: { type: 'string', default: '' },
  },
})
const [count, first] = [Number(values.count), Number(values.from)]
const every = Number(values.project) === 0 ? 0 : Math.max(1, Math.floor(count / Number(values.project)))
const out = values.out === '' ? join(tmpdir(), 'import-fuzz') : values.out
const scratch = mkdtempSync(join(tmpdir(), 'fuzz-'))

/** What one file may take: seconds of the processor, megabytes. Beyond the patience it is killed. */
const MOST_SECONDS = 10
const MOST_MEGABYTES = 1536
const PATIENCE_SECONDS = 60
/** A fresh process now and then, so that what one file leaves behind does not count for the next. */
const FILES_PER_PROCESS = 1000

const fail = (failure: Failure): void => {
  failures.push(failure)
  console.error(`${failure.number}: ${failure.what.slice(0, 300)}`)
}

interface Failure {
  readonly number: number
  readonly what: string
}
const outcomes = new Map<string, number>()
const failures: Failure[] = []
let slowest = { number: 0, processor: 0 }
let largest = { number: 0, megabytes: 0 }

function judge(number: number, words: readonly string[]): void {
  const [wall = 0, processor = 0, megabytes = 0] = words.slice(0, 3).map(Number)
  const outcome = words.slice(3).join(' ')
  const kind = outcome.startsWith('FLAW') ? 'FLAW' : outcome.replace(/^loaded \d+$/, 'loaded')
  outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1)
  if (processor > slowest.processor) slowest = { number, processor }
  if (megabytes > largest.megabytes) largest = { number, megabytes }
  if (kind === 'FLAW') fail({ number, what: outcome })
  if (processor > MOST_SECONDS * 1000)
    fail({ number, what: `HANG ${processor} ms of the processor, ${wall} ms` })
  if (megabytes > MOST_MEGABYTES) fail({ number, what: `MEMORY ${megabytes} MB` })
}

/** Runs files from `from` on until the end, a crash or a hang; the number of the next file. */
async function run(from: number, to: number): Promise<number> {
  const script = resolve(import.meta.dirname, 'fuzz-child.ts')
  const assets = resolve(import.meta.dirname, '../helpers/asset-paths.mjs')
  const words = [scratch, String(from), String(to), values.seed, String(every), values.folder]
  const options = ['--max-old-space-size=1024', '--import', 'tsx', '--import', assets]
  const child = spawn(process.execPath, [...options, script, ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
  let complaint = ''
  child.stderr.on('data', (text: Buffer) => {
    complaint = (complaint + text.toString()).slice(-2000)
  })
  const gone = new Promise((end) => child.once('exit', end))
  let [at, open, hung] = [from, false, false]
  let timer: NodeJS.Timeout | undefined
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, number, ...rest] = line.split(' ')
    clearTimeout(timer)
    at = Number(number)
    open = word === 'begin'
    if (word === 'end') judge(at, rest)
    timer = setTimeout(() => {
      hung = true
      child.kill('SIGKILL')
    }, PATIENCE_SECONDS * 1000)
  }
  await gone
  clearTimeout(timer)
  if (!open && at === to - 1) return to
  const what = hung ? `HANG over ${PATIENCE_SECONDS} s` : `CRASH ${complaint.replaceAll('\n', ' | ')}`
  fail({ number: at, what })
  outcomes.set(hung ? 'HANG' : 'CRASH', (outcomes.get(hung ? 'HANG' : 'CRASH') ?? 0) + 1)
  return at + 1
}

async function keepFailures(): Promise<void> {
  const seeds = [...(await ownSeeds()), ...(values.folder === '' ? [] : seedsOf(values.folder))]
  mkdirSync(out, { recursive: true })
  for (const { number, what } of failures) {
    const made = mutant(seeds, seeded(Number(values.seed) * 1_000_003 + number))
    const path = lay(join(out, String(number)), made)
    console.log(`${path}  ${made.seed}: ${made.done.join(', ')}\n    ${what}`)
    writeFileSync(join(out, `${number}.txt`), `${made.seed}: ${made.done.join(', ')}\n${what}\n`)
  }
}

const last = first + count
for (let at = first; at < last; ) {
  at = await run(at, Math.min(last, at + FILES_PER_PROCESS))
  console.error(`${at - first} of ${count}, ${failures.length} failures`)
}
rmSync(scratch, { recursive: true, force: true })
await keepFailures()
for (const [outcome, times] of [...outcomes].sort((a, b) => b[1] - a[1]))
  console.log(`${String(times).padStart(7)}  ${outcome}`)
const kinds = (word: string) => failures.filter(({ what }) => what.startsWith(word)).length
console.log(
  `${count} files: ${kinds('CRASH')} crashes, ${kinds('HANG')} hangs, ${kinds('MEMORY')} over ${MOST_MEGABYTES} MB, ${kinds('FLAW')} flaws; slowest ${slowest.processor} ms of the processor (file ${slowest.number}), most memory ${largest.megabytes} MB (file ${largest.number})`,
)
process.exitCode = failures.length === 0 ? 0 : 1
