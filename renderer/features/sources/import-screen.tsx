import { Button } from '../../components/button'
import { Screen } from '../../components/screen'
import { useLanguage } from '../../i18n'
import { NoProject } from '../frame/no-project'
import { useSession } from '../session/session'
import { ImportOne } from './import-one'

/** Files wait in line; each is looked at and loaded before the next one. */
export function ImportScreen({ paths }: { readonly paths: readonly string[] }) {
  const { state, actions } = useSession()
  const { t } = useLanguage()
  const [current] = paths
  if (!state.project) return <NoProject title={t('import.title')} icon="import" />
  if (current === undefined)
    return (
      <Screen title={t('import.title')}>
        <Button kind="primary" onClick={() => void actions.chooseSources()}>
          {t('data.import')}
        </Button>
      </Screen>
    )
  return <ImportOne key={current} path={current} waiting={paths.length - 1} />
}
