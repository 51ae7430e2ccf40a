import { JobsProvider } from './client/jobs'
import { Frame } from './features/frame/frame'
import { SessionProvider, useSession } from './features/session/session'
import { ThemeProvider } from './features/session/theme-context'
import { LanguageProvider } from './i18n'

export function App() {
  return (
    <JobsProvider>
      <SessionProvider>
        <Spoken />
      </SessionProvider>
    </JobsProvider>
  )
}

/** The window once it knows its language and colours: nothing is drawn in a wrong one first. */
function Spoken() {
  const { state } = useSession()
  if (!state.started) return null
  return (
    <LanguageProvider locale={state.settings.locale ?? state.systemLocale}>
      <ThemeProvider choice={state.settings.theme} density={state.settings.density}>
        <Frame />
      </ThemeProvider>
    </LanguageProvider>
  )
}
