import { useState } from 'react'
import type { RunSummary } from '../../../preload/contract/methods'
import { useCall } from '../../client/use-call'
import { Button, IconButton } from '../../components/button'
import { Icon } from '../../components/icon'
import { Badge, Screen } from '../../components/screen'
import { EmptyState, FaultNote, Skeleton } from '../../components/states'
import { useLanguage } from '../../i18n'
import { NoProject } from '../frame/no-project'
import { useSession } from '../session/session'
import { RemoveRun } from './remove-run'

export function ReportsScreen() {
  const { state, dispatch } = useSession()
  const { t, locale } = useLanguage()
  const [removing, setRemoving] = useState<RunSummary | null>(null)
  const list = useCall('run.list', state.project ? { locale } : null, state.revision)
  if (!state.project) return <NoProject title={t('rail.reports')} icon="reports" />
  return (
    <Screen title={t('rail.reports')} subtitle={t('reports.subtitle')}>
      {list.fault && (
        <FaultNote fault={list.fault} actions={<Button onClick={list.reload}>{t('word.tryAgain')}</Button>} />
      )}
      {list.value === null && list.loading && <Skeleton lines={8} />}
      {list.value?.length === 0 && (
        <EmptyState
          icon="reports"
          title={t('reports.none')}
          action={
            <Button
              kind="primary"
              onClick={() =>
                dispatch({ kind: 'go', route: { screen: 'analyses', pack: null, dataSet: null } })
              }
            >
              {t('reports.choose')}
            </Button>
          }
        >
          <p>{t('reports.noneText')}</p>
        </EmptyState>
      )}
      {list.value && list.value.length > 0 && (
        <ul className="list">
          {list.value.map((run) => (
            <RunRow key={run.id} run={run} onRemove={() => setRemoving(run)} />
          ))}
        </ul>
      )}
      {removing && <RemoveRun run={removing} onClose={() => setRemoving(null)} />}
    </Screen>
  )
}

function RunRow({ run, onRemove }: { readonly run: RunSummary; readonly onRemove: () => void }) {
  const { state, dispatch } = useSession()
  const { t, formats } = useLanguage()
  return (
    <li className="list-row">
      <button
        type="button"
        className="list-main list-run"
        onClick={() => dispatch({ kind: 'go', route: { screen: 'result', run: run.id } })}
      >
        <span className="list-title">
          <Icon name="document" />
          {run.headline === '' ? run.pack.title : run.headline}
        </span>
        <span className="list-text">
          {run.pack.title} · {run.dataSets.join(', ')}
        </span>
        <span className="list-when quiet">
          {formats.dateTime(run.createdAt)}
          {run.faults > 0 && <Badge tone="attention">{t('reports.faults', { count: run.faults })}</Badge>}
        </span>
      </button>
      {!(state.project?.readOnly ?? true) && (
        <IconButton
          icon="trash"
          label={t('reports.remove', { title: run.pack.title, when: formats.dateTime(run.createdAt) })}
          onClick={onRemove}
        />
      )}
    </li>
  )
}
