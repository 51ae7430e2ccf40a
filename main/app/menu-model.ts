import { type Locale, locales } from '../../analyses/model/locale'
import type { MenuAction, Settings } from '../../preload/contract/shell'
import { languageNames, type MenuLabel, menuLabels } from './menu-labels'

export type Zoom = 'in' | 'out' | 'reset'

/** What an entry does. `role` leaves it to the operating system. */
export type MenuDeed =
  | { readonly kind: 'action'; readonly action: MenuAction }
  | { readonly kind: 'open'; readonly path: string }
  | { readonly kind: 'zoom'; readonly zoom: Zoom }
  | { readonly kind: 'settings'; readonly change: Partial<Settings> }
  | { readonly kind: 'role'; readonly role: MenuRole }

export type MenuRole =
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'togglefullscreen'
  | 'toggleDevTools'
  | 'quit'
  | 'hide'
  | 'hideOthers'
  | 'minimize'

export type MenuEntry =
  | { readonly kind: 'line' }
  | { readonly kind: 'menu'; readonly label: string; readonly entries: readonly MenuEntry[] }
  | {
      readonly kind: 'entry'
      readonly label: string
      readonly accelerator?: string
      readonly deed: MenuDeed
      readonly checked?: boolean
      readonly enabled?: boolean
      readonly hidden?: boolean
    }

export interface MenuState {
  readonly locale: Locale
  readonly settings: Settings
  readonly platform: NodeJS.Platform
  readonly development: boolean
}

type Words = (label: MenuLabel) => string

const line: MenuEntry = { kind: 'line' }

const wordsOf =
  ({ locale, platform }: MenuState): Words =>
  (label) =>
    platform === 'darwin' ? menuLabels[label][locale].replace('&', '') : menuLabels[label][locale]

const action = (label: string, name: MenuAction, accelerator?: string): MenuEntry => ({
  kind: 'entry',
  label,
  deed: { kind: 'action', action: name },
  ...(accelerator === undefined ? {} : { accelerator }),
})

const role = (label: string, name: MenuRole, accelerator: string): MenuEntry => ({
  kind: 'entry',
  label,
  accelerator,
  deed: { kind: 'role', role: name },
})

const zoom = (label: string, deed: Zoom, accelerator: string, hidden = false): MenuEntry => ({
  kind: 'entry',
  label,
  accelerator,
  hidden,
  deed: { kind: 'zoom', zoom: deed },
})

const choice = (label: string, checked: boolean, change: Partial<Settings>): MenuEntry => ({
  kind: 'entry',
  label,
  checked,
  deed: { kind: 'settings', change },
})

/** A file name may hold the sign that marks a menu letter; doubled it is shown as it is. */
const literal = (text: string) => text.replaceAll('&', '&&')

function recentMenu(words: Words, { settings }: MenuState): MenuEntry {
  const entries = settings.recent.map(
    ({ name, path }): MenuEntry => ({
      kind: 'entry',
      label: literal(`${name} (${path})`),
      deed: { kind: 'open', path },
    }),
  )
  const none = { ...action(words('recentNone'), 'go.home'), enabled: false }
  return { kind: 'menu', label: words('recent'), entries: entries.length > 0 ? entries : [none] }
}

function fileMenu(words: Words, state: MenuState): MenuEntry {
  const quit = state.platform === 'darwin' ? [] : [line, role(words('quit'), 'quit', 'CmdOrCtrl+Q')]
  return {
    kind: 'menu',
    label: words('file'),
    entries: [
      action(words('projectNew'), 'project.new', 'CmdOrCtrl+N'),
      action(words('projectOpen'), 'project.open', 'CmdOrCtrl+O'),
      recentMenu(words, state),
      action(words('sample'), 'project.sample'),
      line,
      action(words('import'), 'source.import', 'CmdOrCtrl+I'),
      action(words('export'), 'report.export', 'CmdOrCtrl+E'),
      line,
      action(words('settings'), 'view.settings', 'CmdOrCtrl+,'),
      action(words('projectClose'), 'project.close', 'CmdOrCtrl+W'),
      ...quit,
    ],
  }
}

