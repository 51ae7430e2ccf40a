import { useCall } from '../../client/use-call'
import { Button } from '../../components/button'
import { Screen } from '../../components/screen'
import { FaultNote, Skeleton } from '../../components/states'
import { useLanguage } from '../../i18n'
import { NoProject } from '../frame/no-project'
import { useSession } from '../session/session'
import { Editor } from './editor'

/** One stored report: read first, then edited. */
export function ReportScreen({ report }: { readonly report: string }) {
  const { state, dispatch } = useSession()
  const { t, locale } = useLanguage()
  const ask = state.project !== null
  const stored = useCall('report.get', ask ? { report } : null)
  const packs = useCall('pack.list', ask ? { locale } : null)
  const runs = useCall('run.list', ask ? { locale } : null, state.revision)
  if (!state.project) return <NoProject title={t('rail.reports')} icon="reports" />
  const fault = stored.fault ?? packs.fault ?? runs.fault
  const again = () => {
    for (const reading of [stored, packs, runs]) reading.reload()
  }
  if (stored.value === null || packs.value === null || runs.value === null)
    return (
      <Screen
        title={t('editor.title')}
        back={
          <Button
            kind="quiet"
            icon="back"
            onClick={() => dispatch({ kind: 'go', route: { screen: 'reports' } })}
          >
            {t('result.all')}
          </Button>
        }
      >
        {fault ? (
          <FaultNote fault={fault} actions={<Button onClick={again}>{t('word.tryAgain')}</Button>} />
        ) : (
          <Skeleton lines={14} />
        )}
      </Screen>
    )
  return (
    <Editor
      key={stored.value.id}
      stored={stored.value}
      packs={packs.value.packs}
      runs={runs.value}
      readOnly={state.project.readOnly}
    />
  )
}
