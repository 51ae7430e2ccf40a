import { TextField } from '../../components/field'
import { useLanguage } from '../../i18n'
import { limits, type NumberField } from './rules-draft'

interface RuleNumberProps {
  readonly field: NumberField
  readonly label: string
  readonly value: string
  readonly wrong: boolean
  readonly onChange: (text: string) => void
}

export function RuleNumber({ field, label, value, wrong, onChange }: RuleNumberProps) {
  const { t } = useLanguage()
  const { from, to, whole } = limits[field]
  return (
    <div className="rule-number">
      <TextField
        label={label}
        className="number"
        inputMode={whole ? 'numeric' : 'decimal'}
        value={value}
        fault={wrong ? t('rules.wrong', { from, to }) : undefined}
        onChange={onChange}
      />
    </div>
  )
}