const editMenu = (words: Words, { platform }: MenuState): MenuEntry => ({
  kind: 'menu',
  label: words('edit'),
  entries: [
    role(words('undo'), 'undo', 'CmdOrCtrl+Z'),
    role(words('redo'), 'redo', platform === 'win32' ? 'Ctrl+Y' : 'Shift+CmdOrCtrl+Z'),
    line,
    role(words('cut'), 'cut', 'CmdOrCtrl+X'),
    role(words('copy'), 'copy', 'CmdOrCtrl+C'),
    role(words('paste'), 'paste', 'CmdOrCtrl+V'),
    line,
    role(words('selectAll'), 'selectAll', 'CmdOrCtrl+A'),
  ],
})

function viewMenu(words: Words, state: MenuState): MenuEntry {
  const { theme } = state.settings
  const development = state.development
    ? [line, role(words('developerTools'), 'toggleDevTools', 'CmdOrCtrl+Shift+I')]
    : []
  return {
    kind: 'menu',
    label: words('view'),
    entries: [
      action(words('home'), 'go.home', 'CmdOrCtrl+1'),
      action(words('data'), 'go.data', 'CmdOrCtrl+2'),
      action(words('analyses'), 'go.analyses', 'CmdOrCtrl+3'),
      action(words('reports'), 'go.reports', 'CmdOrCtrl+4'),
      line,
      zoom(words('zoomIn'), 'in', 'CmdOrCtrl+Plus'),
      // The plus sign needs Shift on many keyboards; the same key without it is what people press.
      zoom(words('zoomIn'), 'in', 'CmdOrCtrl+=', true),
      zoom(words('zoomOut'), 'out', 'CmdOrCtrl+-'),
      zoom(words('zoomReset'), 'reset', 'CmdOrCtrl+0'),
      line,
      {
        kind: 'menu',
        label: words('theme'),
        entries: [
          choice(words('themeSystem'), theme === 'system', { theme: 'system' }),
          choice(words('themeLight'), theme === 'light', { theme: 'light' }),
          choice(words('themeDark'), theme === 'dark', { theme: 'dark' }),
          choice(words('themeContrast'), theme === 'contrast', { theme: 'contrast' }),
        ],
      },
      {
        kind: 'menu',
        label: words('language'),
        entries: locales.map((locale) => choice(languageNames[locale], locale === state.locale, { locale })),
      },
      line,
      role(words('fullScreen'), 'togglefullscreen', state.platform === 'darwin' ? 'Ctrl+Cmd+F' : 'F11'),
      ...development,
    ],
  }
}

function helpMenu(words: Words, { platform }: MenuState): MenuEntry {
  const about = platform === 'darwin' ? [] : [action(words('about'), 'help.about')]
  return {
    kind: 'menu',
    label: words('help'),
    entries: [action(words('shortcuts'), 'help.shortcuts', 'F1'), ...about],
  }
}

/** macOS wants a first menu named after the app, which holds what elsewhere is in File and Help. */
const appMenu = (words: Words): MenuEntry => ({
  kind: 'menu',
  label: 'Regional Workbench',
  entries: [
    action(words('about'), 'help.about'),
    line,
    role(words('hide'), 'hide', 'Cmd+H'),
    role(words('hideOthers'), 'hideOthers', 'Alt+Cmd+H'),
    role(words('minimise'), 'minimize', 'Cmd+M'),
    line,
    role(words('quit'), 'quit', 'Cmd+Q'),
  ],
})

/** The whole menu bar as data. */
export function menuModel(state: MenuState): readonly MenuEntry[] {
  const words = wordsOf(state)
  const common = [
    fileMenu(words, state),
    editMenu(words, state),
    viewMenu(words, state),
    helpMenu(words, state),
  ]
  return state.platform === 'darwin' ? [appMenu(words), ...common] : common
}
