import type { ColumnOptions, ColumnType } from '../../../analyses/model/data-set'
import { OtherField } from '../../components/other-field'
import { type Option, SelectField } from '../../components/select'
import { type Translate, useLanguage } from '../../i18n'
import type { ColumnCorrection } from './import-options'

const zones = ['UTC', 'Europe/Prague', 'Europe/Warsaw', 'Europe/Bratislava', 'Europe/Berlin', '+01:00']
const orders = ['dmy', 'mdy', 'ymd'] as const
const guess = ''

interface ColumnReadingProps {
  readonly name: string
  readonly type: ColumnType
  readonly said: ColumnOptions
  readonly onChange: (change: ColumnCorrection) => void
}

const withGuess = (t: Translate, options: readonly Option[]): Option[] => [
  { value: guess, label: t('reading.guess') },
  ...options,
]

/** How the texts of one column become numbers, dates and times. */
export function ColumnReading({ type, said, onChange }: ColumnReadingProps) {
  const { t } = useLanguage()
  const isNumber = type === 'integer' || type === 'number'
  const isTime = type === 'timestamp'
  if (!isNumber && !isTime && type !== 'date') return null
  return (
    <div className="field-grid">
      {isNumber && (
        <SelectField
          label={t('import.decimal')}
          value={said.decimal ?? guess}
          options={withGuess(t, [
            { value: '.', label: t('decimal.point') },
            { value: ',', label: t('decimal.comma') },
          ])}
          onChange={(value) => onChange({ decimal: value === '.' || value === ',' ? value : undefined })}
        />
      )}
      {!isNumber && (
        <SelectField
          label={t('reading.dateOrder')}
          value={said.dateOrder ?? guess}
          options={withGuess(
            t,
            orders.map((value) => ({ value, label: t(`reading.${value}`) })),
          )}
          onChange={(value) => onChange({ dateOrder: orders.find((one) => one === value) })}
        />
      )}
      {isTime && (
        <>
          <OtherField
            label={t('reading.zone')}
            value={said.zone ?? guess}
            options={[
              { value: guess, label: t('reading.noZone') },
              ...zones.map((value) => ({ value, label: value })),
            ]}
            otherLabel={t('reading.zoneOther')}
            otherHelp={t('reading.zoneHelp')}
            onChange={(value) => onChange({ zone: value === guess ? undefined : value })}
          />
          <SelectField
            label={t('reading.interval')}
            value={said.interval ?? guess}
            options={withGuess(t, [
              { value: 'start', label: t('reading.start') },
              { value: 'end', label: t('reading.end') },
            ])}
            onChange={(value) =>
              onChange({ interval: value === 'start' || value === 'end' ? value : undefined })
            }
          />
        </>
      )}
    </div>
  )
}
