import type { DataSet } from '../../../analyses/model/data-set'
import { useCall } from '../../client/use-call'
import { Button } from '../../components/button'
import { Screen } from '../../components/screen'
import { EmptyState, FaultNote, Skeleton } from '../../components/states'
import { useLanguage } from '../../i18n'
import { NoProject } from '../frame/no-project'
import { useSession } from '../session/session'
import { DataSetList } from './data-set-list'
import { DataSetView } from './data-set-view'

export function DataScreen({ chosen }: { readonly chosen: string | null }) {
  const { state, actions } = useSession()
  const { t } = useLanguage()
  const list = useCall('dataSet.list', state.project ? {} : null, state.revision)
  if (!state.project) return <NoProject title={t('rail.data')} icon="data" />
  const importButton = (
    <div className="row">
      <Button
        kind="primary"
        icon="import"
        disabled={state.project.readOnly}
        onClick={() => void actions.chooseSources()}
      >
        {t('data.import')}
      </Button>
      <Button icon="folder" disabled={state.project.readOnly} onClick={() => void actions.chooseFolder()}>
        {t('data.importFolder')}
      </Button>
    </div>
  )
  if (list.fault)
    return (
      <Screen title={t('rail.data')} actions={importButton}>
        <FaultNote fault={list.fault} actions={<Button onClick={list.reload}>{t('word.tryAgain')}</Button>} />
      </Screen>
    )
  if (list.value === null)
    return (
      <Screen title={t('rail.data')}>
        <Skeleton lines={12} />
      </Screen>
    )
  if (list.value.length === 0)
    return (
      <Screen title={t('rail.data')}>
        <EmptyState icon="data" title={t('data.emptyTitle')} action={importButton}>
          <p>{t('data.emptyText')}</p>
        </EmptyState>
      </Screen>
    )
  return <Loaded dataSets={list.value} chosen={chosen} />
}

interface LoadedProps {
  readonly dataSets: readonly DataSet[]
  readonly chosen: string | null
}

function Loaded({ dataSets, chosen }: LoadedProps) {
  const selected = dataSets.find(({ name }) => name === chosen) ?? dataSets[0]
  if (!selected) return null
  return (
    <div className="split">
      <DataSetList dataSets={dataSets} selected={selected.name} />
      <DataSetView key={selected.name} dataSet={selected} />
    </div>
  )
}
