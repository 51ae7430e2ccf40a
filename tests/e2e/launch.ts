import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { electronSwitches, findRuntime } from '../../main/setup/runtime.mjs'

export const root = resolve(import.meta.dirname, '../..')

export interface LaunchOptions {
  /** Words after the app's folder, such as `--sample` or a project's path. */
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Settings folder; a fresh one per launch when left out, so that no test sees another's settings. */
  readonly userData?: string
  /** Language of the window when no setting says otherwise. */
  readonly locale?: 'cs' | 'en' | 'pl'
}

export interface Workbench {
  readonly app: ElectronApplication
  readonly page: Page
  readonly userData: string
  /** Every connection any process of the app tried, '' when none (Chromium's own and Node's). */
  readonly connections: () => string
  /** Closes the app, removes the settings folder made for it, and fails when it tried a connection. */
  readonly close: () => Promise<void>
}

/** Addresses Chromium fetched by a network scheme, from its own network log. */
function remoteRequests(netLog: string): string[] {
  if (!existsSync(netLog)) return []
  const text = readFileSync(netLog, 'utf8')
  return [...text.matchAll(/"url":"((?:https?|wss?|ftp):[^"]*)"/g)].map((match) => match[1] ?? '')
}

/** What the app's own lock on the network refused, by its log. */
function refusedByApp(userData: string): string[] {
  const log = join(userData, 'logs', 'workbench.log')
  if (!existsSync(log)) return []
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line.includes('refused connection'))
}

function environment(extra: Readonly<Record<string, string>>): Record<string, string> {
  const env: Record<string, string> = {}
  for (const [name, value] of Object.entries({ ...process.env, ...extra })) {
    if (value !== undefined && name !== 'ELECTRON_RUN_AS_NODE') env[name] = value
  }
  return env
}

/**
 * Opens the built app in the real runtime, under a guard that refuses and records every connection.
 * WORKBENCH_PACKAGED names the binary of a packaged app to test that one instead of `out/`.
 */
export async function launchWorkbench(options: LaunchOptions = {}): Promise<Workbench> {
  const packaged = process.env['WORKBENCH_PACKAGED']
  const executable = packaged ?? findRuntime(root)?.executable
  if (executable === undefined) throw new Error('No Electron runtime: run `npm test`, which gets one.')
  const own = mkdtempSync(join(tmpdir(), 'workbench-window-'))
  const userData = options.userData ?? join(own, 'user-data')
  const [guardLog, netLog] = [join(own, 'connections.log'), join(own, 'net.json')]
  const guard = join(root, 'tests', 'helpers', 'network-guard.cjs')
  const app = await _electron.launch({
    executablePath: executable,
    args: [
      ...electronSwitches(executable),
      `--user-data-dir=${userData}`,
      `--log-net-log=${netLog}`,
      `--lang=${options.locale ?? 'en'}`,
      // A packaged app takes no modules from outside: there Chromium's own log is the guard.
      ...(packaged ? [] : ['-r', guard, root]),
      ...(options.args ?? []),
    ],
    cwd: root,
    timeout: 60_000,
    env: environment({ WORKBENCH_NETWORK_LOG: guardLog, ...options.env }),
  })
  const page = await app.firstWindow()
  const connections = () =>
    [
      existsSync(guardLog) ? readFileSync(guardLog, 'utf8') : '',
      ...refusedByApp(userData),
      ...remoteRequests(netLog),
    ]
      .filter((line) => line !== '')
      .join('\n')
  const close = async () => {
    await app.close()
    const tried = connections()
    rmSync(own, { recursive: true, force: true, maxRetries: 5 })
    if (tried !== '') throw new Error(`The app tried to connect:\n${tried}`)
  }
  return { app, page, userData, connections, close }
}
