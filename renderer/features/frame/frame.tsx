import { useRef } from 'react'
import { useLanguage } from '../../i18n'
import { HomeScreen } from '../home/home-screen'
import { ProtectionScreen } from '../protection/protection-screen'
import { ReportsScreen } from '../report/reports-screen'
import { ResultScreen } from '../report/result-screen'
import { ReportScreen } from '../report-editor/report-screen'
import { AnalysesScreen } from '../run/analyses-screen'
import { useSession } from '../session/session'
import type { Route } from '../session/session-state'
import { SettingsDialog } from '../settings/settings-dialog'
import { AuditScreen } from '../sources/audit-screen'
import { CodeListsScreen } from '../sources/code-lists-screen'
import { DataScreen } from '../sources/data-screen'
import { ImportScreen } from '../sources/import-screen'
import { AboutDialog } from './about-dialog'
import { DropOverlay } from './drop-overlay'
import { Messages } from './messages'
import { Notices } from './notices'
import { Rail } from './rail'
import { ShortcutsDialog } from './shortcuts-dialog'
import { StatusBar } from './status-bar'

function CurrentScreen({ route }: { readonly route: Route }) {
  switch (route.screen) {
    case 'home':
      return <HomeScreen />
    case 'data':
      return <DataScreen chosen={route.dataSet} />
    case 'import':
      return <ImportScreen paths={route.paths} />
    case 'codeLists':
      return <CodeListsScreen />
    case 'audit':
      return <AuditScreen />
    case 'analyses':
      return <AnalysesScreen chosen={route.pack} dataSet={route.dataSet} />
    case 'reports':
      return <ReportsScreen />
    case 'result':
      return <ResultScreen run={route.run} />
    case 'report':
      return <ReportScreen key={route.report} report={route.report} />
    case 'protection':
      return <ProtectionScreen report={route.report} />
  }
}

/** The report editor has three columns of its own: there the rail folds to make room. */
const frameClass = (folded: boolean, route: Route): string =>
  route.screen === 'report' ? 'frame frame-folded frame-editor' : folded ? 'frame frame-folded' : 'frame'

export function Frame() {
  const { state } = useSession()
  const { t } = useLanguage()
  const main = useRef<HTMLElement>(null)
  const { route, dialog } = state
  return (
    <div className={frameClass(state.settings.railFolded, route)}>
      <button type="button" className="skip-link button" onClick={() => main.current?.focus()}>
        {t('frame.skip')}
      </button>
      <Rail />
      <div className="frame-main">
        <Notices />
        <main id="main" ref={main} tabIndex={-1}>
          <CurrentScreen route={route} />
        </main>
      </div>
      <StatusBar />
      <Messages />
      <DropOverlay />
      {dialog === 'settings' && <SettingsDialog />}
      {dialog === 'about' && <AboutDialog />}
      {dialog === 'shortcuts' && <ShortcutsDialog />}
    </div>
  )
}
