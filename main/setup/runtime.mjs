/*
 * Where the Electron runtime is. Finds only, fetches nothing (get-runtime.mjs fetches), so that the command
 * line's PDF printing, the tests and the start script agree on one answer. Node built-ins only.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statfsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * @typedef {object} Runtime
 * @property {string} executable absolute path of the Electron binary
 * @property {string} version `unknown` for one that was given by WORKBENCH_ELECTRON
 * @property {'given' | 'own' | 'older'} kind given by the user; the pinned version; the older one tests fall back to
 */

/** The older Electron (linux x64) that stands in where the pinned one cannot be downloaded. */
export const olderVersion = '33.2.1'

/**
 * The checkout this file, or the bundle it was built into, belongs to.
 * @returns {string}
 */
export const projectRoot = () => {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}

/** @param {string} path */
const text = (path) => {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return ''
  }
}

/** @returns {Runtime | null} */
const given = () => {
  const path = process.env['WORKBENCH_ELECTRON']
  return path && existsSync(path) ? { executable: path, version: 'unknown', kind: 'given' } : null
}

/**
 * What Electron's own downloader left: `path.txt` is written last, so it stands for a complete unpacking.
 * @param {string} root
 * @returns {Runtime | null}
 */
const own = (root) => {
  const folder = join(root, 'node_modules', 'electron')
  const inside = text(join(folder, 'path.txt'))
  const version = text(join(folder, 'dist', 'version')).replace(/^v/, '')
  if (!inside || !text(join(folder, 'package.json')).includes(`"version": "${version}"`)) return null
  const executable = join(folder, 'dist', inside)
  return existsSync(executable) ? { executable, version, kind: 'own' } : null
}

/**
 * The folder is renamed into place when it is complete: being there is enough.
 * @param {string} root
 */
export const olderFolder = (root) => join(root, '.cache', 'runtime', `electron-${olderVersion}`)

/**
 * @param {string} root
 * @returns {Runtime | null}
 */
const older = (root) => {
  const executable = join(olderFolder(root), 'electron')
  return existsSync(executable) ? { executable, version: olderVersion, kind: 'older' } : null
}

/**
 * The Electron to run: the one given, else the pinned one, else the older one, else none.
 * @param {string} [root] the checkout
 * @returns {Runtime | null}
 */
export const findRuntime = (root = projectRoot()) => given() ?? own(root) ?? older(root)

/**
 * The Electron binary of this installation: ourselves when we run inside Electron, else what set-up found.
 * @returns {string | null}
 */
export const electronExecutable = () =>
  process.versions['electron'] ? process.execPath : (findRuntime()?.executable ?? null)

/**
 * Chromium's sandbox needs either user namespaces or its own set-uid file; as root it refuses to run at all.
 * @param {string} executable
 */
const sandboxWorks = (executable) => {
  if (process.getuid?.() === 0) return false
  const helper = statSync(join(dirname(executable), 'chrome-sandbox'), { throwIfNoEntry: false })
  if (helper && helper.uid === 0 && (helper.mode & 0o4000) !== 0) return true
  return spawnSync('unshare', ['-Ur', 'true'], { stdio: 'ignore' }).status === 0
}

/** Containers often give 64 MB of shared memory, too little for one page. */
const sharedMemoryIsSmall = () => {
  try {
    const { bsize, blocks } = statfsSync('/dev/shm')
    return bsize * blocks < 256 * 2 ** 20
  } catch {
    return true
  }
}

/**
 * Switches this machine needs before the app's own arguments. Empty on Windows and macOS.
 * @param {string} executable
 * @returns {string[]}
 */
export const electronSwitches = (executable) => {
  if (process.platform !== 'linux') return []
  const switches = sandboxWorks(executable) ? [] : ['--no-sandbox']
  if (sharedMemoryIsSmall()) switches.push('--disable-dev-shm-usage')
  if (!process.env['DISPLAY'] && process.env['WAYLAND_DISPLAY']) switches.push('--ozone-platform=wayland')
  return switches
}
