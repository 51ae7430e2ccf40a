import type { RunSummary } from '../../../preload/contract/methods'
import { call } from '../../client/call'
import { RemovalDialog } from '../../components/removal-dialog'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'

export function RemoveRun({ run, onClose }: { readonly run: RunSummary; readonly onClose: () => void }) {
  const { dispatch } = useSession()
  const { t, formats } = useLanguage()
  const { title } = run.pack
  const remove = async () => {
    const outcome = await call('run.remove', { run: run.id })
    if (!outcome.ok) return outcome.fault
    dispatch({ kind: 'changed' })
    dispatch({ kind: 'say', message: { tone: 'good', text: t('reports.runRemoved', { title }) } })
    return null
  }
  return (
    <RemovalDialog
      title={t('reports.removeRunTitle')}
      confirm={t('reports.removeRunConfirm')}
      remove={remove}
      onClose={onClose}
    >
      <p>
        <strong>{title}</strong> · {formats.dateTime(run.createdAt)}
      </p>
      <p>{t('reports.removeText')}</p>
    </RemovalDialog>
  )
}
