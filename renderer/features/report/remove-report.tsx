import { useState } from 'react'
import type { ReportOutline } from '../../../analyses/model/composition'
import type { Fault } from '../../../analyses/model/fault'
import { call } from '../../client/call'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { FaultNote } from '../../components/states'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'

interface RemoveReportProps {
  readonly report: ReportOutline
  readonly onClose: () => void
}

export function RemoveReport({ report, onClose }: RemoveReportProps) {
  const { dispatch } = useSession()
  const { t } = useLanguage()
  const [fault, setFault] = useState<Fault | null>(null)
  const remove = async () => {
    const outcome = await call('report.remove', { report: report.id })
    if (!outcome.ok) return setFault(outcome.fault)
    onClose()
    dispatch({ kind: 'changed' })
    dispatch({ kind: 'say', message: { tone: 'good', text: t('reports.removed', { title: report.title }) } })
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
        <strong>{report.title}</strong>
      </p>
      <p>{t('reports.removeReportText')}</p>
      {fault && <FaultNote fault={fault} />}
    </Dialog>
  )
}
