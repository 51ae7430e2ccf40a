import type { ExportFormat } from '../../../preload/contract/methods'
import { useLanguage } from '../../i18n'

interface FormatChoiceProps {
  readonly formats: readonly ExportFormat[]
  readonly chosen: ExportFormat
  readonly onChange: (format: ExportFormat) => void
}

/** Every format with what it is for. */
export function FormatChoice({ formats, chosen, onChange }: FormatChoiceProps) {
  const { t } = useLanguage()
  return (
    <fieldset className="choices">
      <legend>{t('export.format')}</legend>
      {formats.map((one) => (
        <label key={one} className="choice">
          <input type="radio" name="format" checked={chosen === one} onChange={() => onChange(one)} />
          <span className="choice-named">
            <strong>{one.toUpperCase()}</strong> <span>{t(`export.${one}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
