import type { ParamCard } from '../../../analyses/model/pack-card'
import { useCall } from '../../client/use-call'
import { Field, TextField } from '../../components/field'
import { SelectField } from '../../components/select'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'
import type { NeedDraft } from './binding-draft'
import { CheckList } from './check-list'
import { WeightList } from './weight-list'

interface ValueFieldProps {
  readonly param: ParamCard
  /** `need.column` whose values may be chosen. */
  readonly of: string
  readonly drafts: Readonly<Record<string, NeedDraft>>
  readonly label: string
  readonly help: string | undefined
  readonly fault: string | undefined
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Beyond this many a list of boxes helps nobody: the codes are typed. */
const mostBoxes = 400

const itemsOf = (typed: string): readonly string[] =>
  typed
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')

const Waiting = ({ label, help, fault, value }: Omit<ColumnValuesProps, 'param' | 'dataSet' | 'column'>) => (
  <Field label={label} help={help} fault={fault}>
    {(control) => <input {...control} className="input" value={value} disabled aria-busy readOnly />}
  </Field>
)

/** A parameter that names values of the data: chosen where they can be listed, typed where they cannot. */
export function ValueField({ of, drafts, ...rest }: ValueFieldProps) {
  const [need = '', needed = ''] = of.split('.')
  const draft = drafts[need]
  const column = draft?.columns[needed]
  const { param, ...field } = rest
  if (!draft || draft.dataSet === '' || typeof column !== 'string' || column === '')
    return <TextField {...field} />
  // Another column has other values: nothing of the last one may stay to be chosen.
  return <ColumnValues key={`${draft.dataSet} ${column}`} {...rest} dataSet={draft.dataSet} column={column} />
}

interface ColumnValuesProps extends Omit<ValueFieldProps, 'of' | 'drafts'> {
  readonly dataSet: string
  readonly column: string
}

function ColumnValues({ param, dataSet, column, ...field }: ColumnValuesProps) {
  const { t } = useLanguage()
  const { state } = useSession()
  const list = useCall('dataSet.values', { name: dataSet, column }, state.revision)
  // Not typed into while the values come: a list would take the field's place under the hands.
  if (list.value === null && list.loading) return <Waiting {...field} />
  const values = list.value?.values ?? []
  // A comma would cut a value in two when the choice is read back.
  const choosable = values.length > 0 && !list.value?.more && !values.some((one) => one.includes(','))
  if (!choosable || values.length > mostBoxes) return <TextField {...field} />
  const { label, help, fault, value, onChange } = field
  // Chosen from another column before: still to be seen, so that it can be taken back.
  const gone = itemsOf(value).filter((one) => !values.includes(one))
  if (param.weights === true)
    return (
      <WeightList
        label={label}
        help={help}
        fault={fault}
        names={values}
        value={itemsOf(value)}
        onChange={(items) => onChange(items.join(', '))}
      />
    )
  if (param.type === 'list')
    return (
      <CheckList
        label={label}
        help={help}
        fault={fault}
        items={[...gone, ...values].map((one) => ({ value: one, label: one }))}
        value={itemsOf(value)}
        onChange={(items) => onChange(items.join(', '))}
      />
    )
  return (
    <SelectField
      {...field}
      options={[
        { value: '', label: t('run.notChosen') },
        ...(value === '' || values.includes(value) ? [] : [{ value, label: value }]),
        ...values.map((one) => ({ value: one, label: one })),
      ]}
    />
  )
}
