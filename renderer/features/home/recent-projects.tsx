import { IconButton } from '../../components/button'
import { Badge } from '../../components/screen'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'

export function RecentProjects() {
  const { state, actions } = useSession()
  const { t, formats } = useLanguage()
  const { recent } = state.settings
  if (recent.length === 0) return <p className="quiet">{t('home.noRecent')}</p>
  return (
    <ul className="list">
      {recent.map(({ path, name, openedAt, missing }) => (
        <li key={path} className="list-row">
          <button
            type="button"
            className="list-main"
            aria-disabled={missing || undefined}
            onClick={() => !missing && void actions.open(path)}
          >
            <span className="list-title">
              {name}
              {missing && <Badge tone="attention">{t('home.missing')}</Badge>}
            </span>
            <span className="list-text clip" title={path}>
              {path}
            </span>
            <span className="list-when quiet">{formats.dateTime(openedAt)}</span>
          </button>
          <IconButton
            icon="close"
            label={t('home.forget', { name })}
            onClick={() => void actions.forget(path)}
          />
        </li>
      ))}
    </ul>
  )
}
