import { Dialog } from '../../components/dialog'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'

export function AboutDialog() {
  const { state, dispatch } = useSession()
  const { t } = useLanguage()
  return (
    <Dialog title={t('about.title')} onClose={() => dispatch({ kind: 'dialog', dialog: null })}>
      <div className="stack">
        <p className="about-name">Regional Workbench</p>
        <p>{t('about.version', { version: state.version })}</p>
        <p>{t('about.text')}</p>
        <p>{t('about.privacy')}</p>
        <p className="quiet">{t('about.licence')}</p>
      </div>
    </Dialog>
  )
}
