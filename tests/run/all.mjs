import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { attemptsToLeave, networkIsGone, runWithoutNetwork } from '../../main/setup/network-less.mjs'
import { prepareBuild, prepareDependencies, prepareRuntime } from '../../main/setup/prepare.mjs'
import { projectRoot } from '../../main/setup/runtime.mjs'
import { SetupError, sayPlain, step } from '../../main/setup/say.mjs'
import { hasDisplay, installSystemPackages, missingForWindow, startXvfb } from '../../main/setup/system.mjs'
import { nothing, oneFailure, playwrightTally, sum, vitestTally } from './reports.mjs'

/** @typedef {import('./reports.mjs').Tally} Tally */

const root = projectRoot()
const reports = join(root, '.cache', 'reports')
/** @param {string[]} path */
const tool = (...path) => join(root, 'node_modules', ...path)

/**
 * Runs a Node script of a dependency with its output shown.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [extra]
 * @returns {Promise<number>} exit code
 */
const run = (args, extra = {}) =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0', ...extra }
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', reject).on('close', (code) => resolve(code ?? 1))
  })

/** @param {string} title */
const heading = (title) => sayPlain(`\n== ${title}`)

/**
 * @param {string} name
 * @param {number} code
 * @returns {Tally}
 */
const oneCheck = (name, code) => (code === 0 ? { ...nothing(), passed: 1 } : oneFailure(name))

/** @returns {Promise<Tally>} */
const lint = async () => {
  heading('Lint and format')
  const args = ['check', '--error-on-warnings', '--no-errors-on-unmatched', '.']
  return oneCheck('biome check', await run([tool('@biomejs', 'biome', 'bin', 'biome'), ...args]))
}

/** @returns {Promise<Tally>} */
const types = async () => {
  heading('Types')
  return oneCheck('tsc', await run([tool('typescript', 'bin', 'tsc'), '-b']))
}

/** @returns {Promise<Tally>} */
const buildCheck = async () => {
  heading('Build')
  try {
    await prepareBuild(root)
    return oneCheck('build', 0)
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    sayPlain(error.message)
    return oneFailure('build')
  }
}

/** @returns {Promise<Tally>} */
const vitest = async () => {
  heading('Unit, contract, integration, packs, command line')
  const report = join(reports, 'vitest.json')
  const code = await run([
    tool('vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  return vitestTally(report, code)
}

/**
 * @param {string[]} files patterns, none = all
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Tally>}
 */
const playwright = async (files, env) => {
  const report = join(reports, 'playwright.json')
  rmSync(report, { force: true })
  const args = [tool('@playwright', 'test', 'cli.js'), 'test', ...files, '--reporter=list,json']
  return playwrightTally(report, await run(args, { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report }))
}

/** @returns {Promise<Tally>} */
const windowTests = async () => {
  heading('End to end in a real window')
  const runtime = await prepareRuntime(root)
  if (!runtime) return oneFailure('window: no Electron runtime could be had, so no window was tested')
  const display = await hasDisplay()
  const title = { cs: 'Systémové knihovny', en: 'System libraries', pl: 'Biblioteki systemowe' }
  await step(title, () => installSystemPackages(() => missingForWindow(runtime.executable, display)))
  const screen = display ? null : await startXvfb()
  const env = screen ? { DISPLAY: screen.display } : {}
  try {
    if (!networkIsGone()) return await playwright([], env)
    // One file attacks on purpose, by every way a page has; all the others must not even try.
    const ordinary = () => playwright(['/e2e/(?!no-network)[^/]*$'], env)
    return sum([await watched('the window tests', ordinary), await playwright(['no-network'], env)])
  } finally {
    screen?.stop()
  }
}

/** @returns {Promise<Tally>} */
const windowCheck = async () => {
  try {
    return await windowTests()
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    sayPlain(error.message)
    return oneFailure('window: it could not be opened, see above')
  }
}

/**
 * In a namespace without network: also counts what tried to leave it meanwhile.
 * @param {string} name
 * @param {() => Promise<Tally>} check
 * @returns {Promise<Tally>}
 */
const watched = async (name, check) => {
  if (!networkIsGone()) return check()
  const before = attemptsToLeave()
  const tally = await check()
  const attempts = attemptsToLeave() - before
  sayPlain(`Attempts to reach the network during ${name}: ${attempts}`)
  return sum([tally, oneCheck(`${name}: ${attempts} attempts to reach the network`, attempts)])
}

/** @type {Record<string, () => Promise<Tally>>} */
const checks = {
  lint,
  types,
  build: buildCheck,
  tests: () => watched('the tests without a window', vitest),
  window: windowCheck,
}

/**
 * @param {string[]} names
 * @returns {Promise<number>} exit code
 */
const runChecks = async (names) => {
  const began = Date.now()
  await prepareDependencies(root)
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  /** @type {Tally[]} */
  const tallies = []
  for (const name of names) {
    // Without bundles every window test would wait for its time-out and say the same.
    const blocked = name === 'window' && tallies.some(({ failures }) => failures.includes('build'))
    if (blocked) tallies.push(oneFailure('window: there is no build to open'))
    else tallies.push((await checks[name]?.()) ?? oneFailure(`${name}: no such check`))
  }
  const total = sum(tallies)
  heading(`All done in ${Math.round((Date.now() - began) / 1000)} s`)
  for (const failure of total.failures) sayPlain(`failed: ${failure.replace(`${root}/`, '')}`)
  sayPlain(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
  return total.failed === 0 ? 0 : 1
}

/**
 * `--offline` sets up first and then runs in a namespace without network; `--only NAME` runs one check.
 * @param {string[]} args
 * @returns {Promise<number>} exit code
 */
export const runAll = async (args) => {
  const only = args.indexOf('--only')
  const names = only < 0 ? Object.keys(checks) : ['build', args[only + 1] ?? '']
  if (!args.includes('--offline') || networkIsGone()) return runChecks([...new Set(names)])
  await prepareDependencies(root)
  await prepareBuild(root)
  const runtime = await prepareRuntime(root)
  const display = await hasDisplay()
  if (runtime) await installSystemPackages(() => missingForWindow(runtime.executable, display))
  return runWithoutNetwork([join(root, 'tests', 'run.mjs'), ...args], root)
}
