import { useId } from 'react'
import type { LocalText } from '../../../analyses/model/composition'
import { useLanguage } from '../../i18n'
import { putText } from './composition-edit'
import { useEditor } from './editor-context'

interface LocalFieldProps {
  readonly label: string
  readonly value: LocalText
  readonly onChange: (value: LocalText) => void
  readonly help?: string | undefined
  /** Several lines. */
  readonly lines?: number
  readonly placeholder?: string | undefined
  readonly mostLetters?: number
}

/** A text of the report: one field for each language the report is written in. */
export function LocalField(props: LocalFieldProps) {
  const { label, value, onChange, help, lines, placeholder, mostLetters = 2000 } = props
  const { locales, readOnly } = useEditor()
  const { t } = useLanguage()
  const id = useId()
  return locales.map((locale, index) => {
    const shared = {
      id: `${id}-${locale}`,
      lang: locale,
      className: lines === undefined ? 'input' : 'input text-area',
      value: value[locale] ?? '',
      readOnly,
      maxLength: mostLetters,
      placeholder,
      'aria-describedby': help && index === 0 ? `${id}-help` : undefined,
    }
    const put = (words: string) => onChange(putText(value, locale, words))
    return (
      <div className="field" key={locale}>
        <label htmlFor={shared.id}>
          {locales.length > 1 ? t('editor.inLanguage', { label, language: t(`language.${locale}`) }) : label}
        </label>
        {lines === undefined ? (
          <input {...shared} type="text" onChange={(event) => put(event.target.value)} />
        ) : (
          <textarea {...shared} rows={lines} onChange={(event) => put(event.target.value)} />
        )}
        {help && index === 0 && (
          <p className="field-help" id={`${id}-help`}>
            {help}
          </p>
        )}
      </div>
    )
  })
}
