import { Button } from '../../components/button'
import type { IconName } from '../../components/icon'
import { Screen } from '../../components/screen'
import { EmptyState, Skeleton } from '../../components/states'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'

/** Every screen that needs a project, before there is one. */
export function NoProject({ title, icon }: { readonly title: string; readonly icon: IconName }) {
  const { state, dispatch } = useSession()
  const { t } = useLanguage()
  return (
    <Screen title={title}>
      {state.opening !== null ? (
        <Skeleton lines={8} />
      ) : (
        <EmptyState
          icon={icon}
          title={t('project.none')}
          action={
            <Button kind="primary" onClick={() => dispatch({ kind: 'go', route: { screen: 'home' } })}>
              {t('project.choose')}
            </Button>
          }
        >
          <p>{t('project.noneText')}</p>
        </EmptyState>
      )}
    </Screen>
  )
}
