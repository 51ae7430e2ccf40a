import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { CommandEnvironment } from '../commands/command-table'
import { fileKeyStore, userFolder } from '../commands/key-store'
import { resourcePaths } from '../commands/resources'
import { lockNetwork } from '../guard/no-network'
import type { Terminal } from './output'
import { runCli } from './run-cli'
import { checkoutApp, shellPrinter } from './shell-printer'

/** out/cli/index.js lies two folders below the project, or below app.asar. */
const root = resolve(import.meta.dirname, '..', '..')
const installed = root.endsWith('.asar') ? resolve(root, '..') : null

function environment(): CommandEnvironment {
  const paths = resourcePaths({ root, installed })
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const own = process.env['WORKBENCH_PACKS']
  return {
    workerPath: paths.workerPath,
    packFolders: own === undefined || own === '' ? [paths.packFolder] : [paths.packFolder, resolve(own)],
    templateFolders: [paths.templateFolder],
    sampleFolder: paths.sampleFolder,
    fontFolder: paths.fontFolder,
    appVersion: version,
    client: 'command line',
    keys: fileKeyStore(join(userFolder(process.env), 'keys')),
    pdfPrinter: shellPrinter(() =>
      installed === null ? checkoutApp(root) : Promise.resolve({ executable: process.execPath, words: [] }),
    ),
  }
}

const terminal: Terminal = {
  out: (data) => process.stdout.write(data),
  err: (text) => process.stderr.write(text),
  cwd: process.cwd(),
  env: process.env,
  interactive: process.stderr.isTTY === true,
}

/** A reader that closes the pipe early (`| head`) is no failure of ours. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

const cancel = new AbortController()
process.once('SIGINT', () => cancel.abort())
process.once('SIGTERM', () => cancel.abort())

lockNetwork((what) => terminal.err(`refused connection: ${what}\n`))
process.exitCode = await runCli(process.argv.slice(2), terminal, environment(), cancel.signal)
// Under the installed app we are a utility process, whose line to the app keeps it alive for ever.
if (Reflect.has(process, 'parentPort')) process.stdout.write('', () => process.exit())
