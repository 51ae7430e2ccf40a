/* What Linux must bring along for a window: shared libraries, and a display (or Xvfb to make one). */
import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { delimiter, join } from 'node:path'
import { SetupError } from './say.mjs'

/** @param {string} name */
export const onPath = (name) =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })

/**
 * Whether a window could show. A DISPLAY whose server is gone counts as none.
 * @returns {Promise<boolean>}
 */
export const hasDisplay = async () => {
  if (process.platform !== 'linux') return true
  if (process.env['WAYLAND_DISPLAY']) return true
  const local = /^(?:unix)?:(\d+)(?:\.\d+)?$/.exec(process.env['DISPLAY'] ?? '')
  if (!local) return Boolean(process.env['DISPLAY'])
  const socket = connect(`/tmp/.X11-unix/X${local[1]}`)
  return new Promise((resolve) => {
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false))
  }).then((answer) => {
    socket.destroy()
    return /** @type {boolean} */ (answer)
  })
}

/**
 * Shared libraries the runtime asks for and the system does not have.
 * @param {string} executable
 * @returns {string[]}
 */
export const missingLibraries = (executable) => {
  if (process.platform !== 'linux') return []
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' })
  return [...(stdout ?? '').matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '')
}

const hasFonts = () =>
  ['/usr/share/fonts', '/usr/local/share/fonts'].some(
    (folder) => existsSync(folder) && readdirSync(folder).length > 0,
  )

// Debian 13 and Ubuntu 24.04 renamed some for 64-bit time: the first name the system offers is taken.
const debianLibraries = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libxss1'],
  ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  ['libdrm2'],
  ['libcups2t64', 'libcups2'],
]

/**
 * What a window test lacks on this machine.
 * @param {string} executable
 * @param {boolean} display
 * @returns {{ names: string[], packages: string[][] }} what is missing, and the packages that bring it
 */
export const missingForWindow = (executable, display) => {
  if (process.platform !== 'linux') return { names: [], packages: [] }
  const libraries = missingLibraries(executable)
  const packages = libraries.length > 0 ? [...debianLibraries] : []
  const names = [...libraries]
  if (!display && !onPath('Xvfb')) {
    names.push('Xvfb')
    packages.push(['xvfb'])
  }
  if (!hasFonts()) {
    names.push('fonts')
    packages.push(['fonts-dejavu-core'])
  }
  return { names, packages }
}

/** @param {string} name */
const offered = (name) =>
  /Candidate: (?!\(none\))/.test(
    spawnSync('apt-cache', ['policy', name], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } })
      .stdout ?? '',
  )

/** @param {string[][]} packages */
const chosen = (packages) => packages.map((names) => names.find(offered) ?? names.at(-1) ?? '')

/** @param {string[][]} packages */
export const installCommand = (packages) =>
  `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${chosen(packages).join(' ')}`

/**
 * @param {string[]} args
 * @returns {Promise<number>}
 */
const aptGet = (args) =>
  new Promise((resolve) => {
    const options = ['-o', 'Acquire::http::Timeout=30', '-o', 'DPkg::Lock::Timeout=120']
    const child = spawn('apt-get', [...options, ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    child.on('error', () => resolve(1)).on('close', (code) => resolve(code ?? 1))
  })

/**
 * Installs what is missing as root with apt; anywhere else, or when that did not help, says the exact command.
 * @param {() => { names: string[], packages: string[][] }} look
 * @returns {Promise<'ready' | 'installed'>}
 */
export const installSystemPackages = async (look) => {
  const missing = look()
  if (missing.packages.length === 0) return 'ready'
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    await aptGet(['update', '-qq'])
    await aptGet(['install', '-y', '-qq', '--no-install-recommends', ...chosen(missing.packages)])
    if (look().packages.length === 0) return 'installed'
  }
  const [names, command] = [missing.names.join(', '), installCommand(missing.packages)]
  throw new SetupError({
    cs: `Pro okno na tomto počítači chybí: ${names}. Spusťte:\n${command}`,
    en: `A window needs what this machine lacks: ${names}. Please run:\n${command}`,
    pl: `Do otwarcia okna na tym komputerze brakuje: ${names}. Proszę uruchomić:\n${command}`,
  })
}

/**
 * A display of our own. Xvfb chooses a free number itself and tells it on file descriptor 3.
 * @returns {Promise<{ display: string, stop: () => void }>}
 */
export const startXvfb = () =>
  new Promise((resolve, reject) => {
    const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    })
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error(`Xvfb ended with code ${code} before it had a display`)))
    const stop = () => {
      child.kill()
    }
    process.once('exit', stop)
    // A terminal's Ctrl-C reaches Xvfb itself; a plain kill reaches only us, and would skip `exit`.
    process.once('SIGTERM', () => process.exit(143))
    child.stdio[3]?.once('data', (number) => resolve({ display: `:${String(number).trim()}`, stop }))
  })
