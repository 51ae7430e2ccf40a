import { useMemo, useState } from 'react'
import type { Column, ImportOptions, SourcePreview } from '../../../analyses/model/data-set'
import type { GridRow } from '../../components/cell-text'
import { DataGrid, type GridPage, type GridRequest } from '../../components/data-grid'
import { EmptyState } from '../../components/states'
import { Tabs } from '../../components/tabs'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'
import { CountSum } from './count-sum'
import { explainFor, gridColumn } from './grid-source'
import { ImportColumns } from './import-columns'
import { ProblemList } from './problem-list'
import { SourceLines } from './source-lines'

interface ImportPreviewProps {
  readonly preview: SourcePreview
  readonly options: ImportOptions
  readonly disabled: boolean
  readonly onChange: (options: ImportOptions) => void
}

export function ImportPreview({ preview, options, disabled, onChange }: ImportPreviewProps) {
  const { t } = useLanguage()
  const [tab, setTab] = useState('rows')
  const { problems } = preview
  return (
    <div className="import-preview">
      <CountSum rows={preview.rows} about={!preview.exact} />
      <Tabs
        label={t('import.preview')}
        active={tab}
        onChange={setTab}
        tabs={[
          { id: 'rows', label: t('import.tabRows') },
          { id: 'columns', label: t('import.tabColumns'), badge: String(preview.columns.length) },
          { id: 'lines', label: t('import.tabLines') },
          {
            id: 'problems',
            label: t('import.tabProblems'),
            badge: problems.length > 0 ? String(problems.length) : undefined,
          },
        ]}
      >
        {tab === 'rows' && <SampleRows preview={preview} />}
        {tab === 'columns' && (
          <ImportColumns preview={preview} options={options} disabled={disabled} onChange={onChange} />
        )}
        {tab === 'lines' && <SourceLines preview={preview} />}
        {tab === 'problems' &&
          (problems.length === 0 ? (
            <EmptyState icon="check" title={t('problems.none')} />
          ) : (
            <ProblemList problems={problems} />
          ))}
      </Tabs>
    </div>
  )
}

const sampleRow = (columns: readonly Column[], cells: readonly (string | null)[]): GridRow =>
  Object.fromEntries(columns.map(({ name }, index) => [name, cells[index] ?? null]))

/** The first records as they would load; not sorted or filtered, because they are not all. */
function SampleRows({ preview }: { readonly preview: SourcePreview }) {
  const { state } = useSession()
  const { t } = useLanguage()
  const shapes = useMemo(
    () => preview.columns.map((column) => ({ ...gridColumn(column, t), filterable: false, sortable: false })),
    [preview, t],
  )
  const explain = useMemo(() => explainFor(preview.columns, t), [preview, t])
  const fetchPage = useMemo(() => {
    const rows = preview.sample.map((cells) => sampleRow(preview.columns, cells))
    return ({ offset, limit }: GridRequest): Promise<GridPage> =>
      Promise.resolve({ rows: rows.slice(offset, offset + limit), total: rows.length })
  }, [preview])
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
