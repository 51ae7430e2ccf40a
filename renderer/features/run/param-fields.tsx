import type { Fault } from '../../../analyses/model/fault'
import type { ParamCard } from '../../../analyses/model/pack-card'
import { TextField } from '../../components/field'
import { SelectField } from '../../components/select'
import { type Language, useLanguage } from '../../i18n'
import type { NeedDraft } from './binding-draft'
import { concerns } from './fault-place'
import { foldParams } from './folds'
import { type ParamDraft, readParam } from './param-draft'
import { ValueField } from './value-field'

interface ParamFieldsProps {
  readonly params: readonly ParamCard[]
  /** What is bound so far: some parameters choose from the values of a bound column. */
  readonly drafts: Readonly<Record<string, NeedDraft>>
  readonly draft: ParamDraft
  readonly fault: Fault | null
  readonly onChange: (name: string, value: string) => void
}

/** The form a pack declares: one control for each parameter, with its help and its limits. */
export function ParamFields({ params, drafts, draft, fault, onChange }: ParamFieldsProps) {
  const { t } = useLanguage()
  const wrong = ({ name }: ParamCard) => fault !== null && concerns(fault, 'param', name)
  const field = (param: ParamCard) => (
    <ParamField
      key={param.name}
      param={param}
      drafts={drafts}
      typed={draft[param.name] ?? ''}
      fault={wrong(param) ? fault : null}
      onChange={(value) => onChange(param.name, value)}
    />
  )
  const { shown, folded } = foldParams(params)
  const unread = (param: ParamCard) => !readParam(param, draft[param.name] ?? '').ok
  return (
    <fieldset className="group">
      <legend>
        <h2>{t('run.params')}</h2>
      </legend>
      <div className="field-grid">{shown.map(field)}</div>
      {folded.length > 0 && (
        <details className="more" open={folded.some((one) => wrong(one) || unread(one)) || undefined}>
          <summary>{t('run.moreParams', { count: folded.length })}</summary>
          <div className="field-grid">{folded.map(field)}</div>
        </details>
      )}
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
  readonly drafts: Readonly<Record<string, NeedDraft>>
  readonly typed: string
  readonly fault: Fault | null
  readonly onChange: (value: string) => void
}

function ParamField({ param, drafts, typed, fault, onChange }: ParamFieldProps) {
  const language = useLanguage()
  const { t, sentence } = language
  const unset = param.default === null ? t('run.mayBeEmpty') : null
  const help = [param.help, limits(param, language), unset].filter(Boolean).join(' ')
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
      return param.of === undefined ? (
        <TextField {...common} />
      ) : (
        <ValueField {...common} param={param} of={param.of} drafts={drafts} />
      )
  }
}
