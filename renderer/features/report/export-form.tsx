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
import { PublicDataNote, usePublicData } from './public-data'
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
  /** Runs that go into the file; null where one has not been made yet. */
  readonly runs: readonly (string | null)[]
  readonly job: Job | null
  readonly onCancel: () => void
  readonly write: (choice: ExportChoice) => Promise<Outcome<ExportReceipt>>
  readonly onClose: () => void
  /** Fields for the choice. */
  readonly children: ReactNode
}

/** From the choice of a format to the written file, in one place: what is hidden, faults, and where the file lies. */
export function ExportForm(props: ExportFormProps) {
  const { title, format, locale, part, view, runs, job, onCancel, write, onClose, children } = props
  const { t } = useLanguage()
  const publicData = usePublicData(runs)
  const [fault, setFault] = useState<Fault | null>(null)
  const [saved, setSaved] = useState<{ readonly receipt: ExportReceipt; readonly as: string } | null>(null)
  const choice = JSON.stringify([format, locale ?? null, part ?? null])
  // Another format is another file to save; the same one is done.
  const done = saved?.as === choice
  const save = async () => {
    setFault(null)
    setSaved(null)
    const suggestedName = fileNameOf(part === undefined ? title : `${title} ${part}`)
    const target = await shell('dialog.saveExport', { suggestedName, extension: extensionOf(format) })
    if (!target.ok) return setFault(target.fault)
    if (target.value === null) return
    const outcome = await write({ format, locale, part, path: target.value })
    if (outcome.ok) setSaved({ receipt: outcome.value, as: choice })
    else if (!isCancelled(outcome.fault)) setFault(outcome.fault)
  }
  const outcome =
    saved || fault || job ? (
      <>
        {saved && <ExportDone key={saved.receipt.path} receipt={saved.receipt} />}
        {fault && (
          <>
            <FaultNote fault={fault} />
            <p className="quiet">{t('export.untouched')}</p>
          </>
        )}
        {job && (
          <Progress
            title={job.title}
            progress={job.progress}
            cancelling={job.cancelling}
            onCancel={onCancel}
          />
        )}
      </>
    ) : null
  return (
    <Dialog
      title={t('export.title')}
      onClose={onClose}
      outcome={outcome}
      actions={
        <>
          <Button kind={done ? 'primary' : 'plain'} onClick={onClose}>
            {t(done ? 'word.done' : saved || job ? 'word.close' : 'word.cancel')}
          </Button>
          <Button
            kind={done ? 'plain' : 'primary'}
            icon="export"
            disabled={job !== null}
            onClick={() => void save()}
          >
            {t(done ? 'export.saveAgain' : 'export.save', { format: format.toUpperCase() })}
          </Button>
        </>
      }
    >
      <div className="stack">
        {children}
        <PublicDataNote names={publicData} />
        <WhatWillBeHidden view={view} publicData={publicData} />
      </div>
    </Dialog>
  )
}
