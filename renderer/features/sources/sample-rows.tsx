import { useMemo } from 'react'
import type { Column } from '../../../analyses/model/data-set'
import type { GridRow } from '../../components/cell-text'
import { DataGrid, type GridPage, type GridRequest } from '../../components/data-grid'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'
import { explainFor, gridColumn } from './grid-source'
import type { ImportDraft } from './import-draft'

/** Stands for every value of a column that identifies persons, whatever its length. */
export const mask = '•••'

const sampleRow = (
  columns: readonly Column[],
  cells: readonly (string | null)[],
  masked: ReadonlySet<string>,
): GridRow =>
  Object.fromEntries(
    columns.map(({ name }, index) => [name, masked.has(name) ? mask : (cells[index] ?? null)]),
  )

/** The first records as they would load; not sorted or filtered, because they are not all. */
export function SampleRows({ draft }: { readonly draft: ImportDraft }) {
  const { state } = useSession()
  const { t } = useLanguage()
  const { preview } = draft
  const maskedKey = [...draft.masked].toSorted().join('\n')
  const shapes = useMemo(
    () => preview.columns.map((column) => ({ ...gridColumn(column, t), filterable: false, sortable: false })),
    [preview, t],
  )
  const explain = useMemo(() => explainFor(preview.columns, t), [preview, t])
  const fetchPage = useMemo(() => {
    const masked = new Set(maskedKey === '' ? [] : maskedKey.split('\n'))
    const rows = preview.sample.map((cells) => sampleRow(preview.columns, cells, masked))
    return ({ offset, limit }: GridRequest): Promise<GridPage> =>
      Promise.resolve({ rows: rows.slice(offset, offset + limit), total: rows.length })
  }, [preview, maskedKey])
  return (
    <DataGrid
      label={t('import.tabRows')}
      columns={shapes}
      fetchPage={fetchPage}
      explain={explain}
      rowHeight={state.settings.density === 'compact' ? 28 : 34}
      empty={t('import.noRows')}
    />
  )
}
