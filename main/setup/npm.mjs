import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'
import { SetupError } from './say.mjs'

/**
 * npm's own script, run by this Node: no shell, so spaces in paths need no quoting and Windows no `npm.cmd`.
 * @returns {string}
 */
export const npmScript = () => {
  const given = process.env['npm_execpath']
  if (given && basename(given) === 'npm-cli.js' && existsSync(given)) return given
  const inside = join('node_modules', 'npm', 'bin', 'npm-cli.js')
  const beside = dirname(realpathSync(process.execPath))
  const places = [join(beside, inside), join(beside, '..', 'lib', inside)]
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const link = join(folder, 'npm')
    if (!existsSync(link)) continue
    const real = realpathSync(link)
    places.push(basename(real) === 'npm-cli.js' ? real : join(dirname(real), inside))
  }
  const found = places.find((place) => existsSync(place))
  if (found) return found
  throw new SetupError({
    cs: 'K této instalaci Node.js chybí npm. Nainstalujte ho a spusťte příkaz znovu.',
    en: 'This installation of Node.js has no npm. Please install it and run the command again.',
    pl: 'W tej instalacji Node.js brakuje npm. Proszę go zainstalować i uruchomić polecenie ponownie.',
  })
}

/**
 * @typedef {object} Watch
 * @property {(line: string) => void} onLine every line the process writes
 * @property {number} firstMs how long it may stay silent at first
 * @property {number} silentMs how long it may stay silent later
 * @property {() => boolean} [moving] other proof of life than a line
 */

/**
 * Runs a Node script and kills it when nothing moves: a network that drops packets must not hold anybody up.
 * @param {string[]} args script and its arguments
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, watch: Watch }} options
 * @returns {Promise<{ code: number, output: string, gaveUp: boolean }>}
 */
export const runWatched = (args, { cwd, env = process.env, watch }) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let rest = ''
    let last = Date.now()
    let limit = watch.firstMs
    let gaveUp = false
    const moved = () => {
      last = Date.now()
      limit = watch.silentMs
    }
    /** @param {Buffer} chunk */
    const hear = (chunk) => {
      output = (output + chunk).slice(-20_000)
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) watch.onLine(line)
      moved()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    const clock = setInterval(() => {
      if (watch.moving?.()) moved()
      if (Date.now() - last < limit) return
      gaveUp = true
      child.kill('SIGKILL')
    }, 500)
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(clock)
      resolve({ code: code ?? 1, output, gaveUp })
    })
  })

const unreachable =
  /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT|network/

/**
 * Runs npm so that it reports each package it fetched and gives up soon on a dead network.
 * @param {string[]} args
 * @param {string} cwd
 * @param {(packages: number) => void} fetched
 * @param {() => boolean} [moving]
 * @returns {Promise<{ code: number, output: string, offline: boolean }>}
 */
export const npm = async (args, cwd, fetched, moving) => {
  let packages = 0
  const result = await runWatched(
    [
      npmScript(),
      ...args,
      '--loglevel=http',
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      '--no-update-notifier',
      '--fetch-retries=1',
      '--fetch-retry-mintimeout=1000',
      '--fetch-timeout=60000',
    ],
    {
      cwd,
      watch: {
        onLine: (line) => {
          if (/^npm http (fetch|cache)/.test(line)) fetched(++packages)
        },
        firstMs: 30_000,
        silentMs: 180_000,
        ...(moving ? { moving } : {}),
      },
    },
  )
  return {
    code: result.code,
    output: result.output,
    offline: result.code !== 0 && (result.gaveUp || unreachable.test(result.output)),
  }
}
