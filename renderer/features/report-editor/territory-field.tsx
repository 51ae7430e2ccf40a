import { forTerritory } from '../../../analyses/model/template-make'
import { useCall } from '../../client/use-call'
import { SelectField } from '../../components/select'
import { FaultNote, Note } from '../../components/states'
import { useLanguage } from '../../i18n'
import { territoryLabel } from '../report/territory-label'
import { TerritorySourceFields, useTerritorySource } from '../report/territory-source'
import { useEditor } from './editor-context'

/** The one territory a report is about; its analyses are then run for it. */
export function TerritoryField() {
  const { report, change, readOnly } = useEditor()
  const { t, locale } = useLanguage()
  const source = useTerritorySource()
  const { dataSets, sets, set, column } = source
  const ask = set && column ? { name: set.name, column: column.name } : null
  const territories = useCall('dataSet.territories', ask)
  const own = report.territory
  const known = territories.value ?? []
  const offered = own === null || known.some(({ code }) => code === own.code) ? known : [own, ...known]
  const choose = (code: string) => {
    const territory = offered.find((one) => one.code === code) ?? null
    change((now) => (territory === null ? { ...now, territory } : forTerritory(now, territory)))
  }
  const fault = dataSets.fault ?? territories.fault
  return (
    <fieldset className="stack" disabled={readOnly}>
      <legend className="visually-hidden">{t('paper.territory')}</legend>
      {fault && <FaultNote fault={fault} />}
      {dataSets.value && sets.length === 0 && (
        <Note tone="attention">
          <p>{t('batch.noTerritories')}</p>
        </Note>
      )}
      {(sets.length > 1 || source.columns.length > 1) && <TerritorySourceFields source={source} />}
      <SelectField
        label={t('paper.territory')}
        help={t('paper.territoryHelp')}
        value={own?.code ?? ''}
        options={[
          { value: '', label: t('paper.noTerritory') },
          ...offered
            .map((one) => ({ value: one.code, label: territoryLabel(one) }))
            .sort((a, b) => a.label.localeCompare(b.label, locale, { numeric: true })),
        ]}
        onChange={choose}
      />
    </fieldset>
  )
}
