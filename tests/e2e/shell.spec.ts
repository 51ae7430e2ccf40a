import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { electronSwitches, findRuntime } from '../../main/setup/runtime.mjs'
import type { ShellEvent } from '../../preload/contract/shell'
// Declares `window.workbench`.
import type {} from '../../renderer/client/bridge'
import { launchWorkbench, root, type Workbench } from './launch'

let workbench: Workbench

test.beforeAll(async () => {
  workbench = await launchWorkbench()
  await workbench.page.waitForSelector('#root > *')
})
test.afterAll(() => workbench.close())

/** The page's calls, from inside the page; what a script that crept in could do too. */
const shell = (method: string, body: unknown = {}) =>
  workbench.page.evaluate(([name, input]) => window.workbench.shell(name, input), [method, body] as const)

const call = (id: number, method: string, body: unknown = {}) =>
  workbench.page.evaluate(([number, name, input]) => window.workbench.call(number, name, input), [
    id,
    method,
    body,
  ] as const)

const engineId = () =>
  workbench.app.evaluate(({ app }) => app.getAppMetrics().find((entry) => entry.name === 'engine')?.pid)

/** Starts the app a second time, as a user or a script would, and waits for its end. */
function start(words: readonly string[]) {
  const packaged = process.env['WORKBENCH_PACKAGED']
  const executable = packaged ?? findRuntime(root)?.executable ?? ''
  const child = spawn(executable, [...electronSwitches(executable), ...(packaged ? [] : [root]), ...words])
  const text = { out: '', err: '' }
  child.stdout.on('data', (piece) => {
    text.out += piece
  })
  child.stderr.on('data', (piece) => {
    text.err += piece
  })
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, ...text })),
  )
}

test('the page has no Node, is isolated and sandboxed', async () => {
  const inPage = await workbench.page.evaluate(() => ({
    process: typeof Reflect.get(globalThis, 'process'),
    require: typeof Reflect.get(globalThis, 'require'),
    isolated: globalThis.crossOriginIsolated,
    bridge: Object.keys(window.workbench).toSorted(),
    frozen: Object.isFrozen(window.workbench),
  }))
  expect(inPage).toEqual({
    process: 'undefined',
    require: 'undefined',
    isolated: true,
    bridge: ['call', 'cancel', 'onProgress', 'onShellEvent', 'pathOf', 'shell'],
    frozen: true,
  })
})

test('the page breaks no rule of its content security policy', async () => {
  const { page } = workbench
  const complaints: string[] = []
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) complaints.push(message.text())
  })
  await page.addInitScript(() => {
    const seen: string[] = []
    Reflect.set(globalThis, 'violations', seen)
    document.addEventListener('securitypolicyviolation', (event) => {
      seen.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`)
    })
  })
  await page.reload()
  await page.waitForSelector('#root > *')
  for (const item of ['1', '2', '3', '4']) await page.keyboard.press(`ControlOrMeta+${item}`)
  await page.waitForTimeout(500)
  expect(await page.evaluate(() => Reflect.get(globalThis, 'violations'))).toEqual([])
  expect(complaints).toEqual([])
})

test('eval, inline scripts and WebAssembly are refused', async () => {
  // Inside a timer: what Playwright evaluates itself stands outside the policy.
  const outcome = await workbench.page.evaluate(
    () =>
      new Promise((resolve) =>
        setTimeout(async () => {
          const attempt = async (work: () => unknown) => {
            try {
              await work()
              return 'ran'
            } catch (error) {
              return error instanceof Error ? error.name : 'refused'
            }
          }
          const script = document.createElement('script')
          script.textContent = 'globalThis.crept = true'
          document.head.append(script)
          script.remove()
          resolve({
            // biome-ignore lint/security/noGlobalEval: it must fail
            eval: await attempt(() => globalThis.eval('1')),
            function: await attempt(() => new Function('return 1')()),
            wasm: await attempt(() => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))),
            inline: Reflect.get(globalThis, 'crept') === true ? 'ran' : 'refused',
          })
        }, 0),
      ),
  )
  expect(outcome).toEqual({
    eval: 'EvalError',
    function: 'EvalError',
    wasm: 'CompileError',
    inline: 'refused',
  })
})

test('windows, navigation and permissions are denied', async () => {
  const { app, page } = workbench
  const before = page.url()
  expect(await page.evaluate(() => String(window.open('https://example.org/')))).toBe('null')
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'https://example.org/'
    document.body.append(link)
    link.click()
    link.target = '_blank'
    link.click()
    link.remove()
  })
  await page.evaluate(() => {
    location.href = 'app://workbench/elsewhere.html'
  })
  await page.waitForTimeout(300)
  expect(page.url()).toBe(before)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)

  const permissions = await page.evaluate(async () => ({
    notification: await Notification.requestPermission(),
    place: (await navigator.permissions.query({ name: 'geolocation' })).state,
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      () => 'denied',
    ),
  }))
  expect(permissions).toEqual({ notification: 'denied', place: 'denied', camera: 'denied' })
})

test('only names and shapes of the contract are answered', async () => {
  for (const name of ['app.quit', 'constructor', '__proto__', 'settings.read '])
    expect(await shell(name)).toMatchObject({ ok: false, fault: { code: 'shell.bad-request' } })
  expect(await shell('settings.write', { theme: 'purple' })).toMatchObject({
    ok: false,
    fault: { code: 'shell.bad-request', values: { method: 'settings.write', detail: 'theme' } },
  })
  expect(await shell('dialog.saveExport', { suggestedName: 'x', extension: '../sh' })).toMatchObject({
    ok: false,
  })
  expect(await call(9001, 'project.destroy')).toMatchObject({
    ok: false,
    fault: { code: 'engine.bad-request' },
  })
  expect(await call(9002, 'table.page', { source: { kind: 'file', name: '/etc/passwd' } })).toMatchObject({
    ok: false,
    fault: { code: 'engine.bad-request' },
  })
})

test('a window that is not ours is not answered, whatever it loads', async () => {
  const answer = await workbench.app.evaluate(async ({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/out/preload/bridge.cjs`
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
    await stranger.loadURL('app://workbench/index.html')
    const result = await stranger.webContents.executeJavaScript("window.workbench.shell('settings.read', {})")
    stranger.destroy()
    return result
  })
  expect(answer).toMatchObject({ ok: false, fault: { values: { detail: 'unknown window' } } })
})

