import { useState } from 'react'
import type { Composition } from '../../../analyses/model/composition'
import { type Locale, locales } from '../../../analyses/model/locale'
import { namedText } from '../../../analyses/model/template-make'
import { type ExportFormat, exportFormats } from '../../../preload/contract/methods'
import { useJob } from '../../client/use-job'
import { useLongCall } from '../../client/use-long-call'
import { SelectField } from '../../components/select'
import { Note } from '../../components/states'
import { useLanguage } from '../../i18n'
import { textIn } from '../report-editor/composition-edit'
import { ExportForm } from './export-form'
import { isWhole } from './export-formats'
import { FormatChoice } from './format-choice'

interface ExportReportProps {
  readonly report: string
  readonly composition: Composition
  readonly onClose: () => void
}

/** A report put together of runs into a file, in its own language or languages or in another one. */
export function ExportReport({ report, composition, onClose }: ExportReportProps) {
  const { t, locale } = useLanguage()
  const [format, setFormat] = useState<ExportFormat>('html')
  const [language, setLanguage] = useState<Locale | undefined>(undefined)
  const { job, start, cancel } = useJob('report.export')
  const view = useLongCall('report.view', { report, ...(language ? { locale: language } : {}) })
  const own = [composition.locale, ...(composition.second ? [composition.second] : [])]
  const missing = Object.values(composition.runs).filter(({ run, optional }) => run === null && !optional)
  return (
    <ExportForm
      title={namedText(textIn(composition.title, language ?? composition.locale, locale), composition)}
      format={format}
      locale={language}
      part={undefined}
      view={view}
      runs={Object.values(composition.runs).map(({ run }) => run)}
      job={job}
      onCancel={cancel}
      write={({ path }) =>
        start(t('export.job', { format: format.toUpperCase() }), {
          report,
          format,
          path,
          ...(language === undefined ? {} : { locale: language }),
        })
      }
      onClose={onClose}
    >
      {missing.length > 0 && (
        <Note tone="attention">
          <p>{t('editor.waiting', { count: missing.length })}</p>
        </Note>
      )}
      <FormatChoice formats={exportFormats.filter(isWhole)} chosen={format} onChange={setFormat} />
      <SelectField
        label={t('export.language')}
        value={language ?? ''}
        options={[
          {
            value: '',
            label: t('export.ownLanguage', {
              languages: own.map((one) => t(`language.${one}`)).join(' + '),
            }),
          },
          ...locales
            .filter((one) => one !== composition.locale || composition.second !== null)
            .map((one) => ({
              value: one,
              label: t('export.onlyLanguage', { language: t(`language.${one}`) }),
            })),
        ]}
        onChange={(value) => setLanguage(locales.find((one) => one === value))}
      />
    </ExportForm>
  )
}
