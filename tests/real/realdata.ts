/**
 * Imports every case of a folder of real data, each into a project of its own, and checks what is known of it:
 * `npx tsx tests/real/realdata.ts FOLDER [CASE...] [--markdown OUT]`. Each case runs in a process of its own; a file
 * that crashes or hangs it is told and the rest goes on. Exits with 1 when a fact is wrong, a sum does not balance,
 * a file crashes or hangs, or memory passes the limit. Where the folder is absent, it says so and exits with 0.
 */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { FactResult, FileResult, Said } from './realdata-case'
import { markdownOf, printCase } from './realdata-report'

/** Seconds without a word after which a case's process is given up; a busy machine needs a margin. */
const PATIENCE_SECONDS = 120
/** What one file may take of the processor, and what a case may take of memory. */
export const MOST_PROCESSOR_SECONDS = 10
export const MOST_MEGABYTES = 1536

/** A file that took the process with it; one type for each end, so that a check tells them from results. */
type BrokenFile =
  | { readonly file: string; readonly outcome: 'crash' }
  | { readonly file: string; readonly outcome: 'hang' }

export interface CaseResult {
  readonly name: string
  readonly files: readonly (FileResult | BrokenFile)[]
  readonly facts: readonly FactResult[]
  readonly peakMegabytes: number
}

/** One run of the child; `broke` is the file it was at when it ended by itself or was given up. */
async function runOnce(folder: string, name: string, skip: readonly string[], into: FileResult[]) {
  const script = resolve(import.meta.dirname, 'realdata-case.ts')
  const assets = resolve(import.meta.dirname, '../helpers/asset-paths.mjs')
  const words = ['--import', 'tsx', '--import', assets, script, folder, name, ...skip]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = new Promise((end) => child.once('exit', end))
  let [at, hung] = ['', false]
  let end: Extract<Said, { say: 'facts' }> | null = null
  const giveUp = () => {
    hung = true
    child.kill('SIGKILL')
  }
  let timer = setTimeout(giveUp, PATIENCE_SECONDS * 1000)
  for await (const line of createInterface({ input: child.stdout })) {
    clearTimeout(timer)
    timer = setTimeout(giveUp, PATIENCE_SECONDS * 1000)
    const said: Said = JSON.parse(line)
    if (said.say === 'begin') at = said.file
    if (said.say === 'file') into.push(said.result)
    if (said.say === 'facts') end = said
  }
  await gone
  clearTimeout(timer)
  return {
    end,
    broke: end === null ? { file: at, outcome: hung ? ('hang' as const) : ('crash' as const) } : null,
  }
}

async function runCase(folder: string, name: string): Promise<CaseResult> {
  const broken: BrokenFile[] = []
  for (;;) {
    const files: FileResult[] = []
    const skip = broken.map(({ file }) => file)
    const { end, broke } = await runOnce(folder, name, skip, files)
    if (broke !== null) broken.push(broke)
    const stuck = broke !== null && skip.includes(broke.file)
    if (end !== null || stuck) {
      const { results = [], peakMegabytes = 0 } = end ?? {}
      return { name, files: [...files, ...broken], facts: results, peakMegabytes }
    }
  }
}

/** What is wrong with a case, one sentence each. */
export function flawsOf({ files, facts, peakMegabytes }: CaseResult): readonly string[] {
  return [
    ...files.flatMap((each) => {
      if (each.outcome === 'crash' || each.outcome === 'hang') return [`${each.file}: ${each.outcome}`]
      const slow = each.processor > MOST_PROCESSOR_SECONDS * 1000
      return [
        ...(each.balanced ? [] : [`${each.file}: read is not loaded + rejected + preamble + footer`]),
        ...(slow ? [`${each.file}: ${(each.processor / 1000).toFixed(1)} s of the processor`] : []),
      ]
    }),
    ...facts.flatMap(({ about, result, detail }) => (result === 'wrong' ? [`${about}: ${detail}`] : [])),
    ...(peakMegabytes > MOST_MEGABYTES ? [`${peakMegabytes} MB`] : []),
  ]
}

async function main(words: readonly string[]): Promise<number> {
  const at = words.indexOf('--markdown')
  const out = at < 0 ? undefined : words[at + 1]
  const [folder, ...wanted] = words.filter((_, i) => at < 0 || (i !== at && i !== at + 1))
  if (folder === undefined || !existsSync(folder)) {
    console.log('skipped: no such folder')
    return 0
  }
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const names = entries.map(({ name }) => name).sort()
  const results: CaseResult[] = []
  for (const name of names.filter((each) => wanted.length === 0 || wanted.includes(each))) {
    const result = await runCase(resolve(folder), name)
    results.push(result)
    printCase(result)
    if (out !== undefined) writeFileSync(out, markdownOf(results))
  }
  const flaws = results.flatMap((result) => flawsOf(result).map((flaw) => `${result.name}: ${flaw}`))
  const facts = results.flatMap((result) => result.facts)
  const count = (what: FactResult['result']) => facts.filter(({ result }) => result === what).length
  const files = results.reduce((sum, result) => sum + result.files.length, 0)
  console.log(
    `${results.length} cases, ${files} files; facts: ${count('right')} right, ${count('wrong')} wrong, ${count('not applicable')} not applicable`,
  )
  for (const flaw of flaws) console.log(`FLAW  ${flaw}`)
  return flaws.length === 0 ? 0 : 1
}

if (process.argv[1] === join(import.meta.dirname, 'realdata.ts')) {
  process.exitCode = await main(process.argv.slice(2))
}
