import { useState } from 'react'
import type { Fault } from '../../../analyses/model/fault'
import { call } from '../../client/call'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { FaultNote } from '../../components/states'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'

export function RemoveDataSet({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const { dispatch } = useSession()
  const { t } = useLanguage()
  const [fault, setFault] = useState<Fault | null>(null)
  const remove = async () => {
    const outcome = await call('dataSet.remove', { name })
    if (!outcome.ok) return setFault(outcome.fault)
    onClose()
    dispatch({ kind: 'changed' })
    dispatch({ kind: 'go', route: { screen: 'data', dataSet: null } })
    dispatch({ kind: 'say', message: { tone: 'good', text: t('data.removed', { name }) } })
  }
  return (
    <Dialog
      title={t('data.removeTitle', { name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('word.keep')}</Button>
          <Button kind="danger" onClick={() => void remove()}>
            {t('data.removeConfirm')}
          </Button>
        </>
      }
    >
      <p>{t('data.removeText')}</p>
      {fault && <FaultNote fault={fault} />}
    </Dialog>
  )
}
