import type { Column } from '../../../analyses/model/data-set'
import { cellText, type GridRow } from '../../components/cell-text'
import { Facts } from '../../components/screen'
import { useLanguage } from '../../i18n'
import { explainFor, gridColumn } from './grid-source'

/** A panel shows this many columns of a row; the grid has them all. */
const mostColumns = 200

/** One row read downwards, with every digit and the reason of every absent value. */
export function RowDetails({ row, columns }: { readonly row: GridRow; readonly columns: readonly Column[] }) {
  const { t, locale } = useLanguage()
  const explain = explainFor(columns, t)
  return (
    <>
      <Facts
        items={columns.slice(0, mostColumns).map((column) => {
          const shape = gridColumn(column, t)
          const value = row[column.name] ?? null
          if (value !== null) return { label: shape.label, value: cellText(value, shape, locale) }
          const { sign, reason } = explain(row, shape)
          return { label: shape.label, value: <span className="quiet">{`${sign} ${reason}`}</span> }
        })}
      />
      {columns.length > mostColumns && (
        <p className="quiet">{t('row.more', { count: columns.length - mostColumns })}</p>
      )}
    </>
  )
}
