import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const built = join(root, 'out/db/worker.js')

/** Path of the built database worker; builds it first when it is missing or older than its sources. */
export function engineWorker(): string {
  if (!existsSync(built) || statSync(built).mtimeMs < newest()) build()
  return built
}

function newest(): number {
  const folder = join(root, 'main/db')
  const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  return Math.max(...sources.map((name) => statSync(join(folder, name)).mtimeMs))
}

/** Built aside and moved into place file by file, so that a run next door never reads half a worker. */
function build(): void {
  const aside = join(root, '.cache', `engine-${process.pid}`)
  try {
    execFileSync(
      process.execPath,
      [
        join(root, 'node_modules/electron-vite/bin/electron-vite.js'),
        'build',
        '-c',
        'tests/helpers/engine.build.ts',
      ],
      { cwd: root, env: { ...process.env, WORKBENCH_ENGINE_OUT: aside }, stdio: 'pipe' },
    )
    for (const folder of ['chunks', 'db']) {
      mkdirSync(join(root, 'out', folder), { recursive: true })
      for (const name of readdirSync(join(aside, folder)))
        renameSync(join(aside, folder, name), join(root, 'out', folder, name))
    }
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

/** A folder of its own for one test file, with a name that breaks careless quoting. */
export function scratchFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `workbench ${name} ěšč' `))
}
