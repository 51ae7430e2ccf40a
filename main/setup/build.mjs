import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { SetupError } from './say.mjs'

const sources = [
  'analyses',
  'main',
  'preload',
  'renderer',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
]
// Packs and code lists are read from disk at run time, set-up and tests are no part of the bundles.
const apart = [/^analyses\/(packs|reference)\//, /^main\/(setup|packaging)\//, /\.test\.tsx?$/, /\.md$/]

/**
 * @param {string} root
 * @param {string} path inside root, with forward slashes
 * @returns {string[]} the files at or below it, in an order that does not depend on the disk
 */
const filesBelow = (root, path) => {
  const found = statSync(join(root, path), { throwIfNoEntry: false })
  if (!found) return []
  if (!found.isDirectory()) return [path]
  const names = readdirSync(join(root, path)).sort()
  return names.flatMap((name) => filesBelow(root, `${path}/${name}`))
}

/** @param {string} root */
const sourceStamp = (root) => {
  const hash = createHash('sha256')
  for (const path of sources.flatMap((source) => filesBelow(root, source))) {
    if (apart.some((pattern) => pattern.test(path))) continue
    const bytes = readFileSync(join(root, path))
    hash.update(`${path}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

/**
 * What was built, by name and size: a bundle deleted or built by hand is noticed.
 * @param {string} root
 */
const outputs = (root) => filesBelow(root, 'out').map((path) => [path, statSync(join(root, path)).size])

/** @param {string} root */
const stampFile = (root) => join(root, '.cache', 'stamps', 'build.json')

/** @param {string} root */
const buildFits = (root) => {
  if (!existsSync(stampFile(root))) return false
  const stamp = { source: sourceStamp(root), outputs: outputs(root) }
  return stamp.outputs.length > 0 && readFileSync(stampFile(root), 'utf8') === JSON.stringify(stamp)
}

/**
 * @param {string} root
 * @returns {Promise<{ code: number, output: string }>}
 */
const runBundler = (root) =>
  new Promise((resolve, reject) => {
    const script = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
    const child = spawn(process.execPath, [script, 'build'], {
      cwd: root,
      env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    /** @param {Buffer} chunk */
    const keep = (chunk) => {
      output += chunk
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })

/**
 * Bundles when a source or an output changed since the last time.
 * @param {string} root
 * @returns {Promise<'ready' | 'built'>}
 */
export const build = async (root) => {
  if (buildFits(root)) return 'ready'
  const source = sourceStamp(root)
  rmSync(join(root, 'out'), { recursive: true, force: true })
  const { code, output } = await runBundler(root)
  if (code !== 0) {
    // Some of the bundler's colours do not heed NO_COLOR.
    const plain = stripVTControlCharacters(output)
    const lines = plain.split('\n').filter((line) => line.trim() !== '' && !/^\s+at /.test(line))
    const tail = lines.slice(-30).join('\n')
    throw new SetupError({
      cs: `Sestavení se nezdařilo:\n${tail}`,
      en: `The build failed:\n${tail}`,
      pl: `Budowanie nie powiodło się:\n${tail}`,
    })
  }
  const file = stampFile(root)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(`${file}.new`, JSON.stringify({ source, outputs: outputs(root) }))
  renameSync(`${file}.new`, file)
  return 'built'
}
