import {
  type Column,
  columnRoles,
  columnTypes,
  type ImportOptions,
  type SourcePreview,
} from '../../../analyses/model/data-set'
import { Button } from '../../components/button'
import { ScrollArea } from '../../components/scroll-area'
import { SelectBox } from '../../components/select'
import { useLanguage } from '../../i18n'
import { useColumnSearch } from './column-dictionary'
import { correctColumn } from './import-options'

interface ImportColumnsProps {
  readonly preview: SourcePreview
  readonly options: ImportOptions
  readonly disabled: boolean
  readonly onChange: (options: ImportOptions) => void
}

/** What stands in a column, so that a type can be judged without going back to the rows. */
const examples = (preview: SourcePreview, column: Column): string => {
  const index = preview.columns.indexOf(column)
  const values = preview.sample
    .map((cells) => cells[index])
    .filter((cell) => cell !== null && cell !== undefined)
  return [...new Set(values)].slice(0, 3).join(' · ')
}

export function ImportColumns({ preview, options, disabled, onChange }: ImportColumnsProps) {
  const { t } = useLanguage()
  const { search, setSearch, found, shown, more } = useColumnSearch(preview.columns)
  return (
    <ScrollArea className="scroll" label={t('import.tabColumns')}>
      {preview.columns.length > 20 && (
        <input
          className="input search"
          type="search"
          aria-label={t('columns.search')}
          placeholder={t('columns.search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      <fieldset disabled={disabled}>
        <legend className="visually-hidden">{t('import.tabColumns')}</legend>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('columns.label')}</th>
              <th scope="col">{t('columns.type')}</th>
              <th scope="col">{t('columns.role')}</th>
              <th scope="col">{t('columns.examples')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((column) => (
              <ColumnRow
                key={column.name}
                column={column}
                examples={examples(preview, column)}
                options={options}
                onChange={onChange}
              />
            ))}
          </tbody>
        </table>
      </fieldset>
      {found.length > shown.length && (
        <Button onClick={more}>{t('columns.more', { count: found.length - shown.length })}</Button>
      )}
    </ScrollArea>
  )
}

interface ColumnRowProps {
  readonly column: Column
  readonly examples: string
  readonly options: ImportOptions
  readonly onChange: (options: ImportOptions) => void
}

function ColumnRow({ column, examples: words, options, onChange }: ColumnRowProps) {
  const { t } = useLanguage()
  const chosen = options.columns?.[column.name]
  return (
    <tr>
      <th scope="row">
        {column.label === '' ? t('columns.noLabel') : column.label}
        <code className="under">{column.name}</code>
      </th>
      <td>
        <SelectBox
          aria-label={t('columns.typeOf', { column: column.label || column.name })}
          value={chosen?.type ?? column.type}
          options={columnTypes.map((type) => ({ value: type, label: t(`type.${type}`) }))}
          onChange={(value) => {
            const type = columnTypes.find((one) => one === value)
            if (type) onChange(correctColumn(options, column.name, { type }))
          }}
        />
      </td>
      <td>
        <SelectBox
          aria-label={t('columns.roleOf', { column: column.label || column.name })}
          value={chosen?.role ?? column.role}
          options={columnRoles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          onChange={(value) => {
            const role = columnRoles.find((one) => one === value)
            if (role) onChange(correctColumn(options, column.name, { role }))
          }}
        />
      </td>
      <td className="quiet examples">{words}</td>
    </tr>
  )
}
