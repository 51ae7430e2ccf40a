import { useState } from 'react'
import { useCall } from '../../client/use-call'
import { TextField } from '../../components/field'
import { ScrollArea } from '../../components/scroll-area'
import { FaultNote } from '../../components/states'
import { useLanguage } from '../../i18n'

interface TerritoryChoiceProps {
  readonly dataSet: string
  readonly column: string
  /** Null: all of them. */
  readonly chosen: readonly string[] | null
  readonly onChange: (chosen: readonly string[] | null) => void
}

/** All territories of a column, or some of them. */
export function TerritoryChoice({ dataSet, column, chosen, onChange }: TerritoryChoiceProps) {
  const { t, formats } = useLanguage()
  const [filter, setFilter] = useState('')
  const values = useCall('dataSet.values', { name: dataSet, column })
  const all = values.value?.values ?? []
  const seen = all.filter((code) => code.toLocaleLowerCase().includes(filter.trim().toLocaleLowerCase()))
  const toggle = (code: string, on: boolean) =>
    onChange(on ? [...(chosen ?? []), code] : (chosen ?? []).filter((one) => one !== code))
  return (
    <fieldset className="choices">
      <legend>{t('batch.which')}</legend>
      <label className="check">
        <input type="radio" name="which" checked={chosen === null} onChange={() => onChange(null)} />
        <span>
          {values.value?.more
            ? t('batch.allMany')
            : t('batch.all', { count: all.length, formatted: formats.integer(all.length) })}
        </span>
      </label>
      <label className="check">
        <input type="radio" name="which" checked={chosen !== null} onChange={() => onChange([])} />
        <span>{t('batch.some')}</span>
      </label>
      {values.fault && <FaultNote fault={values.fault} />}
      {chosen !== null && (
        <div className="stack-small">
          <TextField label={t('batch.find')} value={filter} onChange={setFilter} />
          <ScrollArea className="many-list batch-territories" label={t('batch.some')}>
            {seen.map((code) => (
              <label key={code} className="check">
                <input
                  type="checkbox"
                  checked={chosen.includes(code)}
                  onChange={(event) => toggle(code, event.target.checked)}
                />
                <span>{code}</span>
              </label>
            ))}
          </ScrollArea>
          {values.value?.more && <p className="field-help">{t('batch.more')}</p>}
        </div>
      )}
    </fieldset>
  )
}
