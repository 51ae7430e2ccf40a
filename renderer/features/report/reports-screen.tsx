import { useState } from 'react'
import { useCall } from '../../client/use-call'
import { Button } from '../../components/button'
import { Screen } from '../../components/screen'
import { EmptyState, FaultNote, Skeleton } from '../../components/states'
import { useLanguage } from '../../i18n'
import { NoProject } from '../frame/no-project'
import { useSession } from '../session/session'
import { NewReport } from './new-report'
import { ReportList } from './report-list'
import { RunList } from './run-list'

/** Reports put together of results, and the results themselves. */
export function ReportsScreen() {
  const { state, dispatch } = useSession()
  const { t, locale } = useLanguage()
  const [making, setMaking] = useState<readonly string[] | null>(null)
  const ask = state.project ? { locale } : null
  const reports = useCall('report.list', ask, state.revision)
  const runs = useCall('run.list', ask, state.revision)
  if (!state.project) return <NoProject title={t('rail.reports')} icon="reports" />
  const { readOnly } = state.project
  const fault = reports.fault ?? runs.fault
  const ready = reports.value !== null && runs.value !== null
  const empty = reports.value?.length === 0 && runs.value?.length === 0
  return (
    <Screen
      title={t('rail.reports')}
      subtitle={t('reports.subtitle')}
      actions={
        <>
          <Button
            icon="shield"
            onClick={() => dispatch({ kind: 'go', route: { screen: 'protection', report: null } })}
          >
            {t('reports.protection')}
          </Button>
          <Button kind="primary" icon="plus" disabled={readOnly} onClick={() => setMaking([])}>
            {t('reports.new')}
          </Button>
        </>
      }
    >
      {fault && (
        <FaultNote
          fault={fault}
          actions={
            <Button
              onClick={() => {
                reports.reload()
                runs.reload()
              }}
            >
              {t('word.tryAgain')}
            </Button>
          }
        />
      )}
      {empty && <NothingYet />}
      {reports.value && !empty && (
        <section className="stack-small" aria-labelledby="stored-reports">
          <h2 id="stored-reports">{t('reports.stored')}</h2>
          {reports.value.length === 0 ? (
            <p className="quiet">{t('reports.noneStored')}</p>
          ) : (
            <ReportList reports={reports.value} readOnly={readOnly} />
          )}
        </section>
      )}
      {runs.value && runs.value.length > 0 && (
        <RunList runs={runs.value} readOnly={readOnly} onReport={setMaking} />
      )}
      {!ready && !fault && <Skeleton lines={reports.value === null ? 8 : 4} />}
      {making && <NewReport runs={making} onClose={() => setMaking(null)} />}
    </Screen>
  )
}

function NothingYet() {
  const { dispatch } = useSession()
  const { t } = useLanguage()
  return (
    <EmptyState
      icon="reports"
      title={t('reports.none')}
      action={
        <Button
          onClick={() => dispatch({ kind: 'go', route: { screen: 'analyses', pack: null, dataSet: null } })}
        >
          {t('reports.choose')}
        </Button>
      }
    >
      <p>{t('reports.noneText')}</p>
    </EmptyState>
  )
}
