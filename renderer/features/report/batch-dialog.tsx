import { useState } from 'react'
import type { ReportOutline } from '../../../analyses/model/composition'
import type { Fault } from '../../../analyses/model/fault'
import { type BatchReceipt, type ExportFormat, exportFormats } from '../../../preload/contract/methods'
import { isCancelled, shell } from '../../client/call'
import { useJob } from '../../client/use-job'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { Progress } from '../../components/progress'
import { FaultNote, Note, Skeleton } from '../../components/states'
import { useLanguage } from '../../i18n'
import { BatchDone } from './batch-done'
import { isWhole } from './export-formats'
import { PublicDataNote } from './public-data'
import { TerritoryChoice } from './territory-choice'
import { TerritorySourceFields, useTerritorySource } from './territory-source'

interface BatchDialogProps {
  readonly report: ReportOutline
  readonly onClose: () => void
}

/** One report for every territory of a data set, into a folder. */
export function BatchDialog({ report, onClose }: BatchDialogProps) {
  const { t, locale } = useLanguage()
  const source = useTerritorySource()
  const { dataSets, sets, set, column } = source
  const [territories, setTerritories] = useState<readonly string[] | null>(null)
  const [formats, setFormats] = useState<readonly ExportFormat[]>(['html', 'pdf'])
  const [folder, setFolder] = useState<string | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [receipt, setReceipt] = useState<BatchReceipt | null>(null)
  const job = useJob('report.batch')

  const ready = set !== undefined && column !== undefined && formats.length > 0 && territories?.length !== 0

  const chooseFolder = async (): Promise<string | null> => {
    const outcome = await shell('dialog.openFolder', { purpose: 'save' })
    if (!outcome.ok) setFault(outcome.fault)
    else if (outcome.value !== null) setFolder(outcome.value)
    return outcome.ok ? outcome.value : null
  }
  const start = async () => {
    setFault(null)
    setReceipt(null)
    const target = folder ?? (await chooseFolder())
    if (target === null || set === undefined || column === undefined) return
    const outcome = await job.start(t('batch.job', { title: report.title }), {
      report: report.id,
      dataSet: set.name,
      column: column.name,
      territories: territories === null ? null : [...territories],
      formats: [...formats],
      folder: target,
      locale,
    })
    if (outcome.ok) setReceipt(outcome.value)
    else if (!isCancelled(outcome.fault)) setFault(outcome.fault)
  }
  const made = receipt !== null && receipt.written.length > 0
  const outcome =
    receipt || fault || job.job ? (
      <>
        {receipt && <BatchDone receipt={receipt} />}
        {fault && <FaultNote fault={fault} />}
        {job.job && (
          <Progress
            title={
              job.job.progress
                ? t('batch.progress', { at: job.job.progress.step, of: job.job.progress.of })
                : job.job.title
            }
            progress={job.job.progress}
            cancelling={job.job.cancelling}
            onCancel={job.cancel}
          />
        )}
      </>
    ) : null
  return (
    <Dialog
      title={t('batch.title')}
      onClose={onClose}
      wide
      outcome={outcome}
      actions={
        <>
          <Button kind={made ? 'primary' : 'plain'} onClick={onClose}>
            {t(made ? 'word.done' : job.job || receipt ? 'word.close' : 'word.cancel')}
          </Button>
          <Button
            kind={made ? 'plain' : 'primary'}
            icon="many"
            disabled={!ready || job.job !== null}
            onClick={() => void start()}
          >
            {territories === null || territories.length === 0
              ? t('batch.startAll')
              : t('batch.start', { count: territories.length })}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="quiet">{t('batch.help', { title: report.title })}</p>
        {dataSets.fault && <FaultNote fault={dataSets.fault} />}
        {dataSets.value === null && dataSets.loading && <Skeleton lines={3} />}
        {dataSets.value && sets.length === 0 && (
          <Note tone="attention">
            <p>{t('batch.noTerritories')}</p>
          </Note>
        )}
        {set && column && (
          <>
            <PublicDataNote names={set.source.card?.subjects === 'public' ? [set.name] : []} />
            <TerritorySourceFields source={source} onChange={() => setTerritories(null)} />
            <TerritoryChoice
              key={`${set.name} ${column.name}`}
              dataSet={set.name}
              column={column.name}
              chosen={territories}
              onChange={setTerritories}
            />
          </>
        )}
        <fieldset className="choices">
          <legend>{t('batch.formats')}</legend>
          <div className="row batch-formats">
            {exportFormats.filter(isWhole).map((one) => (
              <label key={one} className="check">
                <input
                  type="checkbox"
                  checked={formats.includes(one)}
                  onChange={(event) =>
                    setFormats(
                      event.target.checked ? [...formats, one] : formats.filter((other) => other !== one),
                    )
                  }
                />
                <span title={t(`export.${one}`)}>{one.toUpperCase()}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <div className="row">
          <Button icon="folder" onClick={() => void chooseFolder()}>
            {t('batch.folder')}
          </Button>
          <span className={folder === null ? 'quiet' : 'digest'}>{folder ?? t('batch.noFolder')}</span>
        </div>
      </div>
    </Dialog>
  )
}
