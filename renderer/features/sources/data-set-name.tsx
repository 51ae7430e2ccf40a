import { useState } from 'react'
import type { ImportOptions, SourcePreview } from '../../../analyses/model/data-set'
import { Field } from '../../components/field'
import { useLanguage } from '../../i18n'
import { chosenIds, correct, withName } from './import-options'

interface DataSetNameProps {
  readonly preview: SourcePreview | null
  readonly options: ImportOptions
  readonly table: string | null
  readonly names: readonly string[]
  readonly onChange: (change: (own: ImportOptions) => ImportOptions) => void
}

/** The name of the data set; one that is taken asks whether the older data set gives way. */
export function DataSetName({ preview, options, table, names, onChange }: DataSetNameProps) {
  const { t } = useLanguage()
  const [typed, setTyped] = useState<{ readonly table: string | null; readonly text: string } | null>(null)
  const name = preview?.name ?? ''
  const chosen = preview === null ? [] : chosenIds(preview, options)
  const wanted = options.append === true || table === null ? [name] : chosenNames(preview, chosen)
  const taken = wanted.filter((one) => names.includes(one))
  return (
    <>
      <Field label={t('import.name')} help={t('import.nameHelp')}>
        {(control) => (
          <input
            {...control}
            className="input"
            type="text"
            spellCheck={false}
            value={typed !== null && typed.table === table ? typed.text : name}
            onChange={({ target }) => {
              const text = target.value.trim()
              setTyped({ table, text: target.value })
              onChange((own) => withName(own, table, text === '' ? undefined : text))
            }}
            onBlur={() => setTyped(null)}
          />
        )}
      </Field>
      {(taken.length > 0 || options.replace === true) && (
        <label className="check">
          <input
            type="checkbox"
            checked={options.replace === true}
            onChange={({ target }) =>
              onChange((own) => correct(own, { replace: target.checked ? true : undefined }))
            }
          />
          <span>{t('import.replace', { count: taken.length, names: taken.join(', ') })}</span>
        </label>
      )}
    </>
  )
}

const chosenNames = (preview: SourcePreview | null, chosen: readonly string[]): readonly string[] =>
  (preview?.tables ?? []).filter(({ id }) => chosen.includes(id)).map(({ name }) => name)