test('a way out of the served folder is refused', async () => {
  const statuses = await workbench.page.evaluate(() =>
    Promise.all(
      ['/..%2f..%2fpackage.json', '/%2e%2e%5cpackage.json', '/missing.js', '/index.html'].map((path) =>
        fetch(`app://workbench${path}`).then(({ status }) => status),
      ),
    ),
  )
  expect(statuses).toEqual([403, 403, 404, 200])
})

test('an engine killed at work: the call fails, the window says so, a new engine answers', async () => {
  const { page } = workbench
  await expect.poll(() => call(1_000_000 + Date.now(), 'project.info')).toEqual({ ok: true, body: null })
  await page.evaluate(() => {
    const states: string[] = []
    Reflect.set(globalThis, 'engineStates', states)
    window.workbench.onShellEvent((event) => {
      if (event.kind === 'engine') states.push(event.state)
    })
  })
  const before = await engineId()
  if (before === undefined) throw new Error('there is no engine process')
  process.kill(before, 'SIGKILL')
  await expect
    .poll(() => page.evaluate(() => Reflect.get(globalThis, 'engineStates')))
    .toEqual(['died', 'starting', 'ready'])
  expect(await call(2_000_000 + Date.now(), 'project.info')).toEqual({ ok: true, body: null })
  expect(await engineId()).not.toBe(before)
})

test('a page that is loaded again gets a line to the same engine', async () => {
  const before = await engineId()
  await workbench.page.reload()
  await workbench.page.waitForSelector('#root > *')
  expect(await call(3_000_000, 'project.info')).toEqual({ ok: true, body: null })
  expect(await engineId()).toBe(before)
})

test('the menu speaks the chosen language at once', async () => {
  const titles = () =>
    workbench.app.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()?.items.map((item) => item.label.replace('&', '')),
    )
  for (const [locale, first] of [
    ['cs', 'Soubor'],
    ['pl', 'Plik'],
    ['en', 'File'],
  ] as const) {
    expect(await shell('settings.write', { locale })).toMatchObject({ ok: true, body: { locale } })
    await expect.poll(async () => (await titles())?.includes(first)).toBe(true)
  }
})

test('the menu reaches the window', async () => {
  await workbench.page.evaluate(() => {
    const actions: string[] = []
    Reflect.set(globalThis, 'menuActions', actions)
    window.workbench.onShellEvent((event) => {
      if (event.kind === 'menu') actions.push(event.action)
    })
  })
  await workbench.app.evaluate(({ Menu }) => {
    const view = Menu.getApplicationMenu()?.items.find((item) => item.label.includes('View'))
    view?.submenu?.items.find((item) => item.label.includes('Analyses'))?.click()
  })
  await expect
    .poll(() => workbench.page.evaluate(() => Reflect.get(globalThis, 'menuActions')))
    .toEqual(['go.analyses'])
})

