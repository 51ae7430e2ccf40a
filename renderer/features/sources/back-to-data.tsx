import { Button } from '../../components/button'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'

export function BackToData() {
  const { dispatch } = useSession()
  const { t } = useLanguage()
  return (
    <Button
      kind="quiet"
      icon="back"
      onClick={() => dispatch({ kind: 'go', route: { screen: 'data', dataSet: null } })}
    >
      {t('data.list')}
    </Button>
  )
}
