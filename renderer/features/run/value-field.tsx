import type { ParamCard } from '../../../analyses/model/pack-card'
import { useCall } from '../../client/use-call'
import { TextField } from '../../components/field'
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

/** A parameter that names values of the data: chosen where they can be listed, typed where they cannot. */
export function ValueField({ param, of, drafts, ...field }: ValueFieldProps) {
  const { t } = useLanguage()
  const { state } = useSession()
  const [need = '', needed = ''] = of.split('.')
  const draft = drafts[need]
  const bound = draft?.columns[needed]
  const column = typeof bound === 'string' ? bound : ''
  const ask = draft && draft.dataSet !== '' && column !== '' ? { name: draft.dataSet, column } : null
  const list = useCall('dataSet.values', ask, state.revision)
  const values = list.value?.values ?? []
  // A comma would cut a value in two when the choice is read back.
  const choosable = values.length > 0 && !list.value?.more && !values.some((one) => one.includes(','))
  if (!choosable || values.length > mostBoxes) return <TextField {...field} />
  const { label, help, fault, value, onChange } = field
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
        items={values.map((one) => ({ value: one, label: one }))}
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
