import { useState } from 'react'
import type { ReportOutline } from '../../../analyses/model/composition'
import type { Fault } from '../../../analyses/model/fault'
import { useCall } from '../../client/use-call'
import { IconButton } from '../../components/button'
import { Icon } from '../../components/icon'
import { Badge } from '../../components/screen'
import { FaultNote } from '../../components/states'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'
import { BatchDialog } from './batch-dialog'
import { duplicateReport } from './duplicate-report'
import { RemoveReport } from './remove-report'
import { RenameReport } from './rename-report'

type Doing = { readonly what: 'rename' | 'remove' | 'batch'; readonly report: ReportOutline } | null

interface ReportListProps {
  readonly reports: readonly ReportOutline[]
  readonly readOnly: boolean
}

/** The project's reports, newest change first. */
export function ReportList({ reports, readOnly }: ReportListProps) {
  const { dispatch } = useSession()
  const { t, locale } = useLanguage()
  const [doing, setDoing] = useState<Doing>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const duplicate = async (report: ReportOutline) => {
    const outcome = await duplicateReport(report.id, locale, (title) => t('reports.copyOf', { title }))
    if (!outcome.ok) return setFault(outcome.fault)
    setFault(null)
    dispatch({ kind: 'changed' })
    dispatch({
      kind: 'say',
      message: { tone: 'good', text: t('reports.duplicated', { title: report.title }) },
    })
  }
  const close = () => setDoing(null)
  const templates = useCall('report.templates', { locale })
  const forTerritories = new Set(templates.value?.filter(({ batch }) => batch).map(({ id }) => id))
  return (
    <>
      {fault && <FaultNote fault={fault} />}
      <ul className="list">
        {reports.map((report) => (
          <ReportRow
            key={report.id}
            report={report}
            readOnly={readOnly}
            batch={report.template !== null && forTerritories.has(report.template)}
            onDo={(what) => (what === 'duplicate' ? void duplicate(report) : setDoing({ what, report }))}
          />
        ))}
      </ul>
      {doing?.what === 'rename' && <RenameReport report={doing.report} onClose={close} />}
      {doing?.what === 'remove' && <RemoveReport report={doing.report} onClose={close} />}
      {doing?.what === 'batch' && <BatchDialog report={doing.report} onClose={close} />}
    </>
  )
}

interface ReportRowProps {
  readonly report: ReportOutline
  readonly readOnly: boolean
  /** It can be made for every territory. */
  readonly batch: boolean
  readonly onDo: (what: 'rename' | 'duplicate' | 'remove' | 'batch') => void
}

function ReportRow({ report, readOnly, batch, onDo }: ReportRowProps) {
  const { dispatch } = useSession()
  const { t, formats } = useLanguage()
  const { title } = report
  return (
    <li className="list-row">
      <button
        type="button"
        className="list-main list-run"
        onClick={() => dispatch({ kind: 'go', route: { screen: 'report', report: report.id } })}
      >
        <span className="list-title">
          <Icon name="document" />
          {title === '' ? t('editor.untitled') : title}
        </span>
        <span className="list-text">
          {t('reports.made', { sections: report.sections, runs: report.runs })}
        </span>
        <span className="list-when quiet">
          {report.missing > 0 && (
            <Badge tone="attention">{t('reports.waits', { count: report.missing })}</Badge>
          )}
          {formats.dateTime(report.changedAt)}
        </span>
      </button>
      {batch && (
        <IconButton icon="many" label={t('reports.batch', { title })} onClick={() => onDo('batch')} />
      )}
      {!readOnly && (
        <>
          <IconButton icon="text" label={t('reports.rename', { title })} onClick={() => onDo('rename')} />
          <IconButton
            icon="copy"
            label={t('reports.duplicate', { title })}
            onClick={() => onDo('duplicate')}
          />
          <IconButton
            icon="trash"
            label={t('reports.removeReport', { title })}
            onClick={() => onDo('remove')}
          />
        </>
      )}
    </li>
  )
}
