import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { Settings } from '../../preload/contract/shell'
import type { Log } from '../commands/log'
import { readJsonFile, writeJsonFile } from './json-file'
import type { Zoom } from './menu-model'
import { clampZoom, smallestWindow, type WindowState, windowBounds, windowStateSchema } from './window-state'

export interface WindowOptions {
  readonly preload: string
  readonly stateFile: string
  readonly address: string
  readonly development: boolean
  readonly log: Log
}

export interface MainWindow {
  readonly browser: BrowserWindow
  readonly zoom: (zoom: Zoom) => void
}

/** Painted before the first style sheet is there, so that a dark workbench does not flash white. */
const paper = (theme: Settings['theme']) =>
  theme === 'contrast' ? '#000000' : nativeTheme.shouldUseDarkColors ? '#16191d' : '#ffffff'

export function applyTheme(theme: Settings['theme'], windows: readonly BrowserWindow[] = []): void {
  nativeTheme.themeSource = theme === 'contrast' ? 'dark' : theme
  for (const window of windows) window.setBackgroundColor(paper(theme))
}

const webPreferences = ({ preload, development }: WindowOptions): Electron.WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  // Chromium fetches its dictionaries from the network.
  spellcheck: false,
  navigateOnDragDrop: false,
  devTools: development,
})

function rememberState(browser: BrowserWindow, file: string, zoom: () => number): void {
  const save = () => {
    if (browser.isDestroyed() || browser.isMinimized() || browser.isFullScreen()) return
    const state: WindowState = {
      bounds: browser.getNormalBounds(),
      maximised: browser.isMaximized(),
      zoom: zoom(),
    }
    try {
      writeJsonFile(file, state)
    } catch {
      // Where the window stood is not worth a message.
    }
  }
  let timer: NodeJS.Timeout | undefined
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(save, 500)
  }
  browser.on('resize', soon)
  browser.on('move', soon)
  browser.on('close', () => {
    clearTimeout(timer)
    save()
  })
}

/** Opens the workbench window where it was left. It shows itself when its first page can be painted. */
export function openWindow(options: WindowOptions, theme: Settings['theme']): MainWindow {
  const reading = readJsonFile(options.stateFile, windowStateSchema)
  const state = reading.kind === 'read' ? reading.value : windowStateSchema.parse({})
  const areas = screen.getAllDisplays().map((display) => display.workArea)
  const browser = new BrowserWindow({
    ...windowBounds(state.bounds, areas),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: 'Regional Workbench',
    show: false,
    backgroundColor: paper(theme),
    webPreferences: webPreferences(options),
  })
  if (state.maximised) browser.maximize()
  browser.once('ready-to-show', () => browser.show())

  let level = clampZoom(state.zoom)
  const applyZoom = () => browser.webContents.setZoomLevel(level)
  browser.webContents.on('did-finish-load', applyZoom)
  rememberState(browser, options.stateFile, () => level)

  browser.loadURL(options.address).catch((error: unknown) => options.log.bug('load window', error))
  return {
    browser,
    zoom(zoom) {
      level = zoom === 'reset' ? 0 : clampZoom(level + (zoom === 'in' ? 0.5 : -0.5))
      applyZoom()
    },
  }
}
