import { useState } from 'react'
import { useCall } from '../../client/use-call'
import { TextField } from '../../components/field'
import { ScrollArea } from '../../components/scroll-area'
import { FaultNote } from '../../components/states'
import { useLanguage } from '../../i18n'
import { territoryLabel } from './territory-label'

interface TerritoryChoiceProps {
  readonly dataSet: string
  readonly column: string
  /** Codes; null: all of them. */
  readonly chosen: readonly string[] | null
  readonly onChange: (chosen: readonly string[] | null) => void
}

/** So many are listed at once; the filter finds the others. */
const listed = 500

/** All territories of a column, or some of them, by their names. */
export function TerritoryChoice({ dataSet, column, chosen, onChange }: TerritoryChoiceProps) {
  const { t, formats } = useLanguage()
  const [filter, setFilter] = useState('')
  const territories = useCall('dataSet.territories', { name: dataSet, column })
  const all = territories.value ?? []
  const wanted = filter.trim().toLocaleLowerCase()
  const found = all.filter((one) => territoryLabel(one).toLocaleLowerCase().includes(wanted))
  const toggle = (code: string, on: boolean) =>
    onChange(on ? [...(chosen ?? []), code] : (chosen ?? []).filter((one) => one !== code))
  return (
    <fieldset className="choices">
      <legend>{t('batch.which')}</legend>
      <label className="check">
        <input type="radio" name="which" checked={chosen === null} onChange={() => onChange(null)} />
        <span>{t('batch.all', { count: all.length, formatted: formats.integer(all.length) })}</span>
      </label>
      <label className="check">
        <input type="radio" name="which" checked={chosen !== null} onChange={() => onChange([])} />
        <span>{t('batch.some')}</span>
      </label>
      {territories.fault && <FaultNote fault={territories.fault} />}
      {chosen !== null && (
        <div className="stack-small">
          <TextField label={t('batch.find')} value={filter} onChange={setFilter} />
          <ScrollArea className="many-list batch-territories" label={t('batch.some')}>
            {found.slice(0, listed).map((one) => (
              <label key={one.code} className="check">
                <input
                  type="checkbox"
                  checked={chosen.includes(one.code)}
                  onChange={(event) => toggle(one.code, event.target.checked)}
                />
                <span>{territoryLabel(one)}</span>
              </label>
            ))}
          </ScrollArea>
          {found.length > listed && (
            <p className="field-help">
              {t('batch.more', { listed: formats.integer(listed), all: formats.integer(found.length) })}
            </p>
          )}
        </div>
      )}
    </fieldset>
  )
}
