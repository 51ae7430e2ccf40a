import { type Dispatch, useEffect, useRef } from 'react'
import type { MenuAction, ShellEvent } from '../../../preload/contract/shell'
import { onShellEvent, readFault } from '../../client/call'
import type { SessionActions } from './session-actions'
import type { SessionEvent, SessionState } from './session-state'

/** Name of the page event a result screen listens to; the menu cannot know which run is shown. */
export const exportRequested = 'workbench-export'

function menu(action: MenuAction, dispatch: Dispatch<SessionEvent>, actions: SessionActions) {
  switch (action) {
    case 'project.new':
      return void actions.newProject()
    case 'project.open':
      return void actions.chooseProject()
    case 'project.sample':
      return void actions.sample()
    case 'project.close':
      return void actions.closeProject()
    case 'source.import':
      return void actions.chooseSources()
    case 'go.home':
      return dispatch({ kind: 'go', route: { screen: 'home' } })
    case 'go.data':
      return dispatch({ kind: 'go', route: { screen: 'data', dataSet: null } })
    case 'go.analyses':
      return dispatch({ kind: 'go', route: { screen: 'analyses', pack: null, dataSet: null } })
    case 'go.reports':
      return dispatch({ kind: 'go', route: { screen: 'reports' } })
    case 'report.export':
      return void window.dispatchEvent(new Event(exportRequested))
    case 'view.settings':
      return dispatch({ kind: 'dialog', dialog: 'settings' })
    case 'help.about':
      return dispatch({ kind: 'dialog', dialog: 'about' })
    case 'help.shortcuts':
      return dispatch({ kind: 'dialog', dialog: 'shortcuts' })
  }
}

/** Listens to the shell for as long as the window lives and opens the project again after the engine died. */
export function useShellEvents(
  state: SessionState,
  dispatch: Dispatch<SessionEvent>,
  actions: SessionActions,
): void {
  const latest = useRef(state)
  latest.current = state
  useEffect(() => {
    // The project that was open when the engine died.
    let lost: string | null = null
    const hear = (event: ShellEvent) => {
      switch (event.kind) {
        case 'engine': {
          dispatch({ kind: 'engine', state: event.state })
          if (event.state === 'died') lost = latest.current.project?.path ?? lost
          if (event.state === 'ready' && lost !== null) {
            void actions.open(lost, 'open', true)
            lost = null
          }
          return
        }
        case 'menu':
          return menu(event.action, dispatch, actions)
        case 'open':
          return void actions.open(event.path)
        case 'settings':
          return dispatch({ kind: 'settings', settings: event.settings })
        case 'notice':
          return dispatch({ kind: 'notice', fault: readFault(event.fault) })
      }
    }
    const stop = onShellEvent(hear)
    void actions.start()
    return stop
  }, [dispatch, actions])
}
