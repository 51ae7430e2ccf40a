/**
 * Reads mutated files one after another: the part of `import-fuzz.ts` that may be killed. Says `begin N` and
 * `end N MILLISECONDS PROCESSOR MEGABYTES OUTCOME` for each; an outcome that begins with `FLAW` is a bug.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { provideEngine } from '../../main/ingest'
import { engineWorker } from '../helpers/engine'
import { seeded } from '../helpers/import-files'
import { checkFile, Flaw } from './check-file'
import { CheckedProject } from './check-project'
import { lay, mutant } from './mutate'
import { ownSeeds, seedsOf } from './seeds'

/** Peak of resident memory since the last call, in megabytes; 0 where the system does not tell. */
function peakMegabytes(): number {
  try {
    const peak = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))
    writeFileSync('/proc/self/clear_refs', '5')
    return Math.round(Number(peak?.[1] ?? 0) / 1024)
  } catch {
    return 0
  }
}

async function outcomeOf(path: string, project: CheckedProject | null): Promise<string> {
  try {
    return await (project === null ? checkFile(path) : project.check(path))
  } catch (error) {
    if (error instanceof Flaw) return `FLAW ${error.message}`
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return `FLAW thrown ${stack.split('\n').slice(0, 6).join(' | ')}`
  }
}

async function main([
  scratch = '',
  from = '0',
  to = '0',
  seed = '1',
  every = '33',
  extra = '',
]: readonly string[]) {
  provideEngine(engineWorker())
  const seeds = [...(await ownSeeds()), ...(extra === '' ? [] : seedsOf(extra))]
  const project = Number(every) === 0 ? null : await CheckedProject.open()
  for (let number = Number(from); number < Number(to); number++) {
    const path = lay(scratch, mutant(seeds, seeded(Number(seed) * 1_000_003 + number)))
    process.stdout.write(`begin ${number}\n`)
    peakMegabytes()
    const [began, used] = [performance.now(), process.cpuUsage()]
    const real = project !== null && number % Number(every) === 0
    const outcome = await outcomeOf(path, real ? project : null)
    const { user, system } = process.cpuUsage(used)
    const times = `${Math.round(performance.now() - began)} ${Math.round((user + system) / 1000)}`
    process.stdout.write(`end ${number} ${times} ${peakMegabytes()} ${outcome.replaceAll('\n', ' ')}\n`)
  }
  await project?.close()
}

await main(process.argv.slice(2))
