import { useState } from 'react'
import { type ExportFormat, exportFormats } from '../../../preload/contract/methods'
import { useJob } from '../../client/use-job'
import { useLongCall } from '../../client/use-long-call'
import { SelectField } from '../../components/select'
import { useLanguage } from '../../i18n'
import type { DocumentParts } from './document-parts'
import { ExportForm } from './export-form'
import { isOfOneTable, ofOneChart } from './export-formats'
import { FormatChoice } from './format-choice'

interface ExportDialogProps {
  readonly run: string
  readonly title: string
  readonly parts: DocumentParts
  readonly onClose: () => void
}

/** What a format saves: the whole report, one chart or one table. */
const partKind = (format: ExportFormat): keyof DocumentParts | null =>
  ofOneChart.has(format) ? 'charts' : isOfOneTable(format) ? 'tables' : null

/** A single result into a file. */
export function ExportDialog({ run, title, parts, onClose }: ExportDialogProps) {
  const { t, locale } = useLanguage()
  const [format, setFormat] = useState<ExportFormat>('html')
  const [chosen, setChosen] = useState<Partial<Record<keyof DocumentParts, string>>>({})
  const { job, start, cancel } = useJob('run.export')
  const view = useLongCall('run.view', { run, locale, published: true })
  const kind = partKind(format)
  const choices = kind ? parts[kind] : []
  const part = kind ? (chosen[kind] ?? choices[0]?.id) : undefined
  const possible = exportFormats.filter((one) => {
    const needed = partKind(one)
    return needed === null || parts[needed].length > 0
  })
  return (
    <ExportForm
      title={title}
      format={format}
      locale={locale}
      part={part}
      view={view}
      runs={[run]}
      job={job}
      onCancel={cancel}
      write={(choice) =>
        start(t('export.job', { format: format.toUpperCase() }), {
          run,
          locale,
          format,
          path: choice.path,
          ...(part === undefined ? {} : { part }),
        })
      }
      onClose={onClose}
    >
      <FormatChoice formats={possible} chosen={format} onChange={setFormat} />
      {kind && choices.length > 1 && (
        <SelectField
          label={t(kind === 'charts' ? 'export.chart' : 'export.table')}
          value={part ?? ''}
          options={choices.map(({ id, title: label }) => ({ value: id, label }))}
          onChange={(id) => setChosen({ ...chosen, [kind]: id })}
        />
      )}
    </ExportForm>
  )
}
