import { useState } from 'react'
import type { ImportOptions, ImportReceipt } from '../../../analyses/model/data-set'
import type { Fault } from '../../../analyses/model/fault'
import { isCancelled } from '../../client/call'
import { fileName } from '../../client/file-name'
import { useJob } from '../../client/use-job'
import { Button } from '../../components/button'
import { Progress } from '../../components/progress'
import { Screen } from '../../components/screen'
import { FaultNote, Skeleton } from '../../components/states'
import { type Language, useLanguage } from '../../i18n'
import { useSession } from '../session/session'
import { ImportPreview } from './import-preview'
import { ImportSettings } from './import-settings'
import { useInspection } from './use-inspection'

interface ImportOneProps {
  readonly path: string
  readonly waiting: number
}

const receiptWords = ({ t, formats }: Language, receipt: ImportReceipt): string => {
  const [first] = receipt.dataSets
  if (!first) return ''
  const { rejected } = first.rows
  // Rows as the list of data sets counts them: a record of a statistical file holds several.
  const loaded = first.observations ?? first.rows.loaded
  const values = { name: first.name, loaded, rejected, formatted: formats.integer(loaded) }
  return t(rejected > 0 ? 'import.donePartly' : 'import.done', values)
}

/** Faults of the first look that another encoding, delimiter or line count may mend; the others lie in the file. */
const readingMayHelp: ReadonlySet<string> = new Set([
  'import.not-text',
  'import.unknown-encoding',
  'import.name-taken',
  'import.bad-name',
  'import.bad-layout',
  'import.unknown-column',
  'import.too-many-rejects',
  'import.not-eurostat',
])

export function ImportOne({ path, waiting }: ImportOneProps) {
  const language = useLanguage()
  const { t, formats } = language
  const { dispatch } = useSession()
  const [options, setOptions] = useState<ImportOptions>({})
  const [failure, setFailure] = useState<Fault | null>(null)
  const { preview, fault, looking } = useInspection(path, options)
  const { job, start, cancel } = useJob('source.import')
  const file = fileName(path)

  const load = async () => {
    setFailure(null)
    const outcome = await start(t('import.job', { file }), { path, options })
    if (!outcome.ok) return setFailure(outcome.fault)
    const [first] = outcome.value.dataSets
    dispatch({ kind: 'importDone', path, dataSet: first?.name ?? null })
    const tone = first && first.rows.rejected > 0 ? 'attention' : 'good'
    dispatch({ kind: 'say', message: { tone, text: receiptWords(language, outcome.value) } })
  }
  const skip = () => dispatch({ kind: 'importDone', path, dataSet: null })
  const count = preview?.rows.loaded ?? 0
  const label =
    preview && !fault
      ? t(preview.exact ? 'import.button' : 'import.buttonAbout', {
          count,
          formatted: formats.integer(count),
        })
      : t('import.buttonPlain')

  return (
    <Screen
      fill
      title={t('import.titleFile', { file })}
      subtitle={
        <span className="clip" title={path}>
          {[
            preview && formats.bytes(preview.bytes),
            waiting > 0 && t('import.waiting', { count: waiting }),
            path,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      }
      actions={
        <>
          <Button onClick={skip} disabled={job !== null}>
            {t(waiting > 0 ? 'import.skip' : 'import.leave')}
          </Button>
          <Button
            kind="primary"
            icon="import"
            disabled={job !== null || looking || fault !== null || preview === null}
            onClick={() => void load()}
          >
            {label}
          </Button>
        </>
      }
    >
      {job && (
        <Progress title={job.title} progress={job.progress} cancelling={job.cancelling} onCancel={cancel} />
      )}
      {failure && !isCancelled(failure) && <FaultNote fault={failure} />}
      {fault && <FaultNote fault={fault} />}
      <div className="import" aria-busy={looking}>
        {preview === null && looking && <Skeleton lines={12} />}
        {(preview !== null || (fault !== null && readingMayHelp.has(fault.code))) && (
          <ImportSettings preview={preview} options={options} disabled={job !== null} onChange={setOptions} />
        )}
        {preview !== null && (
          <ImportPreview preview={preview} options={options} onChange={setOptions} disabled={job !== null} />
        )}
      </div>
    </Screen>
  )
}
