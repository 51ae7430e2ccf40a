import { useState } from 'react'
import type { Composition } from '../../../analyses/model/composition'
import { locales } from '../../../analyses/model/locale'
import { isForTerritories } from '../../../analyses/model/template-make'
import { TextField } from '../../components/field'
import { SelectField } from '../../components/select'
import { useLanguage } from '../../i18n'
import { useEditor } from './editor-context'
import { LocalField } from './local-fields'
import { TerritoryField } from './territory-field'

const pages = ['titlePage', 'contents', 'appendix'] as const

/** Languages, title page and what surrounds the sections. */
export function ReportFields() {
  const { report, change, readOnly } = useEditor()
  const { t } = useLanguage()
  const put = (part: Partial<Composition>, about = '') => change((now) => ({ ...now, ...part }), about)
  return (
    <>
      <LocalField
        label={t('paper.reportTitle')}
        value={report.title}
        mostLetters={500}
        onChange={(title) => put({ title }, 'report-title')}
      />
      <LocalField
        label={t('paper.reportSubtitle')}
        value={report.subtitle}
        mostLetters={500}
        onChange={(subtitle) => put({ subtitle }, 'report-subtitle')}
      />
      {(isForTerritories(report) || report.territory !== null) && <TerritoryField />}
      <LocalField
        label={t('paper.summary')}
        help={t('paper.summaryHelp')}
        lines={4}
        mostLetters={20_000}
        value={report.summary}
        onChange={(summary) => put({ summary }, 'report-summary')}
      />
      <fieldset className="stack" disabled={readOnly}>
        <legend className="visually-hidden">{t('editor.tab-report')}</legend>
        <SelectField
          label={t('paper.firstLanguage')}
          value={report.locale}
          options={locales.map((value) => ({ value, label: t(`language.${value}`) }))}
          onChange={(value) => {
            const locale = locales.find((one) => one === value) ?? report.locale
            put({ locale, second: report.second === locale ? null : report.second })
          }}
        />
        <SelectField
          label={t('paper.secondLanguage')}
          help={t('paper.secondLanguageHelp')}
          value={report.second ?? ''}
          options={[
            { value: '', label: t('paper.oneLanguage') },
            ...locales
              .filter((value) => value !== report.locale)
              .map((value) => ({ value, label: t(`language.${value}`) })),
          ]}
          onChange={(value) => put({ second: locales.find((one) => one === value) ?? null })}
        />
        {(['organisation', 'author'] as const).map((field) => (
          <TextField
            key={field}
            label={t(`paper.${field}`)}
            value={report[field]}
            onChange={(text) => put({ [field]: text.slice(0, 300) }, field)}
          />
        ))}
        <TextField
          label={t('paper.date')}
          type="date"
          value={report.date}
          onChange={(date) => put({ date }, 'date')}
        />
        <Keywords words={report.keywords} onChange={(keywords) => put({ keywords }, 'keywords')} />
        <div>
          {pages.map((page) => (
            <label key={page} className="check">
              <input
                type="checkbox"
                checked={report[page]}
                onChange={(event) => put({ [page]: event.target.checked })}
              />
              <span>{t(`paper.${page}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </>
  )
}

interface KeywordsProps {
  readonly words: readonly string[]
  readonly onChange: (words: string[]) => void
}

/** Typed as one line with commas; the comma being typed must not vanish, so the line is kept as it was written. */
function Keywords({ words, onChange }: KeywordsProps) {
  const { t } = useLanguage()
  const [typed, setTyped] = useState<string | null>(null)
  const read = (text: string) =>
    [...new Set(text.split(',').map((word) => word.trim().slice(0, 100)))].filter((word) => word !== '')
  const own = typed !== null && read(typed).slice(0, 30).join() === words.join() ? typed : words.join(', ')
  return (
    <TextField
      label={t('paper.keywords')}
      help={t('paper.keywordsHelp')}
      value={own}
      onChange={(text) => {
        setTyped(text)
        onChange(read(text).slice(0, 30))
      }}
    />
  )
}
