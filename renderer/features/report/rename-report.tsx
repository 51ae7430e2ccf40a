import { useState } from 'react'
import type { ReportOutline } from '../../../analyses/model/composition'
import type { Fault } from '../../../analyses/model/fault'
import { locales } from '../../../analyses/model/locale'
import { call } from '../../client/call'
import { useCall } from '../../client/use-call'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { TextField } from '../../components/field'
import { FaultNote, Skeleton } from '../../components/states'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'

interface RenameReportProps {
  readonly report: ReportOutline
  readonly onClose: () => void
}

/** The title in every language the report has one in. */
export function RenameReport({ report, onClose }: RenameReportProps) {
  const { dispatch } = useSession()
  const { t } = useLanguage()
  const stored = useCall('report.get', { report: report.id })
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [fault, setFault] = useState<Fault | null>(null)
  const composition = stored.value?.composition ?? null
  const languages = composition
    ? locales.filter((one) => one === composition.locale || one === composition.second)
    : []
  const save = async () => {
    if (composition === null) return
    const title = { ...composition.title, ...typed }
    const outcome = await call('report.save', { report: report.id, composition: { ...composition, title } })
    if (!outcome.ok) return setFault(outcome.fault)
    onClose()
    dispatch({ kind: 'changed' })
  }
  return (
    <Dialog
      title={t('reports.renameTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('word.cancel')}</Button>
          <Button kind="primary" disabled={composition === null} onClick={() => void save()}>
            {t('reports.renameConfirm')}
          </Button>
        </>
      }
    >
      <div className="stack">
        {composition === null && stored.fault === null && <Skeleton lines={2} />}
        {languages.map((one) => (
          <TextField
            key={one}
            label={
              languages.length > 1
                ? t('editor.inLanguage', { label: t('paper.reportTitle'), language: t(`language.${one}`) })
                : t('paper.reportTitle')
            }
            value={typed[one] ?? composition?.title[one] ?? ''}
            onChange={(text) => setTyped({ ...typed, [one]: text.slice(0, 500) })}
          />
        ))}
        {stored.fault && <FaultNote fault={stored.fault} />}
        {fault && <FaultNote fault={fault} />}
      </div>
    </Dialog>
  )
}
