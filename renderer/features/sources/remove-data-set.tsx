import { call } from '../../client/call'
import { RemovalDialog } from '../../components/removal-dialog'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'

export function RemoveDataSet({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const { dispatch } = useSession()
  const { t } = useLanguage()
  const remove = async () => {
    const outcome = await call('dataSet.remove', { name })
    if (!outcome.ok) return outcome.fault
    dispatch({ kind: 'changed' })
    dispatch({ kind: 'go', route: { screen: 'data', dataSet: null } })
    dispatch({ kind: 'say', message: { tone: 'good', text: t('data.removed', { name }) } })
    return null
  }
  return (
    <RemovalDialog
      title={t('data.removeTitle', { name })}
      confirm={t('data.removeConfirm')}
      remove={remove}
      onClose={onClose}
    >
      <p>{t('data.removeText')}</p>
    </RemovalDialog>
  )
}
