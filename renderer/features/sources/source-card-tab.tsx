import { useState } from 'react'
import type { DataSet } from '../../../analyses/model/data-set'
import type { Fault } from '../../../analyses/model/fault'
import type { SourceCard } from '../../../analyses/model/source-card'
import { call } from '../../client/call'
import { Button } from '../../components/button'
import { ScrollArea } from '../../components/scroll-area'
import { FaultNote } from '../../components/states'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'
import { SourceCardFields } from './source-card-fields'

export function SourceCardTab({ dataSet }: { readonly dataSet: DataSet }) {
  const { state, dispatch } = useSession()
  const { t } = useLanguage()
  const saved = dataSet.source.card ?? {}
  const [card, setCard] = useState<SourceCard>(saved)
  const [fault, setFault] = useState<Fault | null>(null)
  const changed = JSON.stringify(card) !== JSON.stringify(saved)
  const readOnly = state.project?.readOnly ?? true
  const save = async () => {
    const outcome = await call('dataSet.card', { name: dataSet.name, card })
    if (!outcome.ok) return setFault(outcome.fault)
    setFault(null)
    setCard(outcome.value.source.card ?? {})
    dispatch({ kind: 'changed' })
    dispatch({ kind: 'say', message: { tone: 'good', text: t('card.saved') } })
  }
  return (
    <ScrollArea className="scroll stack" label={t('card.tab')}>
      <SourceCardFields card={card} disabled={readOnly} onChange={setCard} />
      {fault && <FaultNote fault={fault} />}
      <div className="row">
        <Button kind="primary" disabled={!changed || readOnly} onClick={() => void save()}>
          {t('card.save')}
        </Button>
      </div>
    </ScrollArea>
  )
}