test('a second start hands its file to the first window and ends', async () => {
  await workbench.page.evaluate(() => {
    const events: ShellEvent[] = []
    Reflect.set(globalThis, 'openings', events)
    window.workbench.onShellEvent((event) => {
      if (event.kind === 'open') events.push(event)
    })
  })
  const file = join(tmpdir(), 'Můj kraj.duckdb')
  const second = await start([`--user-data-dir=${workbench.userData}`, file])
  expect(second.code).toBe(0)
  await expect
    .poll(() => workbench.page.evaluate(() => Reflect.get(globalThis, 'openings')))
    .toEqual([{ kind: 'open', path: file }])
  expect(await workbench.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('a crashed page is loaded again and says so', async () => {
  const own = await launchWorkbench()
  await own.page.waitForSelector('#root > *')
  const said = await own.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (contents === undefined) return null
    const loaded = new Promise<void>((resolve) => contents.once('did-finish-load', () => resolve()))
    contents.forcefullyCrashRenderer()
    await loaded
    return contents.executeJavaScript(`new Promise((resolve) => {
      window.workbench.onShellEvent((event) => event.kind === 'notice' && resolve(event.fault.code))
      setTimeout(() => resolve(document.body.innerText), 3000)
    })`)
  })
  // The window's own listener may have taken the notice before ours: then its text is on the page.
  expect(said).toMatch(/window\.reloaded|stopped unexpectedly/)
  await own.close()
})

test('the window comes back where it was, as large and as zoomed', async () => {
  const first = await launchWorkbench()
  await first.page.waitForSelector('#root > *')
  const bounds = await first.app.evaluate(({ BrowserWindow, Menu }) => {
    const window = BrowserWindow.getAllWindows()[0]
    window?.setBounds({ x: 40, y: 60, width: 900, height: 640 })
    const view = Menu.getApplicationMenu()?.items.find((item) => item.label.includes('View'))
    const zoom = view?.submenu?.items.find((item) => item.label === 'Zoom &in')
    for (let step = 0; step < 4; step += 1) zoom?.click()
    return window?.getNormalBounds()
  })
  await first.app.close()
  const second = await launchWorkbench({ userData: first.userData })
  await second.page.waitForSelector('#root > *')
  const again = await second.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]
    return { bounds: window?.getNormalBounds(), zoom: window?.webContents.getZoomLevel() }
  })
  expect(again).toEqual({ bounds, zoom: 2 })
  await second.close()
  await first.close().catch(() => undefined)
})

test('the app answers the words of the command line and ends with their exit code', async () => {
  const packs = await start(['packs', '--json'])
  expect(packs.code).toBe(0)
  const known: readonly { readonly id: string }[] = JSON.parse(packs.out).packs
  expect(known.map(({ id }) => id)).toContain('gender-gap')
  const missing = await start(['inspect', join(tmpdir(), 'not there.csv')])
  expect(missing.code).not.toBe(0)
  expect(missing.out).toBe('')
  expect(missing.err).toContain('not there.csv')
})

test.describe('printing for the command line', () => {
  let folder = ''
  test.beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tisk ě-'))
  })
  test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const print = (input: string, output: string) =>
    start([`--user-data-dir=${join(folder, 'profile')}`, '--print-report', input, output])

  test('makes a tagged PDF with outline; no script of the report runs', async () => {
    const [input, output] = [join(folder, 'zpráva.html'), join(folder, 'zpráva.pdf')]
    writeFileSync(
      input,
      `<!doctype html><html lang="cs"><head><meta charset="utf-8"><title>Rozdíl</title>
       <style>h1 { color: #123 }</style></head><body><h1>Rozdíl v zaměstnanosti</h1>
       <h2>Tabulka</h2><table><tr><th scope="col">Kraj</th></tr><tr><td>1</td></tr></table>
       <script>document.body.innerHTML = ''; document.title = 'crept'</script></body></html>`,
    )
    const { code, err } = await print(input, output)
    expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' })
    const pdf = readFileSync(output, 'latin1')
    expect(pdf.slice(0, 5)).toBe('%PDF-')
    for (const mark of ['/StructTreeRoot', '/Marked true', '/Outlines', '/Lang (cs)'])
      expect(pdf).toContain(mark)
    expect(pdf).not.toContain('crept')
  })

  test('fails with its own code and leaves no half file', async () => {
    const output = join(folder, 'x.pdf')
    const { code, err } = await print(join(folder, 'missing.html'), output)
    expect(code).toBe(3)
    expect(err).toContain('missing.html')
    expect(existsSync(output)).toBe(false)
  })
})
