import { expect, test } from '@playwright/test'
import { launchWorkbench } from './launch'

test('the window opens on the sample region, shows data, and tries no connection', async () => {
  const workbench = await launchWorkbench({ args: ['--sample'] })
  await expect(workbench.page).toHaveTitle(/Regional Workbench/)
  await expect(workbench.page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 60_000 })
  await workbench.close()
})

test('the page is sandboxed: no Node, no Electron, only the bridge', async () => {
  const workbench = await launchWorkbench()
  const seen = await workbench.page.evaluate(() => ({
    require: typeof Reflect.get(globalThis, 'require'),
    process: typeof Reflect.get(globalThis, 'process'),
    bridge: typeof Reflect.get(globalThis, 'workbench'),
  }))
  expect(seen).toEqual({ require: 'undefined', process: 'undefined', bridge: 'object' })
  await workbench.close()
})

test('a connection from the page is refused', async () => {
  const workbench = await launchWorkbench()
  // Refused by the content security policy, before the network sees it.
  const refused = await workbench.page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.blockedURI))
        setTimeout(() => void fetch('http://192.0.2.1:81/again').catch(() => {}), 0)
      }),
  )
  expect(refused).toContain('192.0.2.1')
  await workbench.app.close()
})

// The guard is only worth something while it sees.
test('a connection from the shell would be seen', async () => {
  const workbench = await launchWorkbench()
  await workbench.app.evaluate(() => {
    const socket = process.getBuiltinModule('node:net').connect(81, '192.0.2.1')
    socket.on('error', () => {})
  })
  await expect.poll(workbench.connections).not.toBe('')
  await expect(workbench.close()).rejects.toThrow('The app tried to connect')
})
