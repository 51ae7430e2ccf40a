import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { refuse } from '../../analyses/model/fault'
import type { PdfPrinter } from '../export/pdf-printer'

export interface DesktopApp {
  /** Electron or the installed app. */
  readonly executable: string
  /** What stands before our own words: switches, and in a checkout the project's folder. */
  readonly words: readonly string[]
}

/** Long enough for a cold start on an old computer. */
const patience = 120_000

/**
 * Prints with the desktop app, started for one print without a window. Without the app, or without a display
 * on Linux, the fault says so; HTML needs neither.
 */
export const shellPrinter = (find: () => Promise<DesktopApp | null>): PdfPrinter => ({
  async print(html) {
    const app = await find()
    const noDisplay =
      process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']
    if (app === null || noDisplay) return refuse('export.no-printer')
    const folder = await mkdtemp(join(tmpdir(), 'workbench-print-'))
    try {
      const [input, output] = [join(folder, 'report.html'), join(folder, 'report.pdf')]
      await writeFile(input, html)
      await run(app.executable, [
        ...app.words,
        `--user-data-dir=${join(folder, 'profile')}`,
        '--print-report',
        input,
        output,
      ])
      return await readFile(output)
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    }
  },
})

function run(executable: string, words: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(executable, words, { stdio: ['ignore', 'ignore', 'ignore'], timeout: patience })
    const fail = () => {
      try {
        refuse('export.no-printer')
      } catch (error) {
        reject(error)
      }
    }
    child.once('error', fail)
    child.once('exit', (code) => (code === 0 ? resolve() : fail()))
  })
}

interface SetupModule {
  readonly electronExecutable: () => string | null
  readonly electronSwitches: (executable: string) => readonly string[]
}

/** In a checkout the set-up knows which Electron there is; it is plain JavaScript beside the sources. */
export async function checkoutApp(root: string): Promise<DesktopApp | null> {
  const path = join(root, 'main', 'setup', 'runtime.mjs')
  if (
    !(await stat(path).then(
      () => true,
      () => false,
    ))
  )
    return null
  const setup: SetupModule = await import(/* @vite-ignore */ pathToFileURL(path).href)
  const executable = setup.electronExecutable()
  return executable === null ? null : { executable, words: [...setup.electronSwitches(executable), root] }
}
