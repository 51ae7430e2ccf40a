import { useState } from 'react'
import type { TemplateCard } from '../../../analyses/model/composition'
import type { Fault } from '../../../analyses/model/fault'
import type { RunSummary } from '../../../preload/contract/methods'
import { call } from '../../client/call'
import { useCall } from '../../client/use-call'
import { Dialog } from '../../components/dialog'
import { Icon } from '../../components/icon'
import { Badge } from '../../components/screen'
import { FaultNote, Skeleton } from '../../components/states'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'

interface NewReportProps {
  /** Results it should be made of; none: of a template or empty. */
  readonly runs: readonly string[]
  readonly onClose: () => void
}

/** A report of a template, of chosen results, or an empty one. */
export function NewReport({ runs, onClose }: NewReportProps) {
  const { dispatch } = useSession()
  const { t, locale } = useLanguage()
  const templates = useCall('report.templates', { locale })
  const stored = useCall('run.list', { locale })
  const [fault, setFault] = useState<Fault | null>(null)
  const [busy, setBusy] = useState(false)
  const make = async (template: string | null) => {
    if (busy) return
    setBusy(true)
    const outcome = await call('report.create', { template, runs: [...runs], locale })
    setBusy(false)
    if (!outcome.ok) return setFault(outcome.fault)
    onClose()
    dispatch({ kind: 'changed' })
    dispatch({ kind: 'go', route: { screen: 'report', report: outcome.value.id } })
  }
  const shown = fault ?? templates.fault ?? stored.fault
  return (
    <Dialog title={t('newReport.title')} onClose={onClose} wide>
      <div className="stack">
        {runs.length > 0 && <p>{t('newReport.ofRuns', { count: runs.length })}</p>}
        {shown && <FaultNote fault={shown} />}
        {templates.value === null && !shown && <Skeleton lines={6} />}
        <ul className="cards">
          <li>
            <button type="button" className="card template" onClick={() => void make(null)}>
              <span className="template-title">
                {t(runs.length > 0 ? 'newReport.plain' : 'newReport.empty')}
              </span>
              <span className="quiet">
                {t(runs.length > 0 ? 'newReport.plainText' : 'newReport.emptyText')}
              </span>
            </button>
          </li>
          {templates.value?.map((template) => (
            <TemplateChoice
              key={template.id}
              template={template}
              runs={stored.value ?? []}
              onChoose={() => void make(template.id)}
            />
          ))}
        </ul>
      </div>
    </Dialog>
  )
}

interface TemplateChoiceProps {
  readonly template: TemplateCard
  readonly runs: readonly RunSummary[]
  readonly onChoose: () => void
}

/** What a template is for and which of its analyses the project has run already. */
function TemplateChoice({ template, runs, onChoose }: TemplateChoiceProps) {
  const { t } = useLanguage()
  const there = (pack: string) => runs.some((run) => run.pack.id === pack)
  return (
    <li>
      <button type="button" className="card template" onClick={onChoose}>
        <span className="template-title">
          {template.title}
          {template.batch && <Badge>{t('newReport.batch')}</Badge>}
        </span>
        <span className="quiet">{template.purpose}</span>
        <span className="template-packs">
          {template.packs.map(({ slot, pack, title, optional }) => (
            <span key={slot} className="template-pack">
              <span className={there(pack) ? 'tone-good' : 'quiet'}>
                <Icon name={there(pack) ? 'check' : 'play'} size={14} />
              </span>
              {title}
              <span className="quiet">
                {' '}
                {t(there(pack) ? 'newReport.there' : optional ? 'newReport.optional' : 'newReport.missing')}
              </span>
            </span>
          ))}
        </span>
      </button>
    </li>
  )
}
