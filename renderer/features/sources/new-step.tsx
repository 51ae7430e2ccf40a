import { useState } from 'react'
import type { Column } from '../../../analyses/model/data-set'
import type { ShapeStep } from '../../../analyses/model/shape-step'
import { Button } from '../../components/button'
import { SelectField } from '../../components/select'
import { useLanguage } from '../../i18n'
import { newLongStep } from './shape-draft'

const kinds = ['wide-to-long', 'long-to-wide', 'add-level'] as const
type Kind = (typeof kinds)[number]

interface NewStepProps {
  /** Columns there are after the steps so far. */
  readonly columns: readonly string[]
  readonly known: readonly Column[]
  readonly onAdd: (step: ShapeStep) => void
}

/** A change of shape of one's own: columns to rows, a column to columns, or the level of mixed codes. */
export function NewStep({ columns, known, onAdd }: NewStepProps) {
  const { t } = useLanguage()
  const [kind, setKind] = useState<Kind>('wide-to-long')
  const label = (name: string) => known.find((column) => column.name === name)?.label || name
  const add = (step: ShapeStep) => {
    onAdd(step)
    setKind('wide-to-long')
  }
  return (
    <section className="group" aria-label={t('shape.own')}>
      <SelectField
        label={t('shape.own')}
        value={kind}
        options={kinds.map((value) => ({ value, label: t(`shape.kind.${value}`) }))}
        onChange={(value) => setKind(kinds.find((one) => one === value) ?? 'wide-to-long')}
      />
      {kind === 'wide-to-long' && <ToLong columns={columns} label={label} onAdd={add} />}
      {kind === 'long-to-wide' && <ToWide columns={columns} label={label} onAdd={add} />}
      {kind === 'add-level' && (
        <AddLevel
          columns={known
            .filter(
              ({ name, evidence }) =>
                columns.includes(name) && Object.keys(evidence?.levels ?? {}).length > 1,
            )
            .map(({ name }) => name)}
          label={label}
          onAdd={add}
        />
      )}
    </section>
  )
}

interface PartProps {
  readonly columns: readonly string[]
  readonly label: (column: string) => string
  readonly onAdd: (step: ShapeStep) => void
}

function ToLong({ columns, label, onAdd }: PartProps) {
  const { t } = useLanguage()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const here = columns.filter((name) => chosen.includes(name))
  return (
    <>
      <fieldset className="choices">
        <legend>{t('shape.chooseColumns')}</legend>
        <div className="many-list many-wide">
          {columns.map((name) => (
            <label className="check" key={name}>
              <input
                type="checkbox"
                checked={here.includes(name)}
                onChange={({ target }) =>
                  setChosen(target.checked ? [...here, name] : here.filter((one) => one !== name))
                }
              />
              {label(name)}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="row">
        <Button
          icon="plus"
          disabled={here.length < 2}
          onClick={() => {
            onAdd(newLongStep(here.map((name) => ({ name, label: label(name) }))))
            setChosen([])
          }}
        >
          {t('shape.addLong', { count: here.length })}
        </Button>
        {here.length < 2 && <span className="quiet">{t('shape.atLeastTwo')}</span>}
      </div>
    </>
  )
}

function ToWide({ columns, label, onAdd }: PartProps) {
  const { t } = useLanguage()
  const [names, setNames] = useState(columns[0] ?? '')
  const [values, setValues] = useState(columns.at(-1) ?? '')
  const options = columns.map((value) => ({ value, label: label(value) }))
  return (
    <>
      <div className="field-grid">
        <SelectField label={t('shape.names')} value={names} options={options} onChange={setNames} />
        <SelectField label={t('shape.fills')} value={values} options={options} onChange={setValues} />
      </div>
      <div className="row">
        <Button
          icon="plus"
          disabled={names === values}
          onClick={() => onAdd({ kind: 'long-to-wide', names, values })}
        >
          {t('shape.addWide')}
        </Button>
      </div>
    </>
  )
}

function AddLevel({ columns, label, onAdd }: PartProps) {
  const { t } = useLanguage()
  const [column, setColumn] = useState(columns[0] ?? '')
  if (columns.length === 0) return <p className="quiet">{t('shape.noLevels')}</p>
  return (
    <>
      <SelectField
        label={t('shape.levelOf')}
        value={column}
        options={columns.map((value) => ({ value, label: label(value) }))}
        onChange={setColumn}
      />
      <div className="row">
        <Button icon="plus" onClick={() => onAdd({ kind: 'add-level', column })}>
          {t('shape.addLevel')}
        </Button>
      </div>
    </>
  )
}
