import { useState } from 'react'
import type { Column } from '../../../analyses/model/data-set'
import { Button } from '../../components/button'
import { Icon, isIconName } from '../../components/icon'
import { ScrollArea } from '../../components/scroll-area'
import { useLanguage } from '../../i18n'
import { evidenceLine } from './evidence-words'

/** Columns drawn at once; a table of thousands is searched, not scrolled. */
const columnsAtOnce = 100

export function useColumnSearch(columns: readonly Column[]) {
  const [search, setSearch] = useState('')
  const [limit, setLimit] = useState(columnsAtOnce)
  const word = search.trim().toLowerCase()
  const found = columns.filter(
    ({ name, label }) => name.toLowerCase().includes(word) || label.toLowerCase().includes(word),
  )
  return {
    search,
    setSearch,
    found,
    shown: found.slice(0, limit),
    more: () => setLimit(limit + columnsAtOnce),
  }
}

/** A column made beside another one stands under it. */
const byOrigin = (columns: readonly Column[]): readonly Column[] => {
  const names = new Set(columns.map(({ name }) => name))
  const own = columns.filter(({ derived }) => derived === undefined || !names.has(derived.from))
  return own.flatMap((column) => [column, ...columns.filter(({ derived }) => derived?.from === column.name)])
}

interface ColumnDictionaryProps {
  readonly columns: readonly Column[]
  /** Columns before the steps of shape, where there were any. */
  readonly readAs: readonly Column[] | undefined
  readonly rows: number
  /** Opens the change of a column's type; absent where nothing can be written. */
  readonly onChangeType: ((column: Column) => void) | undefined
}

export function ColumnDictionary({ columns, readAs, rows, onChangeType }: ColumnDictionaryProps) {
  const { t } = useLanguage()
  const { search, setSearch, found, shown, more } = useColumnSearch(byOrigin(columns))
  return (
    <ScrollArea className="scroll stack" label={t('data.tabColumns')}>
      {columns.length > 20 && (
        <input
          className="input search"
          type="search"
          aria-label={t('columns.search')}
          placeholder={t('columns.search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      <ColumnTable columns={shown} rows={rows} onChangeType={readAs ? undefined : onChangeType} />
      {found.length === 0 && <p className="quiet">{t('columns.noneFound')}</p>}
      {found.length > shown.length && (
        <Button onClick={more}>{t('columns.more', { count: found.length - shown.length })}</Button>
      )}
      {readAs && (
        <section className="stack-small" aria-labelledby="read-as">
          <h2 id="read-as">{t('columns.readAs')}</h2>
          <p className="quiet">{t('columns.readAsHelp')}</p>
          <ColumnTable
            columns={byOrigin(readAs).slice(0, columnsAtOnce)}
            rows={rows}
            onChangeType={onChangeType}
          />
        </section>
      )}
    </ScrollArea>
  )
}

type ColumnTableProps = Omit<ColumnDictionaryProps, 'readAs'>

function ColumnTable({ columns, rows, onChangeType }: ColumnTableProps) {
  const { t } = useLanguage()
  return (
    <table className="table table-rows">
      <thead>
        <tr>
          <th scope="col">{t('columns.label')}</th>
          <th scope="col">{t('columns.type')}</th>
          <th scope="col">{t('columns.role')}</th>
          <th scope="col" className="wide-only">
            {t('columns.unit')}
          </th>
          <th scope="col" className="number">
            {t('columns.distinct')}
          </th>
          <th scope="col" className="number">
            {t('columns.missing')}
          </th>
          {onChangeType && (
            <th scope="col">
              <span className="visually-hidden">{t('retype.change')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => (
          <ColumnRow key={column.name} column={column} rows={rows} onChangeType={onChangeType} />
        ))}
      </tbody>
    </table>
  )
}

interface ColumnRowProps {
  readonly column: Column
  readonly rows: number
  readonly onChangeType: ((column: Column) => void) | undefined
}

function ColumnRow({ column, rows, onChangeType }: ColumnRowProps) {
  const language = useLanguage()
  const { t, formats } = language
  const label = column.label === '' ? t('columns.noLabel') : column.label
  const why = evidenceLine(column, language)
  const { derived } = column
  return (
    <tr className={derived ? 'row-derived' : ''}>
      <th scope="row">
        {derived ? t(`derived.${derived.as}`) : label}
        <code className="under">{column.name}</code>
      </th>
      <td>{t(`type.${column.type}`)}</td>
      <td>
        <span className="with-icon">
          {isIconName(column.role) && <Icon name={column.role} size={14} />}
          {t(`role.${column.role}`)}
        </span>
        {why && <span className="under">{why}</span>}
      </td>
      <td className="wide-only">{column.unit ?? <span className="quiet">{t('columns.noUnit')}</span>}</td>
      <td className="number">{formats.integer(column.distinct)}</td>
      <td className="number">
        {column.missing === 0
          ? formats.integer(0)
          : `${formats.integer(column.missing)} (${formats.percent(column.missing / Math.max(1, rows))})`}
      </td>
      {onChangeType && (
        <td>
          {!derived && (
            <button
              type="button"
              className="link"
              aria-label={t('retype.changeOf', { column: column.label || column.name })}
              onClick={() => onChangeType(column)}
            >
              {t('retype.change')}
            </button>
          )}
        </td>
      )}
    </tr>
  )
}
