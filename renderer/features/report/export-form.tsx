import { type ReactNode, useState } from 'react'
import type { Fault } from '../../../analyses/model/fault'
import type { Locale } from '../../../analyses/model/locale'
import type { ReportDocument } from '../../../analyses/model/report-document'
import type { ExportFormat, ExportReceipt } from '../../../preload/contract/methods'
import { isCancelled, type Outcome, shell } from '../../client/call'
import type { Job } from '../../client/jobs'
import type { LongReading } from '../../client/use-long-call'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { Progress } from '../../components/progress'
import { FaultNote } from '../../components/states'
import { useLanguage } from '../../i18n'
import { fileNameOf } from './document-parts'
import { ExportDone } from './export-done'
import { extensionOf } from './export-formats'
import { WhatWillBeHidden } from './what-will-be-hidden'

/** Everything a person decided about one file. */
export interface ExportChoice {
  readonly format: ExportFormat
  readonly locale: Locale | undefined
  readonly part: string | undefined
  readonly path: string
}

interface ExportFormProps {
  readonly title: string
  readonly format: ExportFormat
  readonly locale: Locale | undefined
  readonly part: string | undefined
  /** What would leave, looked at before anything is written. */
  readonly view: LongReading<ReportDocument>
  readonly job: Job | null
  readonly onCancel: () => void
  readonly write: (choice: ExportChoice) => Promise<Outcome<ExportReceipt>>
  readonly onClose: () => void
  /** Fields for the choice. */
  readonly children: ReactNode
}

/** From the choice of a format to the written file, in one place: what is hidden, faults, and where the file lies. */
export function ExportForm(props: ExportFormProps) {
  const { title, format, locale, part, view, job, onCancel, write, onClose, children } = props
  const { t } = useLanguage()
  const [fault, setFault] = useState<Fault | null>(null)
  const [receipt, setReceipt] = useState<ExportReceipt | null>(null)
  const save = async () => {
    setFault(null)
    setReceipt(null)
    const suggestedName = fileNameOf(part === undefined ? title : `${title} ${part}`)
    const target = await shell('dialog.saveExport', { suggestedName, extension: extensionOf(format) })
    if (!target.ok) return setFault(target.fault)
    if (target.value === null) return
    const outcome = await write({ format, locale, part, path: target.value })
    if (outcome.ok) setReceipt(outcome.value)
    else if (!isCancelled(outcome.fault)) setFault(outcome.fault)
  }
  return (
    <Dialog
      title={t('export.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t(receipt ? 'word.close' : 'word.cancel')}</Button>
          <Button kind="primary" icon="export" disabled={job !== null} onClick={() => void save()}>
            {t('export.save', { format: format.toUpperCase() })}
          </Button>
        </>
      }
    >
      <div className="stack">
        {receipt && <ExportDone receipt={receipt} />}
        {fault && (
          <div className="stack-small">
            <FaultNote fault={fault} />
            <p className="quiet">{t('export.untouched')}</p>
          </div>
        )}
        {job && (
          <Progress
            title={job.title}
            progress={job.progress}
            cancelling={job.cancelling}
            onCancel={onCancel}
          />
        )}
        {children}
        <WhatWillBeHidden view={view} />
      </div>
    </Dialog>
  )
}
