import type { Fault } from '../../../analyses/model/fault'
import type { Locale } from '../../../analyses/model/locale'
import type { ProjectInfo } from '../../../preload/contract/methods'
import type { Settings } from '../../../preload/contract/shell'

/** Where the reader is. One screen each; `import` holds the files that still wait for their turn. */
export type Route =
  | { readonly screen: 'home' }
  | { readonly screen: 'data'; readonly dataSet: string | null }
  | { readonly screen: 'import'; readonly paths: readonly string[] }
  | { readonly screen: 'codeLists' }
  | { readonly screen: 'audit' }
  | { readonly screen: 'analyses'; readonly pack: string | null; readonly dataSet: string | null }
  | { readonly screen: 'reports' }
  | { readonly screen: 'result'; readonly run: string }
  | { readonly screen: 'report'; readonly report: string }
  /** Rules of what may leave; `report` is where one came from. */
  | { readonly screen: 'protection'; readonly report: string | null }

export type DialogName = 'settings' | 'about' | 'shortcuts'

/** A short message about work that ended, spoken to screen readers as well. */
export interface Message {
  readonly id: number
  readonly tone: 'good' | 'attention' | 'bad'
  readonly text: string
  /** A file to show in the file manager. */
  readonly path?: string
  readonly dataSet?: string
}

export interface SessionState {
  readonly started: boolean
  readonly version: string
  readonly systemLocale: Locale
  readonly settings: Settings
  readonly engine: 'starting' | 'ready' | 'died'
  /** The engine died and what was open is not back yet. */
  readonly interrupted: boolean
  readonly project: ProjectInfo | null
  /** The project on its way, and why the last one did not open. */
  readonly opening: string | null
  readonly openFault: { readonly fault: Fault; readonly path: string } | null
  readonly route: Route
  readonly dialog: DialogName | null
  /** Grows when data sets or runs change, so that lists read again. */
  readonly revision: number
  readonly messages: readonly Message[]
  /** What the shell or the opening of the project had to say; stays until it is closed. */
  readonly notices: readonly Fault[]
  readonly nextMessage: number
}

export type SessionEvent =
  | {
      readonly kind: 'started'
      readonly version: string
      readonly locale: Locale
      readonly settings: Settings
    }
  | { readonly kind: 'settings'; readonly settings: Settings }
  | { readonly kind: 'engine'; readonly state: SessionState['engine'] }
  | { readonly kind: 'opening'; readonly path: string }
  | { readonly kind: 'opened'; readonly project: ProjectInfo; readonly keepRoute: boolean }
  | { readonly kind: 'openFailed'; readonly fault: Fault; readonly path: string }
  | { readonly kind: 'openFaultClosed' }
  | { readonly kind: 'openCancelled' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'go'; readonly route: Route }
  | { readonly kind: 'filesAdded'; readonly paths: readonly string[] }
  | { readonly kind: 'importDone'; readonly path: string; readonly dataSet: string | null }
  | { readonly kind: 'changed' }
  | { readonly kind: 'dialog'; readonly dialog: DialogName | null }
  | { readonly kind: 'say'; readonly message: Omit<Message, 'id'> }
  | { readonly kind: 'unsay'; readonly id: number }
  | { readonly kind: 'notice'; readonly fault: Fault }
  | { readonly kind: 'noticeClosed'; readonly fault: Fault }

export const initialSettings: Settings = {
  locale: null,
  theme: 'system',
  density: 'compact',
  railFolded: false,
  recent: [],
}

export const initialState: SessionState = {
  started: false,
  version: '',
  systemLocale: 'en',
  settings: initialSettings,
  engine: 'starting',
  interrupted: false,
  project: null,
  opening: null,
  openFault: null,
  route: { screen: 'home' },
  dialog: null,
  revision: 0,
  messages: [],
  notices: [],
  nextMessage: 1,
}

/** At most this many messages stand at once; older ones give way. */
const messagesAtOnce = 3

/** Screens that mean the same in every project; a reader who went there while one was opening stays. */
const sameInEveryProject: ReadonlySet<Route['screen']> = new Set(['analyses', 'reports'])

const opened = (state: SessionState, project: ProjectInfo, keepRoute: boolean): SessionState => ({
  ...state,
  project,
  opening: null,
  openFault: null,
  interrupted: false,
  notices: project.notices,
  revision: state.revision + 1,
  route:
    (keepRoute && state.route.screen !== 'home') || sameInEveryProject.has(state.route.screen)
      ? state.route
      : { screen: 'data', dataSet: null },
})

const filesAdded = (state: SessionState, paths: readonly string[]): SessionState => {
  const waiting = state.route.screen === 'import' ? state.route.paths : []
  const fresh = paths.filter((path) => !waiting.includes(path))
  const all = [...waiting, ...fresh]
  return all.length === 0 ? state : { ...state, route: { screen: 'import', paths: all } }
}

const importDone = (state: SessionState, path: string, dataSet: string | null): SessionState => {
  const revision = dataSet === null ? state.revision : state.revision + 1
  // The reader may have left while the file was loading: then the list changes and the screen stays.
  if (state.route.screen !== 'import') return { ...state, revision }
  const rest = state.route.paths.filter((waiting) => waiting !== path)
  const route: Route =
    rest.length > 0 ? { screen: 'import', paths: rest } : { screen: 'data', dataSet: dataSet ?? null }
  return { ...state, revision, route }
}

/** From the death of the engine until it is ready and, where a project was open, that one is open again. */
const isInterrupted = (state: SessionState, engine: SessionState['engine']): boolean =>
  engine === 'died' || (state.interrupted && (engine !== 'ready' || state.project !== null))

const say = (state: SessionState, message: Omit<Message, 'id'>): SessionState => ({
  ...state,
  nextMessage: state.nextMessage + 1,
  messages: [...state.messages, { ...message, id: state.nextMessage }].slice(-messagesAtOnce),
})

export function sessionReducer(state: SessionState, event: SessionEvent): SessionState {
  switch (event.kind) {
    case 'started':
      return {
        ...state,
        started: true,
        version: event.version,
        systemLocale: event.locale,
        settings: event.settings,
      }
    case 'settings':
      return { ...state, settings: event.settings }
    case 'engine':
      return { ...state, engine: event.state, interrupted: isInterrupted(state, event.state) }
    case 'opening':
      return { ...state, opening: event.path, openFault: null }
    case 'opened':
      return opened(state, event.project, event.keepRoute)
    case 'openFailed':
      return {
        ...state,
        opening: null,
        interrupted: false,
        openFault: { fault: event.fault, path: event.path },
      }
    case 'openCancelled':
      return { ...state, opening: null }
    case 'openFaultClosed':
      return { ...state, openFault: null }
    case 'closed':
      return { ...state, project: null, route: { screen: 'home' }, revision: state.revision + 1 }
    case 'go':
      return { ...state, route: event.route, dialog: null }
    case 'filesAdded':
      return filesAdded(state, event.paths)
    case 'importDone':
      return importDone(state, event.path, event.dataSet)
    case 'changed':
      return { ...state, revision: state.revision + 1 }
    case 'dialog':
      return { ...state, dialog: event.dialog }
    case 'say':
      return say(state, event.message)
    case 'notice':
      return { ...state, notices: [...state.notices, event.fault] }
    case 'noticeClosed':
      return { ...state, notices: state.notices.filter((notice) => notice !== event.fault) }
    case 'unsay':
      return { ...state, messages: state.messages.filter(({ id }) => id !== event.id) }
  }
}
