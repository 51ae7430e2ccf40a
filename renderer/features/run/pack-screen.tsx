import { useState } from 'react'
import type { DataSet } from '../../../analyses/model/data-set'
import type { BindingSuggestion, PackCard } from '../../../analyses/model/pack-card'
import { useCall } from '../../client/use-call'
import { Button } from '../../components/button'
import { Screen } from '../../components/screen'
import { EmptyState, FaultNote, Skeleton } from '../../components/states'
import { useLanguage } from '../../i18n'
import { NoProject } from '../frame/no-project'
import { useSession } from '../session/session'
import { PackAbout } from './pack-about'
import { RunForm } from './run-form'

interface PackScreenProps {
  readonly pack: PackCard
  readonly dataSet: string | null
}

export function PackScreen({ pack, dataSet }: PackScreenProps) {
  const { state, dispatch, actions } = useSession()
  const { t } = useLanguage()
  const [about, setAbout] = useState(true)
  const ask = state.project ? {} : null
  const dataSets = useCall('dataSet.list', ask, state.revision)
  const suggestions = useCall('binding.suggest', state.project ? { pack: pack.id } : null, state.revision)
  if (!state.project) return <NoProject title={pack.title} icon="analyses" />
  const back = (
    <Button
      kind="quiet"
      icon="back"
      onClick={() => dispatch({ kind: 'go', route: { screen: 'analyses', pack: null, dataSet } })}
    >
      {t('analyses.all')}
    </Button>
  )
  const fault = dataSets.fault ?? suggestions.fault
  return (
    <Screen
      title={pack.title}
      subtitle={pack.question}
      back={back}
      actions={
        about ? undefined : (
          <Button icon="panel" onClick={() => setAbout(true)}>
            {t('analyses.about')}
          </Button>
        )
      }
      panel={about ? <PackAbout pack={pack} onClose={() => setAbout(false)} /> : undefined}
    >
      {fault && (
        <FaultNote
          fault={fault}
          actions={
            <Button
              onClick={() => {
                dataSets.reload()
                suggestions.reload()
              }}
            >
              {t('word.tryAgain')}
            </Button>
          }
        />
      )}
      {dataSets.value?.length === 0 && (
        <EmptyState
          icon="data"
          title={t('analyses.noData')}
          action={
            <Button kind="primary" icon="import" onClick={() => void actions.chooseSources()}>
              {t('data.import')}
            </Button>
          }
        >
          <p>{t('analyses.noDataText')}</p>
        </EmptyState>
      )}
      {!fault && (dataSets.value === null || suggestions.value === null) && <Skeleton lines={10} />}
      <Ready pack={pack} dataSets={dataSets.value} suggestions={suggestions.value} preferred={dataSet} />
    </Screen>
  )
}

interface ReadyProps {
  readonly pack: PackCard
  readonly dataSets: readonly DataSet[] | null
  readonly suggestions: readonly BindingSuggestion[] | null
  readonly preferred: string | null
}

function Ready({ pack, dataSets, suggestions, preferred }: ReadyProps) {
  if (dataSets === null || suggestions === null || dataSets.length === 0) return null
  return <RunForm pack={pack} dataSets={dataSets} suggestions={suggestions} preferred={preferred} />
}
