import { useState } from 'react'
import type { PackCard } from '../../../analyses/model/pack-card'
import { packAreas } from '../../../analyses/model/pack-manifest'
import { useCall } from '../../client/use-call'
import { Button } from '../../components/button'
import { TextField } from '../../components/field'
import { Icon } from '../../components/icon'
import { Screen } from '../../components/screen'
import { EmptyState, FaultNote, Skeleton } from '../../components/states'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'
import { BrokenPacks } from './broken-packs'
import { findPacks } from './find-packs'
import { PackScreen } from './pack-screen'
import { typesetPack } from './typeset-pack'

interface AnalysesScreenProps {
  readonly chosen: string | null
  readonly dataSet: string | null
}

export function AnalysesScreen({ chosen, dataSet }: AnalysesScreenProps) {
  const { t, locale } = useLanguage()
  const list = useCall('pack.list', { locale })
  const packs = list.value?.packs.map((one) => typesetPack(one, locale)) ?? []
  const pack = packs.find(({ id }) => id === chosen)
  if (pack) return <PackScreen key={pack.id} pack={pack} dataSet={dataSet} />
  return (
    <Screen title={t('rail.analyses')} subtitle={t('analyses.subtitle')}>
      {list.fault && (
        <FaultNote fault={list.fault} actions={<Button onClick={list.reload}>{t('word.tryAgain')}</Button>} />
      )}
      {list.value === null && list.loading && <Skeleton lines={8} />}
      {list.value && packs.length === 0 && (
        <EmptyState icon="analyses" title={t('analyses.none')}>
          <p>{t('analyses.noneText')}</p>
        </EmptyState>
      )}
      {packs.length > 0 && <PackShelf packs={packs} dataSet={dataSet} />}
      {list.value && list.value.broken.length > 0 && <BrokenPacks broken={list.value.broken} />}
    </Screen>
  )
}

/** The analyses by the question they help with; a few words narrow them down. */
function PackShelf({
  packs,
  dataSet,
}: {
  readonly packs: readonly PackCard[]
  readonly dataSet: string | null
}) {
  const { dispatch } = useSession()
  const { t } = useLanguage()
  const [words, setWords] = useState('')
  const found = findPacks(packs, words)
  return (
    <>
      <div className="pack-search">
        <TextField label={t('analyses.search')} value={words} onChange={setWords} />
        <p role="status" className="quiet">
          {words.trim() === '' || found.length === 0 ? '' : t('analyses.found', { count: found.length })}
        </p>
      </div>
      {found.length === 0 && (
        <EmptyState
          icon="analyses"
          title={t('analyses.found', { count: 0 })}
          action={<Button onClick={() => setWords('')}>{t('analyses.showAll')}</Button>}
        >
          <p>{t('analyses.noMatch')}</p>
        </EmptyState>
      )}
      {packAreas.map((area) => {
        const inArea = found.filter((pack) => pack.area === area)
        return inArea.length === 0 ? null : (
          <section key={area} className="pack-area" aria-labelledby={`area-${area}`}>
            <h2 id={`area-${area}`}>{t(`analyses.area.${area}`)}</h2>
            <ul className="cards">
              {inArea.map((one) => (
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
          </section>
        )
      })}
    </>
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
