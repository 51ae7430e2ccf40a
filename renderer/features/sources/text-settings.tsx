import { useState } from 'react'
import type { ImportOptions, SourcePreview } from '../../../analyses/model/data-set'
import { TextField } from '../../components/field'
import { OtherField } from '../../components/other-field'
import { type Option, SelectField } from '../../components/select'
import { useLanguage } from '../../i18n'
import { delimiterWord } from './dialect-words'
import { type Correction, textDialectOf, typedCount } from './import-options'

interface PartProps {
  readonly preview: SourcePreview | null
  readonly options: ImportOptions
  readonly set: (change: Correction) => void
}

const delimiters = [',', ';', '\t', '|', ' ']
const quotes = ['"', "'"]
const none = 'none'

/** A tab and other control characters as one can type them. */
const typedDelimiter = (text: string): string => text.replaceAll('\\t', '\t')

export function DelimiterSettings({ preview, options, set }: PartProps) {
  const { t } = useLanguage()
  const dialect = textDialectOf(preview)
  const delimiter = options.delimiter ?? dialect?.delimiter ?? ','
  const quote = options.quote !== undefined ? options.quote : (dialect?.quote ?? null)
  const decimal = options.decimal ?? dialect?.decimal ?? '.'
  const knownQuotes: Option[] = (quote === null || quotes.includes(quote) ? quotes : [...quotes, quote]).map(
    (value) => ({ value, label: value }),
  )
  return (
    <div className="field-row">
      <OtherField
        label={t('import.delimiter')}
        value={delimiter}
        options={delimiters.map((value) => ({ value, label: delimiterWord(value, t) }))}
        otherLabel={t('import.delimiterOther')}
        otherHelp={t('import.delimiterHelp')}
        onChange={(value) => set({ delimiter: typedDelimiter(value) })}
      />
      <SelectField
        label={t('import.quote')}
        value={quote ?? none}
        options={[...knownQuotes, { value: none, label: t('quote.none') }]}
        onChange={(value) => set({ quote: value === none ? null : value })}
      />
      <SelectField
        label={t('import.decimal')}
        value={decimal}
        options={[
          { value: '.', label: t('decimal.point') },
          { value: ',', label: t('decimal.comma') },
        ]}
        onChange={(value) => set({ decimal: value === ',' ? ',' : '.' })}
      />
    </div>
  )
}

export function LineSettings({ preview, options, set }: PartProps) {
  const { t } = useLanguage()
  const dialect = textDialectOf(preview)
  const header = options.headerLine !== undefined ? options.headerLine : (dialect?.headerLine ?? null)
  return (
    <div className="field-row">
      <Count
        label={t('import.headerLine')}
        value={header ?? 0}
        onChange={(line) => set({ headerLine: line === null ? undefined : line === 0 ? null : line })}
      />
      <Count
        label={t('import.headerLines')}
        value={options.headerLines ?? dialect?.headerLines ?? 1}
        onChange={(lines) => set({ headerLines: lines ?? undefined })}
      />
      <Count
        label={t('import.preamble')}
        value={options.preambleLines ?? dialect?.preambleLines ?? 0}
        onChange={(lines) => set({ preambleLines: lines ?? undefined })}
      />
      <Count
        label={t('import.footer')}
        value={options.footerLines ?? dialect?.footerLines ?? 0}
        onChange={(lines) => set({ footerLines: lines ?? undefined })}
      />
    </div>
  )
}

interface CountProps {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number | null) => void
}

/** What is typed stays as typed until the field is left, so that it can be emptied and filled again. */
function Count({ label, value, onChange }: CountProps) {
  const { t } = useLanguage()
  const [typed, setTyped] = useState<string | null>(null)
  const wrong = typed !== null && typed.trim() !== '' && typedCount(typed) === null
  return (
    <TextField
      label={label}
      inputMode="numeric"
      className="number"
      fault={wrong ? t('import.wholeNumber') : undefined}
      value={typed ?? String(value)}
      onChange={(text) => {
        setTyped(text)
        if (text.trim() === '') onChange(null)
        const count = typedCount(text)
        if (count !== null) onChange(count)
      }}
    />
  )
}
