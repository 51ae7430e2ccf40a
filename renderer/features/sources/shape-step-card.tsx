import { useState } from 'react'
import { plainName } from '../../../analyses/model/naming'
import type { ShapeStep } from '../../../analyses/model/shape-step'
import { Button } from '../../components/button'
import { Disclosure } from '../../components/disclosure'
import { CommitField } from '../../components/field'
import { SelectField } from '../../components/select'
import { useLanguage } from '../../i18n'
import { afterStep, type SmallTable, shownRows, type WideToLong } from './shape-draft'
import { StepWords } from './step-words'

interface ShapeStepCardProps {
  readonly number: number
  readonly step: ShapeStep
  readonly before: SmallTable
  readonly onChange: (step: ShapeStep) => void
  readonly onRemove: () => void
}

export function ShapeStepCard({ number, step, before, onChange, onRemove }: ShapeStepCardProps) {
  const { t } = useLanguage()
  return (
    <section className="group" aria-label={t('shape.step', { number })}>
      <div className="row spread">
        <p className="grow">
          <strong>{t('shape.step', { number })}</strong> <StepWords step={step} />
        </p>
        <Button kind="quiet" icon="trash" onClick={onRemove}>
          {t('shape.remove')}
        </Button>
      </div>
      {step.kind === 'wide-to-long' && <LongStepFields step={step} onChange={onChange} />}
      <div className="before-after">
        <Small caption={t('shape.before')} table={shownRows(before, null)} />
        <Small caption={t('shape.after')} table={shownRows(afterStep(before, step), step)} />
      </div>
    </section>
  )
}

/** Tables of more columns are cut: what changes stands at the end. */
const mostColumns = 6

function Small({ caption, table }: { readonly caption: string; readonly table: SmallTable }) {
  const { t } = useLanguage()
  const places = table.columns.map((_, place) => place)
  const cut = places.length > mostColumns
  const shown = cut ? [...places.slice(0, 2), ...places.slice(-(mostColumns - 2))] : places
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without the focus the arrow keys could not scroll it
    <section className="scroll-box" tabIndex={0} aria-label={caption}>
      <table className="table table-small">
        <caption>
          {caption} <span className="quiet">{t('data.columns', { count: table.columns.length })}</span>
        </caption>
        <thead>
          <tr>
            {shown.map((place, index) => (
              <th scope="col" key={place}>
                {cut && index === 2 && <span className="quiet">… </span>}
                {table.columns[place]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a sample have no other name
            <tr key={index}>
              {shown.map((place) => (
                <td key={place}>{row[place] ?? '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const roles = ['period', 'sex', 'age', 'territory', 'category'] as const

interface LongStepFieldsProps {
  readonly step: WideToLong
  readonly onChange: (step: WideToLong) => void
}

function LongStepFields({ step, onChange }: LongStepFieldsProps) {
  const { t } = useLanguage()
  const [open, setOpen] = useState(false)
  const setInto = (index: number, change: Partial<WideToLong['into'][number]>) =>
    onChange({
      ...step,
      into: step.into.map((one, place) => (place === index ? { ...one, ...change } : one)),
    })
  return (
    <>
      <div className="field-grid">
        {step.into.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a new column is known by its place
          <div className="field-pair" key={index}>
            <CommitField
              label={t('shape.newColumn')}
              value={one.name}
              onCommit={(name) => plainName(name) !== '' && setInto(index, { name: plainName(name) })}
            />
            <SelectField
              label={t('columns.role')}
              value={one.role ?? 'category'}
              options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
              onChange={(value) =>
                setInto(index, { role: roles.find((role) => role === value) ?? 'category' })
              }
            />
          </div>
        ))}
        <CommitField
          label={t('shape.valueColumn')}
          value={step.value}
          onCommit={(name) => plainName(name) !== '' && onChange({ ...step, value: plainName(name) })}
        />
      </div>
      <Disclosure
        label={t('shape.values')}
        open={open}
        controls={`values-${step.value}`}
        onToggle={() => setOpen(!open)}
      />
      {open && (
        <div className="scroll-box values-box" id={`values-${step.value}`}>
          <table className="table table-narrow">
            <thead>
              <tr>
                <th scope="col">{t('shape.column')}</th>
                {step.into.map(({ name }) => (
                  <th scope="col" key={name}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {step.columns.map((column, place) => (
                <tr key={column}>
                  <th scope="row">
                    <code>{column}</code>
                  </th>
                  {step.into.map(({ name, values }, index) => (
                    <td key={name}>
                      <input
                        className="input"
                        aria-label={t('shape.valueOf', { column, name })}
                        value={values[place] ?? ''}
                        onChange={({ target }) =>
                          setInto(index, {
                            values: values.map((one, i) => (i === place ? target.value : one)),
                          })
                        }
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
