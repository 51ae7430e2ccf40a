import type { ReportOutline } from '../../../analyses/model/composition'
import { call } from '../../client/call'
import { RemovalDialog } from '../../components/removal-dialog'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'

interface RemoveReportProps {
  readonly report: ReportOutline
  readonly onClose: () => void
}

export function RemoveReport({ report: { id, title }, onClose }: RemoveReportProps) {
  const { dispatch } = useSession()
  const { t } = useLanguage()
  const remove = async () => {
    const outcome = await call('report.remove', { report: id })
    if (!outcome.ok) return outcome.fault
    dispatch({ kind: 'changed' })
    dispatch({ kind: 'say', message: { tone: 'good', text: t('reports.removed', { title }) } })
    return null
  }
  return (
    <RemovalDialog
      title={t('reports.removeTitle')}
      confirm={t('reports.removeConfirm')}
      remove={remove}
      onClose={onClose}
    >
      <p>
        <strong>{title === '' ? t('editor.untitled') : title}</strong>
      </p>
      <p>{t('reports.removeReportText')}</p>
    </RemovalDialog>
  )
}
