import type { PackCard } from '../../../analyses/model/pack-card'
import { useCall } from '../../client/use-call'
import { Button } from '../../components/button'
import { Icon } from '../../components/icon'
import { Screen } from '../../components/screen'
import { EmptyState, FaultNote, Skeleton } from '../../components/states'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'
import { BrokenPacks } from './broken-packs'
import { PackScreen } from './pack-screen'

interface AnalysesScreenProps {
  readonly chosen: string | null
  readonly dataSet: string | null
}

export function AnalysesScreen({ chosen, dataSet }: AnalysesScreenProps) {
  const { dispatch } = useSession()
  const { t, locale } = useLanguage()
  const list = useCall('pack.list', { locale })
  const pack = list.value?.packs.find(({ id }) => id === chosen)
  if (pack) return <PackScreen key={pack.id} pack={pack} dataSet={dataSet} />
  return (
    <Screen title={t('rail.analyses')} subtitle={t('analyses.subtitle')}>
      {list.fault && (
        <FaultNote fault={list.fault} actions={<Button onClick={list.reload}>{t('word.tryAgain')}</Button>} />
      )}
      {list.value === null && list.loading && <Skeleton lines={8} />}
      {list.value && list.value.packs.length === 0 && (
        <EmptyState icon="analyses" title={t('analyses.none')}>
          <p>{t('analyses.noneText')}</p>
        </EmptyState>
      )}
      {list.value && (
        <ul className="cards">
          {list.value.packs.map((one) => (
            <li key={one.id}>
              <PackChoice
                pack={one}
                onChoose={() =>
                  dispatch({ kind: 'go', route: { screen: 'analyses', pack: one.id, dataSet } })
                }
              />
            </li>
          ))}
        </ul>
      )}
      {list.value && list.value.broken.length > 0 && <BrokenPacks broken={list.value.broken} />}
    </Screen>
  )
}

function PackChoice({ pack, onChoose }: { readonly pack: PackCard; readonly onChoose: () => void }) {
  return (
    <button type="button" className="card card-choice" onClick={onChoose}>
      <span className="card-question">{pack.question}</span>
      <span className="card-title">{pack.title}</span>
      <span className="card-foot quiet">{pack.needs.map(({ title }) => title).join(' · ')}</span>
      <Icon name="right" />
    </button>
  )
}
