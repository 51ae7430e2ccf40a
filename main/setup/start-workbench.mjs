import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.mjs'
import { prepareBuild, prepareDependencies, prepareRuntime } from './prepare.mjs'
import { electronSwitches, projectRoot } from './runtime.mjs'
import { say } from './say.mjs'
import { hasDisplay, installCommand, missingForWindow } from './system.mjs'

/** @typedef {import('./language.mjs').Sentence} Sentence */

/**
 * @param {string} executable
 * @param {string[]} args
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
const run = (executable, args, root, env = process.env) =>
  new Promise((resolve, reject) => {
    const child = spawn(executable, args, { cwd: root, env, stdio: 'inherit' })
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
      process.once(signal, () => child.kill(signal))
    child.on('error', reject).on('close', (code) => resolve(code ?? 1))
  })

/**
 * The main job without a window: the same one, by the command line, which says what it wrote. Under the lock,
 * because a second start would clear the folder the first one writes to.
 * @param {string} root
 * @param {Sentence} reason
 */
const headless = (root, reason) => {
  say(reason)
  const folder = join(root, 'workbench-demo')
  const words = [join(root, 'out', 'cli', 'index.js'), 'demo', '--out', folder]
  const work = () => {
    rmSync(folder, { recursive: true, force: true })
    return run(process.execPath, words, root)
  }
  return withLock(root, work, () =>
    say({
      cs: 'Jiný příkaz právě pracuje ve stejné složce, čekám na něj.',
      en: 'Another command is working in the same folder, waiting for it.',
      pl: 'Inne polecenie pracuje właśnie w tym samym folderze, czekam na nie.',
    }),
  )
}

/** @type {Record<'display' | 'runtime', Sentence>} */
const reasons = {
  display: {
    cs: 'Tento počítač nemá obrazovku, proto hlavní úloha poběží bez okna a zprávy se zapíší do složky workbench-demo.',
    en: 'This machine has no display, so the main job runs without a window and writes its reports to the folder workbench-demo.',
    pl: 'Ten komputer nie ma ekranu, więc główne zadanie działa bez okna i zapisuje raporty w folderze workbench-demo.',
  },
  runtime: {
    cs: 'Electron se nepodařilo získat, proto hlavní úloha poběží bez okna a zprávy se zapíší do složky workbench-demo.',
    en: 'No Electron could be had, so the main job runs without a window and writes its reports to the folder workbench-demo.',
    pl: 'Nie udało się uzyskać Electrona, więc główne zadanie działa bez okna i zapisuje raporty w folderze workbench-demo.',
  },
}

/** @param {{ names: string[], packages: string[][] }} missing */
const librariesReason = (missing) => {
  const [names, command] = [missing.names.join(', '), installCommand(missing.packages)]
  return {
    cs: `Pro okno tu chybí ${names} (doplní: ${command}), proto hlavní úloha poběží bez okna a zprávy se zapíší do složky workbench-demo.`,
    en: `A window needs ${names} (to install: ${command}), so the main job runs without one and writes its reports to the folder workbench-demo.`,
    pl: `Do otwarcia okna brakuje ${names} (instalacja: ${command}), więc główne zadanie działa bez okna i zapisuje raporty w folderze workbench-demo.`,
  }
}

/** @returns {Promise<number>} the exit code */
export const start = async () => {
  const root = projectRoot()
  await prepareDependencies(root)
  await prepareBuild(root)
  if (!(await hasDisplay())) return headless(root, reasons.display)
  const runtime = await prepareRuntime(root)
  if (!runtime) return headless(root, reasons.runtime)
  const missing = missingForWindow(runtime.executable, true)
  if (missing.packages.length > 0) return headless(root, librariesReason(missing))
  say({
    cs: 'Otevírám Regional Workbench s ukázkovým regionem.',
    en: 'Opening Regional Workbench on the sample region.',
    pl: 'Otwieram Regional Workbench z regionem przykładowym.',
  })
  // Set by some editors' terminals; it would turn Electron into a plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const args = [...electronSwitches(runtime.executable), root, '--sample', ...process.argv.slice(2)]
  return run(runtime.executable, args, root, env)
}
