import { useState } from 'react'
import { type ImportOptions, type SourcePreview, sourceFormats } from '../../../analyses/model/data-set'
import { Button } from '../../components/button'
import { TextField } from '../../components/field'
import { type Option, SelectField } from '../../components/select'
import { type Translate, useLanguage } from '../../i18n'
import { delimiterWord } from './dialect-words'
import { type Correction, correct, textDialectOf, typedCount } from './import-options'

interface ImportSettingsProps {
  readonly preview: SourcePreview | null
  readonly options: ImportOptions
  readonly disabled: boolean
  readonly onChange: (options: ImportOptions) => void
}

const encodings = ['utf-8', 'windows-1250', 'iso-8859-2', 'windows-1252', 'utf-16le', 'utf-16be']
const delimiters = [',', ';', '\t', '|']
const quotes = ['"', "'"]
const none = 'none'

const withFound = (known: readonly string[], found: string | undefined): string[] =>
  found === undefined || known.includes(found) ? [...known] : [...known, found]

const same = (values: readonly string[]): Option[] => values.map((value) => ({ value, label: value }))

/** Every guess of the pre-scan as a control that shows the guess and takes a correction. */
export function ImportSettings({ preview, options, disabled, onChange }: ImportSettingsProps) {
  const { t } = useLanguage()
  const set = (change: Correction) => onChange(correct(options, change))
  const dialect = preview?.dialect
  const format = options.format ?? dialect?.format ?? 'delimited'
  const isText = textDialectOf(preview) !== null
  const encoding = options.encoding ?? preview?.encoding ?? 'utf-8'
  const corrected = Object.keys(options).length > 0
  return (
    <fieldset className="import-settings" disabled={disabled} aria-label={t('import.settings')}>
      <DataSetName preview={preview} options={options} onChange={onChange} />
      <SelectField
        label={t('import.format')}
        value={format}
        options={sourceFormats.map((value) => ({ value, label: t(`format.${value}`) }))}
        onChange={(value) => set({ format: sourceFormats.find((one) => one === value) })}
      />
      <SelectField
        label={t('receipt.encoding')}
        help={encodingHelp(preview, options, t)}
        value={encoding}
        options={same(withFound(encodings, encoding))}
        onChange={(value) => set({ encoding: value })}
      />
      {format === 'delimited' && <Delimited preview={preview} options={options} set={set} />}
      {isText && <Counts preview={preview} options={options} set={set} />}
      <Button kind="quiet" disabled={!corrected} onClick={() => onChange({})}>
        {t('import.guessAgain')}
      </Button>
    </fieldset>
  )
}

const encodingHelp = (
  preview: SourcePreview | null,
  options: ImportOptions,
  t: Translate,
): string | undefined =>
  preview === null || options.encoding !== undefined
    ? undefined
    : t(`confidence.${preview.encodingConfidence}`)

function DataSetName({ preview, options, onChange }: Omit<ImportSettingsProps, 'disabled'>) {
  const { t } = useLanguage()
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <TextField
      label={t('import.name')}
      help={t('import.nameHelp')}
      value={typed ?? preview?.name ?? ''}
      onChange={(value) => {
        setTyped(value)
        onChange(correct(options, { name: value.trim() === '' ? undefined : value.trim() }))
      }}
    />
  )
}

interface PartProps {
  readonly preview: SourcePreview | null
  readonly options: ImportOptions
  readonly set: (change: Correction) => void
}

function Delimited({ preview, options, set }: PartProps) {
  const { t } = useLanguage()
  const dialect = textDialectOf(preview)
  const delimiter = options.delimiter ?? dialect?.delimiter ?? ','
  const quote = options.quote !== undefined ? options.quote : (dialect?.quote ?? null)
  const decimal = options.decimal ?? dialect?.decimal ?? '.'
  return (
    <div className="field-row">
      <SelectField
        label={t('import.delimiter')}
        value={delimiter}
        options={withFound(delimiters, delimiter).map((value) => ({ value, label: delimiterWord(value, t) }))}
        onChange={(value) => set({ delimiter: value })}
      />
      <SelectField
        label={t('import.quote')}
        value={quote ?? none}
        options={[...same(withFound(quotes, quote ?? undefined)), { value: none, label: t('quote.none') }]}
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

function Counts({ preview, options, set }: PartProps) {
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
