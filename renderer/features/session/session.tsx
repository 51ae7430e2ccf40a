import { createContext, type Dispatch, type ReactNode, useContext, useMemo, useReducer } from 'react'
import { useJobs } from '../../client/jobs'
import { makeActions, type SessionActions } from './session-actions'
import { initialState, type SessionEvent, type SessionState, sessionReducer } from './session-state'
import { useShellEvents } from './use-shell-events'

interface Session {
  readonly state: SessionState
  readonly dispatch: Dispatch<SessionEvent>
  readonly actions: SessionActions
}

const SessionContext = createContext<Session | null>(null)

export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [state, dispatch] = useReducer(sessionReducer, initialState)
  const { start } = useJobs()
  const actions = useMemo(() => makeActions(dispatch, start), [start])
  useShellEvents(state, dispatch, actions)
  const value = useMemo(() => ({ state, dispatch, actions }), [state, actions])
  return <SessionContext value={value}>{children}</SessionContext>
}

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside of SessionProvider')
  return session
}
