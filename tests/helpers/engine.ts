import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/**
 * Path of the database worker, built as in the product from the sources as they are now. Named by their
 * digest and never overwritten, so that a build or a test run next door cannot pull it away.
 */
export function engineWorker(): string {
  const folder = join(root, '.cache/engine', digestOfSources())
  const worker = join(folder, 'db/worker.js')
  if (!existsSync(worker)) build(folder)
  return worker
}

function digestOfSources(): string {
  const folder = join(root, 'main/db')
  const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const digest = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const name of sources.sort()) digest.update(name).update(readFileSync(join(folder, name)))
  return digest.digest('hex').slice(0, 16)
}

function build(folder: string): void {
  const aside = `${folder}.${process.pid}`
  const tool = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  try {
    execFileSync(process.execPath, [tool, 'build', '-c', 'tests/helpers/engine.build.ts'], {
      cwd: root,
      env: { ...process.env, WORKBENCH_ENGINE_OUT: aside },
      stdio: 'pipe',
    })
    mkdirSync(dirname(folder), { recursive: true })
    renameSync(aside, folder)
  } catch (error) {
    // Somebody else was faster with the very same build.
    if (!existsSync(join(folder, 'db/worker.js'))) throw error
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

/** A folder of its own for one test file, with a name that breaks careless quoting. */
export const scratchFolder = (name: string): string => mkdtempSync(join(tmpdir(), `workbench ${name} ěšč ' `))
