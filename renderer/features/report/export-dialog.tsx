import { useState } from 'react'
import type { Fault } from '../../../analyses/model/fault'
import type { ExportFormat } from '../../../preload/contract/methods'
import { isCancelled, shell } from '../../client/call'
import { useJob } from '../../client/use-job'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { Progress } from '../../components/progress'
import { SelectField } from '../../components/select'
import { FaultNote } from '../../components/states'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'
import { type DocumentParts, fileNameOf } from './document-parts'

interface ExportDialogProps {
  readonly run: string
  readonly title: string
  readonly parts: DocumentParts
  readonly onClose: () => void
}

const formats: readonly ExportFormat[] = ['html', 'docx', 'pdf', 'xlsx', 'svg', 'png', 'csv', 'arrow', 'json']

/** What a format saves: the whole report, one chart or one table. */
const partKind = (format: ExportFormat): keyof DocumentParts | null =>
  format === 'svg' || format === 'png' ? 'charts' : format === 'csv' || format === 'arrow' ? 'tables' : null

export function ExportDialog({ run, title, parts, onClose }: ExportDialogProps) {
  const { dispatch } = useSession()
  const { t, locale, formats: figures } = useLanguage()
  const [format, setFormat] = useState<ExportFormat>('html')
  const [chosen, setChosen] = useState<Partial<Record<keyof DocumentParts, string>>>({})
  const [fault, setFault] = useState<Fault | null>(null)
  const { job, start, cancel } = useJob('run.export')
  const kind = partKind(format)
  const choices = kind ? parts[kind] : []
  const part = kind ? (chosen[kind] ?? choices[0]?.id) : undefined
  const possible = formats.filter((one) => {
    const needed = partKind(one)
    return needed === null || parts[needed].length > 0
  })

  const save = async () => {
    setFault(null)
    const suggestedName = fileNameOf(part === undefined ? title : `${title} ${part}`)
    const target = await shell('dialog.saveExport', { suggestedName, extension: format })
    if (!target.ok) return setFault(target.fault)
    if (target.value === null) return
    const input = { run, locale, format, path: target.value, ...(part === undefined ? {} : { part }) }
    const outcome = await start(t('export.job', { format: format.toUpperCase() }), input)
    if (!outcome.ok) return setFault(isCancelled(outcome.fault) ? null : outcome.fault)
    const { path, bytes } = outcome.value
    onClose()
    dispatch({
      kind: 'say',
      message: { tone: 'good', text: t('export.done', { path, size: figures.bytes(bytes) }), path },
    })
  }

  return (
    <Dialog
      title={t('export.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('word.cancel')}</Button>
          <Button kind="primary" icon="export" disabled={job !== null} onClick={() => void save()}>
            {t('export.save', { format: format.toUpperCase() })}
          </Button>
        </>
      }
    >
      <div className="stack">
        <fieldset className="choices">
          <legend>{t('export.format')}</legend>
          {possible.map((one) => (
            <label key={one} className="choice">
              <input type="radio" name="format" checked={format === one} onChange={() => setFormat(one)} />
              <span>
                <strong>{one.toUpperCase()}</strong> {t(`export.${one}`)}
              </span>
            </label>
          ))}
        </fieldset>
        {kind && choices.length > 1 && (
          <SelectField
            label={t(kind === 'charts' ? 'export.chart' : 'export.table')}
            value={part ?? ''}
            options={choices.map(({ id, title: label }) => ({ value: id, label }))}
            onChange={(id) => setChosen({ ...chosen, [kind]: id })}
          />
        )}
        {job && (
          <Progress title={job.title} progress={job.progress} cancelling={job.cancelling} onCancel={cancel} />
        )}
        {fault && <FaultNote fault={fault} />}
      </div>
    </Dialog>
  )
}
