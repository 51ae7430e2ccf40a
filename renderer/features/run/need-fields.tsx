import type { Column, DataSet } from '../../../analyses/model/data-set'
import type { Fault } from '../../../analyses/model/fault'
import type { BindingSuggestion, NeedCard, NeededColumn } from '../../../analyses/model/pack-card'
import { SelectField } from '../../components/select'
import { FaultNote } from '../../components/states'
import { useLanguage } from '../../i18n'
import { askedColumns, draftFor, isLeftOut, type NeedDraft, openColumns } from './binding-draft'
import { CheckList } from './check-list'
import { concerns } from './fault-place'
import { foldColumns } from './folds'

interface NeedFieldsProps {
  readonly need: NeedCard
  readonly draft: NeedDraft
  readonly dataSets: readonly DataSet[]
  readonly suggestions: readonly BindingSuggestion[]
  /** Whether open columns are already a fault: only once somebody tried to run. */
  readonly showOpen: boolean
  readonly fault: Fault | null
  readonly onChange: (draft: NeedDraft) => void
}

/** Which data set serves a need, and which of its columns. */
export function NeedFields({
  need,
  draft,
  dataSets,
  suggestions,
  showOpen,
  fault,
  onChange,
}: NeedFieldsProps) {
  const { t } = useLanguage()
  const columns = dataSets.find(({ name }) => name === draft.dataSet)?.receipt.columns ?? []
  const open = openColumns(need, draft)
  const asked = isLeftOut(need, draft) ? [] : askedColumns(need, draft.form)
  const suggestion = suggestions.find((one) => one.need === need.name && one.dataSet === draft.dataSet)
  const { shown, folded } = foldColumns(need, asked, suggestion)
  const wrong = ({ name }: NeededColumn) => fault !== null && concerns(fault, 'column', name)
  const inField = asked.some(wrong)
  const field = (column: NeededColumn) => (
    <ColumnField
      key={column.name}
      column={column}
      columns={columns}
      value={draft.columns[column.name]}
      open={showOpen && open.includes(column.name)}
      fault={wrong(column) ? fault : null}
      onChange={(value) => onChange({ ...draft, columns: { ...draft.columns, [column.name]: value } })}
    />
  )
  return (
    <fieldset className="group">
      <legend>
        <h2>{need.optional ? t('run.optional', { title: need.title }) : need.title}</h2>
      </legend>
      {need.help !== '' && <p className="quiet">{need.help}</p>}
      {fault && !inField && <FaultNote fault={fault} />}
      <div className="field-grid">
        <SelectField
          label={t('run.dataSet')}
          value={draft.dataSet}
          options={[
            ...(need.optional ? [{ value: '', label: t('run.notUsed') }] : []),
            ...dataSets.map(({ name }) => ({ value: name, label: name })),
          ]}
          onChange={(dataSet) => onChange(draftFor(need, dataSet, suggestions))}
        />
        {need.forms.length > 1 && asked.length > 0 && (
          <SelectField
            label={t('run.form')}
            value={draft.form}
            options={need.forms.map(({ name, title }) => ({ value: name, label: title }))}
            onChange={(form) => onChange({ ...draft, form })}
          />
        )}
      </div>
      <div className="field-grid">{shown.map(field)}</div>
      {folded.length > 0 && (
        <details className="more" open={folded.some(wrong) || undefined}>
          <summary>{t('run.moreColumns', { count: folded.length })}</summary>
          <div className="field-grid">{folded.map(field)}</div>
        </details>
      )}
    </fieldset>
  )
}

const optionOf = ({ name, label: header }: Column) => ({
  value: name,
  label: header === '' || header === name ? name : `${header} (${name})`,
})

interface ColumnFieldProps {
  readonly column: NeededColumn
  readonly columns: readonly Column[]
  readonly value: string | readonly string[] | undefined
  readonly open: boolean
  readonly fault: Fault | null
  readonly onChange: (value: string | readonly string[]) => void
}

function ColumnField({ column, columns, value, open, fault, onChange }: ColumnFieldProps) {
  const { t, sentence } = useLanguage()
  const label = column.required ? column.title : t('run.optional', { title: column.title })
  const problem = fault ? sentence(fault) : open ? t('run.openColumn') : undefined
  if (column.many)
    return (
      <CheckList
        label={label}
        help={[column.help, column.rest ? t('run.rest') : ''].filter(Boolean).join(' ')}
        fault={problem}
        items={columns.map(optionOf)}
        value={typeof value === 'string' ? [value] : (value ?? [])}
        onChange={onChange}
      />
    )
  return (
    <SelectField
      label={label}
      help={column.help === '' ? undefined : column.help}
      fault={problem}
      value={typeof value === 'string' ? value : ''}
      options={[
        { value: '', label: column.required ? t('run.choose') : t('run.notUsed') },
        ...columns.map(optionOf),
      ]}
      onChange={onChange}
    />
  )
}
