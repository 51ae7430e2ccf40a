/*
 * `npm run dist -- [--linux dir] [--win] [--mac]`: packages the app. E2E=1 leaves the debugger's fuse on, so that
 * the window tests can drive the packaged app (WORKBENCH_PACKAGED=<binary> npm run test:e2e).
 */
import '../setup/node-version.mjs'

const { spawn } = await import('node:child_process')
const { dirname, join } = await import('node:path')
const { drawIcons } = await import('./icons.mjs')
const { prepareBuild, prepareDependencies, prepareRuntime } = await import('../setup/prepare.mjs')
const { findRuntime, projectRoot } = await import('../setup/runtime.mjs')
const { runMain, say } = await import('../setup/say.mjs')
const { onPath } = await import('../setup/system.mjs')

const root = projectRoot()
const asked = process.argv.slice(2)

/** Whether the package is for the system we run on: only then the runtime found here can be packed. */
const forThisSystem = () => {
  const flags = {
    linux: ['--linux', '-l'],
    win32: ['--win', '--windows', '-w'],
    darwin: ['--mac', '-m', '--macos'],
  }
  const named = Object.entries(flags).filter(([, names]) => names.some((name) => asked.includes(name)))
  return named.every(([system]) => system === process.platform)
}

/** @returns {Record<string, string>} settings that depend on this machine */
const machineSettings = () => {
  /** @type {Record<string, string>} */
  const settings = {}
  const runtime = forThisSystem() ? findRuntime(root) : null
  if (runtime && runtime.kind !== 'given') {
    const inApp = runtime.executable.indexOf('Electron.app')
    settings['electronDist'] = inApp < 0 ? dirname(runtime.executable) : runtime.executable.slice(0, inApp)
    settings['electronVersion'] = runtime.version
  }
  if (process.env['E2E'] === '1') settings['electronFuses.enableNodeCliInspectArguments'] = 'true'
  return settings
}

/** electron-builder would download these tools; where the system has its own, they serve. */
const tools = () => {
  const shim = join(root, 'main', 'packaging', 'deb.mjs')
  return {
    ...(process.platform === 'linux' && onPath('dpkg-deb') ? { CUSTOM_FPM_PATH: shim } : {}),
    ...(onPath('7za') ? { ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7za' } : {}),
  }
}

await runMain(async () => {
  await prepareDependencies(root)
  await prepareBuild(root)
  const runtime = await prepareRuntime(root)
  if (runtime?.kind === 'older') {
    say({
      cs: 'Balíček s touto verzí Electronu je na zkoušku, k vydání se nehodí.',
      en: 'A package with this version of Electron is for trial only, not for release.',
      pl: 'Pakiet z tą wersją Electrona służy tylko do prób, nie do wydania.',
    })
  }
  await drawIcons(root)
  const settings = Object.entries(machineSettings()).map(([name, value]) => `-c.${name}=${value}`)
  const args = [join(root, 'node_modules', 'electron-builder', 'cli.js'), ...asked, ...settings]
  const env = { ...tools(), ...process.env }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' })
    child.on('error', reject).on('close', (code) => resolve(code ?? 1))
  })
})
