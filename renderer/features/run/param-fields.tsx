import type { Fault } from '../../../analyses/model/fault'
import type { ParamCard } from '../../../analyses/model/pack-card'
import { TextField } from '../../components/field'
import { SelectField } from '../../components/select'
import { type Language, useLanguage } from '../../i18n'
import { concerns } from './fault-place'
import { type ParamDraft, readParam } from './param-draft'

interface ParamFieldsProps {
  readonly params: readonly ParamCard[]
  readonly draft: ParamDraft
  readonly fault: Fault | null
  readonly onChange: (name: string, value: string) => void
}

/** The form a pack declares: one control for each parameter, with its help and its limits. */
export function ParamFields({ params, draft, fault, onChange }: ParamFieldsProps) {
  const { t } = useLanguage()
  return (
    <fieldset className="group">
      <legend>
        <h2>{t('run.params')}</h2>
      </legend>
      <div className="field-grid">
        {params.map((param) => (
          <ParamField
            key={param.name}
            param={param}
            typed={draft[param.name] ?? ''}
            fault={fault !== null && concerns(fault, 'param', param.name) ? fault : null}
            onChange={(value) => onChange(param.name, value)}
          />
        ))}
      </div>
    </fieldset>
  )
}

const number = (value: number, locale: string) =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(value)

/** Allowed values in words, after the pack's own help. */
function limits(param: ParamCard, { t, locale }: Language): string | null {
  const { min, max } = param
  if (min !== undefined && max !== undefined)
    return t('run.between', { min: number(min, locale), max: number(max, locale) })
  if (min !== undefined) return t('run.atLeast', { min: number(min, locale) })
  if (max !== undefined) return t('run.atMost', { max: number(max, locale) })
  return null
}

interface ParamFieldProps {
  readonly param: ParamCard
  readonly typed: string
  readonly fault: Fault | null
  readonly onChange: (value: string) => void
}

function ParamField({ param, typed, fault, onChange }: ParamFieldProps) {
  const language = useLanguage()
  const { t, sentence } = language
  const help = [param.help, limits(param, language)].filter(Boolean).join(' ')
  const reading = readParam(param, typed)
  const problem = fault ? sentence(fault) : reading.ok ? undefined : t(`param.${reading.reason}`)
  const common = {
    label: param.title,
    help: help === '' ? undefined : help,
    fault: problem,
    value: typed,
    onChange,
  }
  switch (param.type) {
    case 'choice':
      return (
        <SelectField
          {...common}
          options={(param.options ?? []).map(({ value, title }) => ({ value, label: title }))}
        />
      )
    case 'boolean':
      return (
        <SelectField
          {...common}
          options={[
            { value: 'true', label: t('word.yes') },
            { value: 'false', label: t('word.no') },
          ]}
        />
      )
    case 'integer':
      return <TextField {...common} inputMode="numeric" className="number" />
    case 'number':
      return <TextField {...common} inputMode="decimal" className="number" />
    case 'text':
    case 'list':
      return <TextField {...common} />
  }
}
