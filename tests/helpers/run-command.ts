import { resolve } from 'node:path'
import { runCli } from '../../main/cli/run-cli'
import type { CommandEnvironment } from '../../main/commands/command-table'
import { engineWorker } from './engine'

const root = resolve(import.meta.dirname, '../..')

/** The command line's surroundings from the sources as they are, for tests in one process. */
export const commandEnvironment = (more: Partial<CommandEnvironment> = {}): CommandEnvironment => ({
  workerPath: engineWorker(),
  packFolders: [resolve(root, 'analyses/packs')],
  templateFolders: [resolve(root, 'analyses/templates')],
  sampleFolder: resolve(root, 'sample-data/region'),
  fontFolder: resolve(root, 'node_modules/source-sans/TTF'),
  appVersion: 'test',
  client: 'test',
  keys: { key: () => Promise.reject(new Error('no keys here')) },
  pdfPrinter: null,
  ...more,
})

export interface CommandOutcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** One invocation in this process, in a folder, in English. */
export async function runCommand(
  words: readonly string[],
  cwd: string,
  { signal = new AbortController().signal, environment = commandEnvironment() } = {},
): Promise<CommandOutcome> {
  let [out, err] = ['', '']
  const terminal = {
    out: (data: string | Uint8Array) => {
      out += typeof data === 'string' ? data : ''
    },
    err: (text: string) => {
      err += text
    },
    cwd,
    env: { LANG: 'en' },
    interactive: false,
  }
  const code = await runCli([...words], terminal, environment, signal)
  return { code, out, err }
}
