// `npm run dev`: electron-vite's development server and window, on the runtime set-up found.
import './node-version.mjs'

const { spawn } = await import('node:child_process')
const { join } = await import('node:path')
const { prepareDependencies, prepareRuntime } = await import('./prepare.mjs')
const { electronSwitches, projectRoot } = await import('./runtime.mjs')
const { runMain, SetupError } = await import('./say.mjs')

await runMain(async () => {
  const root = projectRoot()
  await prepareDependencies(root)
  const runtime = await prepareRuntime(root)
  if (!runtime) {
    throw new SetupError({
      cs: 'Electron se nepodařilo získat, vývojové okno nelze otevřít.',
      en: 'No Electron could be had, so no development window can open.',
      pl: 'Nie udało się uzyskać Electrona, więc nie można otworzyć okna deweloperskiego.',
    })
  }
  const sandbox = electronSwitches(runtime.executable).includes('--no-sandbox') ? { NO_SANDBOX: '1' } : {}
  const env = { ...process.env, ...sandbox, ELECTRON_EXEC_PATH: runtime.executable }
  const args = [join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'dev']
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args, ...process.argv.slice(2)], {
      cwd: root,
      env,
      stdio: 'inherit',
    })
    child.on('error', reject).on('close', (code) => resolve(code ?? 1))
  })
})
