import { Icon, type IconName } from '../../components/icon'
import { type MessageKey, useLanguage } from '../../i18n'
import { useSession } from '../session/session'
import type { DialogName, Route } from '../session/session-state'

interface Place {
  readonly icon: IconName
  readonly label: MessageKey
  readonly route: Route
  readonly screens: readonly Route['screen'][]
}

const places: readonly Place[] = [
  { icon: 'home', label: 'rail.home', route: { screen: 'home' }, screens: ['home'] },
  {
    icon: 'data',
    label: 'rail.data',
    route: { screen: 'data', dataSet: null },
    screens: ['data', 'import', 'codeLists', 'audit'],
  },
  {
    icon: 'analyses',
    label: 'rail.analyses',
    route: { screen: 'analyses', pack: null, dataSet: null },
    screens: ['analyses'],
  },
  {
    icon: 'reports',
    label: 'rail.reports',
    route: { screen: 'reports' },
    screens: ['reports', 'result', 'report', 'protection'],
  },
]

const dialogs: readonly {
  readonly icon: IconName
  readonly label: MessageKey
  readonly dialog: DialogName
}[] = [
  { icon: 'settings', label: 'rail.settings', dialog: 'settings' },
  { icon: 'keyboard', label: 'rail.shortcuts', dialog: 'shortcuts' },
]

export function Rail() {
  const { state, dispatch, actions } = useSession()
  const { t } = useLanguage()
  const folded = state.settings.railFolded
  return (
    <nav className="rail" aria-label={t('rail.label')}>
      <p className="rail-name" aria-hidden="true">
        <Mark />
        <span className="rail-word">Regional Workbench</span>
      </p>
      <ul className="rail-list">
        {places.map(({ icon, label, route, screens }) => (
          <li key={label}>
            <button
              type="button"
              className="rail-item"
              title={t(label)}
              aria-current={screens.includes(state.route.screen) ? 'page' : undefined}
              onClick={() => dispatch({ kind: 'go', route })}
            >
              <Icon name={icon} />
              <span className="rail-word">{t(label)}</span>
            </button>
          </li>
        ))}
      </ul>
      <ul className="rail-list rail-foot">
        {dialogs.map(({ icon, label, dialog }) => (
          <li key={label}>
            <button
              type="button"
              className="rail-item"
              title={t(label)}
              onClick={() => dispatch({ kind: 'dialog', dialog })}
            >
              <Icon name={icon} />
              <span className="rail-word">{t(label)}</span>
            </button>
          </li>
        ))}
        <li className="rail-fold">
          <button
            type="button"
            className="rail-item"
            aria-expanded={!folded}
            title={t(folded ? 'rail.unfold' : 'rail.fold')}
            onClick={() => void actions.writeSettings({ railFolded: !folded })}
          >
            <Icon name={folded ? 'right' : 'left'} />
            <span className="rail-word">{t(folded ? 'rail.unfold' : 'rail.fold')}</span>
          </button>
        </li>
      </ul>
    </nav>
  )
}

/** The mark: women and men as a circle and a square on one base line, the house's own signs. */
function Mark() {
  return (
    <svg className="mark" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="5.5" cy="9" r="3.5" className="mark-women" />
      <rect x="11.5" y="5.5" width="7" height="7" className="mark-men" />
      <path d="M1 16.5h18" className="mark-base" />
    </svg>
  )
}
