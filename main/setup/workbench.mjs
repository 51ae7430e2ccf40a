// `npm run -s workbench -- ARGS`: the command line of a checkout. Standard output is the answer's alone.
import './node-version.mjs'

const { spawn } = await import('node:child_process')
const { join } = await import('node:path')
const { prepareQuietly } = await import('./prepare.mjs')
const { projectRoot } = await import('./runtime.mjs')
const { runMain, speakOnStandardError } = await import('./say.mjs')

speakOnStandardError()
await runMain(async () => {
  const root = projectRoot()
  await prepareQuietly(root)
  // npm runs scripts in the project's folder; file names on the command line are relative to where the user is.
  const cwd = process.env['INIT_CWD'] ?? process.cwd()
  const args = [join(root, 'out', 'cli', 'index.js'), ...process.argv.slice(2)]
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: 'inherit' })
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
      process.on(signal, () => child.kill(signal))
    child.on('error', reject).on('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)))
  })
})
