import { app, type BrowserWindow, session } from 'electron'
import { FaultError } from '../../analyses/model/fault'
import { shellEventChannel } from '../../preload/contract/host'
import type { BridgeFault, ShellEvent, ShellOutput } from '../../preload/contract/shell'
import { fileKeyStore } from '../commands/key-store'
import { bugDetail, type Log } from '../commands/log'
import type { ResourcePaths } from '../commands/resources'
import type { StartProject } from './arguments'
import { EngineProcess } from './engine-process'
import { openShellDoor } from './ipc'
import { showMenu } from './menu'
import type { MenuDeed } from './menu-model'
import { printPage } from './print-page'
import { serveWindow } from './protocol'
import { withMissing } from './recent-projects'
import { type AllowedPages, startPage } from './security-policy'
import { effectiveLocale, openSettings, type SettingsStore } from './settings'
import { shellHandlers } from './shell-handlers'
import { claimSingleInstance } from './single-instance'
import { systemSealer } from './system-sealer'
import {
  keyFolder,
  logFile,
  sampleProject,
  settingsFile,
  userPackFolder,
  windowStateFile,
} from './user-files'
import { applyTheme, type MainWindow, openWindow } from './window'
import { recoverWindow } from './window-recovery'

export interface WorkbenchStart {
  readonly open: StartProject
  readonly pages: AllowedPages
  readonly resources: ResourcePaths
  readonly log: Log
}

type Opening = ShellOutput<'app.info'>['open']

const openingOf = (open: StartProject): Opening =>
  open?.kind === 'sample' ? { kind: 'sample', path: sampleProject() } : open

/** The window, the engine and what lies between them, from `ready` to the last breath. */
class Workbench {
  readonly #settings: SettingsStore
  readonly #engine: EngineProcess
  #window: MainWindow | null = null
  #opening: Opening
  #engineClosed = false

  constructor(private readonly start: WorkbenchStart) {
    this.#opening = openingOf(start.open)
    this.#settings = openSettings(settingsFile())
    this.#engine = this.#makeEngine()
  }

  /** The engine is started before the window, so that both load side by side. */
  open(): void {
    const { pages, resources, log } = this.start
    serveWindow(session.defaultSession, resources.renderer)
    openShellDoor({
      handlers: shellHandlers({
        settings: this.#settings,
        place: () => ({ window: this.#browser(), locale: this.#locale() }),
        open: () => this.#opening,
        restartEngine: () => this.#engine.restart(),
      }),
      pages,
      isOurs: (contents) => this.#window?.browser.webContents.id === contents,
      log,
    })
    this.#engine.start()
    applyTheme(this.#settings.read().theme)
    this.#showMenu()
    this.#openWindow()
    this.#settings.onChange((settings) => {
      applyTheme(settings.theme, this.#window === null ? [] : [this.#window.browser])
      this.#showMenu()
      this.#tell({ kind: 'settings', settings: withMissing(settings) })
      this.#tellNotice()
    })
  }

  /** A second start, a double-clicked file. */
  focus(open: StartProject): void {
    const opening = openingOf(open)
    if (this.#window === null) {
      this.#opening = opening
      if (app.isReady()) this.#openWindow()
      return
    }
    const { browser } = this.#window
    if (browser.isMinimized()) browser.restore()
    browser.show()
    browser.focus()
    if (opening?.kind === 'sample') this.#tell({ kind: 'menu', action: 'project.sample' })
    else if (opening?.kind === 'path') this.#tell({ kind: 'open', path: opening.path })
  }

  /** @returns true when nothing is left to close and the app may go */
  quit(): boolean {
    if (this.#engineClosed) return true
    void this.#engine.close().finally(() => {
      this.#engineClosed = true
      app.quit()
    })
    return false
  }

  #browser(): BrowserWindow {
    if (this.#window === null) throw new Error('there is no window')
    return this.#window.browser
  }

  #locale() {
    return effectiveLocale(this.#settings.read(), [
      app.commandLine.getSwitchValue('lang'),
      ...app.getPreferredSystemLanguages(),
    ])
  }

  #makeEngine(): EngineProcess {
    const { resources, log } = this.start
    return new EngineProcess({
      modulePath: resources.engine,
      start: {
        workerPath: resources.workerPath,
        packFolders: [resources.packFolder, userPackFolder()],
        templateFolders: [resources.templateFolder],
        sampleFolder: resources.sampleFolder,
        fontFolder: resources.fontFolder,
        appVersion: app.getVersion(),
        logFile: logFile(),
      },
      log,
      tell: (event) => this.#tell(event),
      print: printPage,
      keys: fileKeyStore(keyFolder(), systemSealer()),
      faultOf: (error): BridgeFault =>
        error instanceof FaultError
          ? { code: error.fault.code, values: error.fault.values }
          : { code: 'print.failed', values: { detail: bugDetail(error) } },
    })
  }

  #openWindow(): void {
    const { pages, resources, log } = this.start
    const window = openWindow(
      {
        preload: resources.preload,
        stateFile: windowStateFile(),
        address: pages.development ?? startPage,
        development: pages.development !== null,
        log,
      },
      this.#settings.read().theme,
    )
    this.#window = window
    let loads = 0
    window.browser.webContents.on('did-finish-load', () => {
      loads += 1
      // A page that was loaded again asks the engine what is open; what the app was started with is history by then.
      if (loads > 1) this.#opening = null
    })
    window.browser.webContents.on('dom-ready', () => {
      this.#engine.attach(window.browser.webContents)
      this.#tellNotice()
    })
    recoverWindow(window.browser, {
      log,
      locale: () => this.#locale(),
      notice: (fault) => this.#tell({ kind: 'notice', fault }),
    })
    window.browser.once('closed', () => {
      this.#window = null
    })
  }

  #tell(event: ShellEvent): void {
    const contents = this.#window?.browser.webContents
    if (contents !== undefined && !contents.isDestroyed()) contents.send(shellEventChannel, event)
  }

  #tellNotice(): void {
    const fault = this.#settings.takeNotice()
    if (fault !== null) this.#tell({ kind: 'notice', fault })
  }

  #showMenu(): void {
    const settings = this.#settings.read()
    showMenu(
      {
        locale: this.#locale(),
        settings,
        platform: process.platform,
        development: this.start.pages.development !== null,
      },
      (deed) => this.#run(deed),
    )
  }

  #run(deed: MenuDeed): void {
    switch (deed.kind) {
      case 'action':
        this.#tell({ kind: 'menu', action: deed.action })
        break
      case 'open':
        this.#tell({ kind: 'open', path: deed.path })
        break
      case 'zoom':
        this.#window?.zoom(deed.zoom)
        break
      case 'settings':
        this.#settings.write(deed.change)
        break
      case 'role':
        break
    }
  }
}

/** Starts the window app, or hands over to the one that runs already and ends. */
export function startWorkbench(start: WorkbenchStart): void {
  let workbench: Workbench | null = null
  let early = start.open
  const asked = (open: StartProject) => {
    if (workbench === null) early = open ?? early
    else workbench.focus(open)
  }
  if (!claimSingleInstance(asked)) {
    app.quit()
    return
  }

  // macOS hands double-clicked files over by an event, at the start even before `ready`.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    asked({ kind: 'path', path })
  })
  app.on('activate', () => workbench?.focus(null))
  app.on('window-all-closed', () => process.platform !== 'darwin' && app.quit())
  app.on('before-quit', (event) => {
    if (workbench !== null && !workbench.quit()) event.preventDefault()
  })
  void app.whenReady().then(() => {
    workbench = new Workbench({ ...start, open: early })
    workbench.open()
  })
}
