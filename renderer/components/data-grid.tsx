import type { GridApi, IDatasource } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLanguage } from '../i18n'
import { Button } from './button'
import type { GridColumn, GridRow } from './cell-text'
import { type ExplainAbsence, gridColumns } from './grid-columns'
import { type GridFilter, type GridSort, readFilter, readSort } from './grid-filter'
import { gridTheme, gridWords, styleNonce } from './grid-setup'
import { EmptyState, Skeleton } from './states'

export interface GridRequest {
  readonly offset: number
  readonly limit: number
  readonly sort: readonly GridSort[]
  readonly filter: readonly GridFilter[]
}
export interface GridPage {
  readonly rows: readonly GridRow[]
  /** Rows that pass the filter. */
  readonly total: number
}

interface DataGridProps {
  /** Name for screen readers: what the rows are. */
  readonly label: string
  readonly columns: readonly GridColumn[]
  /** Rows of one page; `null` when it failed and the owner shows why. Must keep its identity while the source is the same. */
  readonly fetchPage: (request: GridRequest, signal: AbortSignal) => Promise<GridPage | null>
  readonly explain: ExplainAbsence
  readonly rowHeight: number
  readonly empty: string
  readonly onTotal?: (total: number) => void
  readonly onFocusRow?: (row: GridRow, index: number) => void
}

/** Rows of one request: small enough to arrive within a frame or two, large enough to scroll through. */
const pageSize = 300

/** The first page comes before the grid: its values decide widths and decimals, its absence the empty state. */
function useFirstPage(fetchPage: DataGridProps['fetchPage']): GridPage | null {
  const [page, setPage] = useState<GridPage | null>(null)
  useEffect(() => {
    const controller = new AbortController()
    setPage(null)
    void fetchPage({ offset: 0, limit: pageSize, sort: [], filter: [] }, controller.signal).then((first) => {
      if (!controller.signal.aborted && first) setPage(first)
    })
    return () => controller.abort()
  }, [fetchPage])
  return page
}

function makeDatasource(
  first: GridPage,
  fetchPage: DataGridProps['fetchPage'],
  onTotal: (total: number, filtered: boolean) => void,
): IDatasource & { readonly stop: () => void } {
  const controller = new AbortController()
  let known: GridPage | null = first
  return {
    stop: () => controller.abort(),
    getRows: ({ startRow, endRow, sortModel, filterModel, successCallback, failCallback }) => {
      const sort = readSort(sortModel)
      const filter = readFilter(filterModel)
      const plain = sort.length === 0 && filter.length === 0
      const answer =
        startRow === 0 && plain && known
          ? Promise.resolve(known)
          : fetchPage({ offset: startRow, limit: endRow - startRow, sort, filter }, controller.signal)
      known = null
      void answer.then((page) => {
        if (controller.signal.aborted || !page) return failCallback()
        onTotal(page.total, filter.length > 0)
        successCallback([...page.rows], page.total)
      })
    },
  }
}

/** A table of any length: pages are fetched as they scroll into view, sorted and filtered where the data are. */
export function DataGrid(props: DataGridProps) {
  const { t } = useLanguage()
  const first = useFirstPage(props.fetchPage)
  if (!first) return <Skeleton lines={10} />
  if (first.total === 0)
    return (
      <EmptyState icon="data" title={t('grid.empty')}>
        {props.empty}
      </EmptyState>
    )
  return <LoadedGrid {...props} first={first} />
}

function LoadedGrid(props: DataGridProps & { readonly first: GridPage }) {
  const { columns, fetchPage, explain, first, label, rowHeight, onTotal, onFocusRow } = props
  const { locale, t, formats } = useLanguage()
  const api = useRef<GridApi<GridRow> | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState({ total: first.total, filtered: false })
  const report = useCallback(
    (total: number, filtered: boolean) => {
      setShown({ total, filtered })
      onTotal?.(total)
    },
    [onTotal],
  )
  const datasource = useMemo(() => makeDatasource(first, fetchPage, report), [first, fetchPage, report])
  useEffect(() => () => datasource.stop(), [datasource])
  const definitions = useMemo(
    () => gridColumns(columns, t('grid.rowNumber'), { locale, explain, first: first.rows }),
    [columns, explain, first, locale, t],
  )
  const words = useMemo(() => gridWords(t), [t])
  const nothing = shown.filtered && shown.total === 0
  return (
    <div className="grid-frame" ref={box}>
      {shown.filtered && (
        <div className="grid-filtered" role="status">
          <span>{t('grid.filtered', { count: shown.total, formatted: formats.integer(shown.total) })}</span>
          <Button kind="quiet" icon="close" onClick={() => api.current?.setFilterModel(null)}>
            {t('grid.clearFilter')}
          </Button>
        </div>
      )}
      {nothing && <EmptyState icon="search" title={t('grid.nothingPasses')} />}
      {/* A grid without rows has no rows to own, which assistive technology counts as broken: it steps aside. */}
      <div className="grid-box" hidden={nothing}>
        <AgGridReact<GridRow>
          key={locale}
          theme={gridTheme}
          styleNonce={styleNonce()}
          rowModelType="infinite"
          datasource={datasource}
          cacheBlockSize={pageSize}
          maxBlocksInCache={20}
          maxConcurrentDatasourceRequests={2}
          blockLoadDebounceMillis={40}
          rowBuffer={12}
          rowHeight={rowHeight}
          headerHeight={rowHeight + 6}
          columnDefs={definitions}
          defaultColDef={{ sortable: true, resizable: true, suppressHeaderMenuButton: true }}
          localeText={words}
          ensureDomOrder
          enableCellTextSelection
          suppressDragLeaveHidesColumns
          animateRows={false}
          tooltipShowDelay={400}
          // Arrows move inside the grid, Tab leaves it: a table of a million rows must not trap the keyboard.
          tabToNextCell={() => false}
          tabToNextHeader={() => false}
          onGridReady={(event) => {
            api.current = event.api
            box.current?.querySelector('[role="grid"], [role="treegrid"]')?.setAttribute('aria-label', label)
          }}
          onCellFocused={({ rowIndex }) => {
            if (rowIndex === null) return
            const row = api.current?.getDisplayedRowAtIndex(rowIndex)?.data
            if (row) onFocusRow?.(row, rowIndex)
          }}
        />
      </div>
    </div>
  )
}
