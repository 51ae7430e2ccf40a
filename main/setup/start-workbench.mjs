import { spawn } from 'node:child_process'
import { readdirSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { prepareBuild, prepareDependencies, prepareRuntime } from './prepare.mjs'
import { electronSwitches, projectRoot } from './runtime.mjs'
import { say, sayPlain } from './say.mjs'
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
 * @param {string} folder
 * @returns {string[]}
 */
const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => a.name.localeCompare(b.name))
    .flatMap((entry) =>
      entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
    )

/**
 * The main job without a window: the same one, by the command line.
 * @param {string} root
 * @param {Sentence} reason
 */
const headless = async (root, reason) => {
  say(reason)
  const folder = join(root, 'workbench-demo')
  rmSync(folder, { recursive: true, force: true })
  const code = await run(
    process.execPath,
    [join(root, 'out', 'cli', 'index.js'), 'demo', '--out', folder],
    root,
  )
  if (code !== 0) return code
  say({ cs: 'Zapsáno:', en: 'Written:', pl: 'Zapisano:' })
  for (const path of filesIn(folder)) {
    sayPlain(`  ${relative(root, path)}  ${(statSync(path).size / 1000).toFixed(1)} kB`)
  }
  return 0
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
