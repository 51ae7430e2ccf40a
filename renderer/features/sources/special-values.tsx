import { useState } from 'react'
import { type SpecialStatus, type SpecialValue, specialStatuses } from '../../../analyses/model/column-facts'
import { Button, IconButton } from '../../components/button'
import { TextField } from '../../components/field'
import { SelectBox, SelectField } from '../../components/select'
import { useLanguage } from '../../i18n'

type Said = Readonly<Record<string, SpecialStatus>>

interface SpecialValuesProps {
  /** Marks the data hold, with their counts. */
  readonly found: readonly SpecialValue[]
  /** What the person said instead. */
  readonly said: Said | undefined
  readonly onChange: (special: Record<string, SpecialStatus> | undefined) => void
}

const statusOf = (value: string): SpecialStatus =>
  specialStatuses.find((status) => status === value) ?? 'missing'

/** Texts of the column that are no values, and why; they stay as a status beside the column. */
export function SpecialValues({ found, said, onChange }: SpecialValuesProps) {
  const { t, formats } = useLanguage()
  const counts = new Map(found.map(({ token, count }) => [token, count]))
  const marks = said ?? Object.fromEntries(found.map(({ token, status }) => [token, status]))
  const tokens = Object.keys(marks)
  const statuses = specialStatuses.map((status) => ({ value: status, label: t(`special.${status}`) }))
  return (
    <section className="stack-small">
      <h2 className="minor">{t('special.title')}</h2>
      <p className="quiet">{t('special.help')}</p>
      {tokens.length > 0 && (
        <table className="table table-narrow">
          <thead>
            <tr>
              <th scope="col">{t('special.token')}</th>
              <th scope="col">{t('special.meaning')}</th>
              <th scope="col" className="number">
                {t('special.count')}
              </th>
              <th scope="col">
                <span className="visually-hidden">{t('special.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {tokens.map((token) => (
              <tr key={token}>
                <th scope="row">
                  <code>{token}</code>
                </th>
                <td>
                  <SelectBox
                    aria-label={t('special.meaningOf', { token })}
                    value={marks[token] ?? 'missing'}
                    options={statuses}
                    onChange={(value) => onChange({ ...marks, [token]: statusOf(value) })}
                  />
                </td>
                <td className="number">
                  {counts.has(token) ? formats.integer(counts.get(token) ?? 0) : '–'}
                </td>
                <td>
                  <IconButton
                    icon="trash"
                    label={t('special.removeOne', { token })}
                    onClick={() =>
                      onChange(Object.fromEntries(Object.entries(marks).filter(([one]) => one !== token)))
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <NewMark statuses={statuses} onAdd={(token, status) => onChange({ ...marks, [token]: status })} />
      {said !== undefined && (
        <Button kind="quiet" onClick={() => onChange(undefined)}>
          {t('special.asFound')}
        </Button>
      )}
    </section>
  )
}

interface NewMarkProps {
  readonly statuses: readonly { readonly value: string; readonly label: string }[]
  readonly onAdd: (token: string, status: SpecialStatus) => void
}

function NewMark({ statuses, onAdd }: NewMarkProps) {
  const { t } = useLanguage()
  const [token, setToken] = useState('')
  const [status, setStatus] = useState<SpecialStatus>('missing')
  const text = token.trim()
  return (
    <div className="field-inline">
      <TextField label={t('special.new')} value={token} onChange={setToken} />
      <SelectField
        label={t('special.meaning')}
        value={status}
        options={statuses}
        onChange={(value) => setStatus(statusOf(value))}
      />
      <Button
        icon="plus"
        disabled={text === ''}
        onClick={() => {
          onAdd(text, status)
          setToken('')
        }}
      >
        {t('special.add')}
      </Button>
    </div>
  )
}
