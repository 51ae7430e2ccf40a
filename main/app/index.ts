import { app } from 'electron'
import { fileLog } from '../commands/log'
import { resourcePaths } from '../commands/resources'
import { lockNetwork } from '../guard/no-network'
import { parseArguments } from './arguments'
import { runCommand } from './command-mode'
import { printReport } from './print-mode'
import { declareSchemes } from './protocol'
import { closeChromiumNetwork, hardenEverything } from './security'
import { logFile } from './user-files'
import { startWorkbench } from './workbench'

const development = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null)
const pages = { development }
const resources = resourcePaths({
  root: app.getAppPath(),
  installed: app.isPackaged ? process.resourcesPath : null,
})
const start = parseArguments(process.argv, {
  folder: process.cwd(),
  appFolder: app.isPackaged ? null : app.getAppPath(),
})

// It would take back `--no-sandbox`, without which Chromium does not run as root (containers, test machines).
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
declareSchemes()
closeChromiumNetwork(pages)
hardenEverything(pages)
if (app.commandLine.hasSwitch('user-data-dir'))
  app.setPath('userData', app.commandLine.getSwitchValue('user-data-dir'))

const log = fileLog(logFile(), 'shell')
lockNetwork((what) => log.note(`refused connection: ${what}`))
process.on('unhandledRejection', (error) => log.bug('unhandled rejection', error))

async function withoutWindow(work: () => Promise<number>): Promise<void> {
  // The hidden printing window must not end the app when it closes.
  app.on('window-all-closed', () => {})
  app.dock?.hide()
  await app.whenReady()
  app.exit(await work())
}

switch (start.kind) {
  case 'command':
    void withoutWindow(() => runCommand(resources.cli, start.words))
    break
  case 'print':
    void withoutWindow(() => printReport(start.input, start.output))
    break
  case 'window':
    startWorkbench({ open: start.open, pages, resources, log })
}
