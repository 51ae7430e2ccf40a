import { useState } from 'react'
import type { DataSet } from '../../../analyses/model/data-set'
import { type Reading, useCall } from '../../client/use-call'
import { SelectField } from '../../components/select'
import { useLanguage } from '../../i18n'

export interface TerritorySource {
  readonly dataSets: Reading<readonly DataSet[]>
  /** Data sets with a column of territories. */
  readonly sets: readonly DataSet[]
  readonly set: DataSet | undefined
  readonly columns: DataSet['receipt']['columns']
  readonly column: DataSet['receipt']['columns'][number] | undefined
  readonly choose: (set: string, column: string | null) => void
}

const territoriesOf = ({ receipt }: DataSet) => receipt.columns.filter(({ role }) => role === 'territory')

/** The column whose territories reports are made of: the first there is, until a person chooses another. */
export function useTerritorySource(): TerritorySource {
  const dataSets = useCall('dataSet.list', {})
  const [chosen, setChosen] = useState<{ set: string; column: string | null } | null>(null)
  const sets = dataSets.value?.filter((set) => territoriesOf(set).length > 0) ?? []
  const set = sets.find(({ name }) => name === chosen?.set) ?? sets[0]
  const columns = set === undefined ? [] : territoriesOf(set)
  const column = columns.find(({ name }) => name === chosen?.column) ?? columns[0]
  return { dataSets, sets, set, columns, column, choose: (name, of) => setChosen({ set: name, column: of }) }
}

interface TerritorySourceFieldsProps {
  readonly source: TerritorySource
  readonly onChange?: () => void
}

export function TerritorySourceFields({ source, onChange }: TerritorySourceFieldsProps) {
  const { t } = useLanguage()
  const { sets, set, columns, column, choose } = source
  if (set === undefined || column === undefined) return null
  return (
    <div className="field-grid">
      <SelectField
        label={t('batch.dataSet')}
        value={set.name}
        options={sets.map(({ name }) => ({ value: name, label: name }))}
        onChange={(name) => {
          choose(name, null)
          onChange?.()
        }}
      />
      <SelectField
        label={t('batch.column')}
        value={column.name}
        options={columns.map(({ name, label }) => ({ value: name, label: label === '' ? name : label }))}
        onChange={(name) => {
          choose(set.name, name)
          onChange?.()
        }}
      />
    </div>
  )
}
