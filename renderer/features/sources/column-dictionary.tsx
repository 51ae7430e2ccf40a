import { useState } from 'react'
import type { Column } from '../../../analyses/model/data-set'
import { Button } from '../../components/button'
import { Icon, isIconName } from '../../components/icon'
import { ScrollArea } from '../../components/scroll-area'
import { useLanguage } from '../../i18n'

interface ColumnDictionaryProps {
  readonly columns: readonly Column[]
  readonly rows: number
}

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

export function ColumnDictionary({ columns, rows }: ColumnDictionaryProps) {
  const { t, formats } = useLanguage()
  const { search, setSearch, found, shown, more } = useColumnSearch(columns)
  return (
    <ScrollArea className="scroll" label={t('data.tabColumns')}>
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
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('columns.label')}</th>
            <th scope="col">{t('columns.name')}</th>
            <th scope="col">{t('columns.type')}</th>
            <th scope="col">{t('columns.role')}</th>
            <th scope="col">{t('columns.unit')}</th>
            <th scope="col" className="number">
              {t('columns.distinct')}
            </th>
            <th scope="col" className="number">
              {t('columns.missing')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((column) => (
            <tr key={column.name}>
              <th scope="row">{column.label === '' ? t('columns.noLabel') : column.label}</th>
              <td>
                <code>{column.name}</code>
              </td>
              <td>{t(`type.${column.type}`)}</td>
              <td>
                <span className="with-icon">
                  {isIconName(column.role) && <Icon name={column.role} size={14} />}
                  {t(`role.${column.role}`)}
                </span>
              </td>
              <td>{column.unit ?? <span className="quiet">{t('columns.noUnit')}</span>}</td>
              <td className="number">{formats.integer(column.distinct)}</td>
              <td className="number">
                {column.missing === 0
                  ? formats.integer(0)
                  : `${formats.integer(column.missing)} (${formats.percent(column.missing / Math.max(1, rows))})`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.length === 0 && <p className="quiet">{t('columns.noneFound')}</p>}
      {found.length > shown.length && (
        <Button onClick={more}>{t('columns.more', { count: found.length - shown.length })}</Button>
      )}
    </ScrollArea>
  )
}
