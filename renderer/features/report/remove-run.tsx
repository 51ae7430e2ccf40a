import { useState } from 'react'
import type { Fault } from '../../../analyses/model/fault'
import type { RunSummary } from '../../../preload/contract/methods'
import { call } from '../../client/call'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { FaultNote } from '../../components/states'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'

export function RemoveRun({ run, onClose }: { readonly run: RunSummary; readonly onClose: () => void }) {
  const { dispatch } = useSession()
  const { t, formats } = useLanguage()
  const [fault, setFault] = useState<Fault | null>(null)
  const remove = async () => {
    const outcome = await call('run.remove', { run: run.id })
    if (!outcome.ok) return setFault(outcome.fault)
    onClose()
    dispatch({ kind: 'changed' })
    dispatch({
      kind: 'say',
      message: { tone: 'good', text: t('reports.removed', { title: run.pack.title }) },
    })
  }
  return (
    <Dialog
      title={t('reports.removeTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('word.keep')}</Button>
          <Button kind="danger" onClick={() => void remove()}>
            {t('reports.removeConfirm')}
          </Button>
        </>
      }
    >
      <p>
        <strong>{run.pack.title}</strong> · {formats.dateTime(run.createdAt)}
      </p>
      <p>{t('reports.removeText')}</p>
      {fault && <FaultNote fault={fault} />}
    </Dialog>
  )
}
