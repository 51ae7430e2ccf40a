import { useMemo, useState } from 'react'
import type { Fault } from '../../../analyses/model/fault'
import type { TableBlock } from '../../../analyses/model/report-document'
import { Button } from '../../components/button'
import type { GridColumn } from '../../components/cell-text'
import { DataGrid } from '../../components/data-grid'
import type { ExplainAbsence } from '../../components/grid-columns'
import { FaultNote } from '../../components/states'
import { isMessageKey, useLanguage } from '../../i18n'
import { useSession } from '../session/session'
import { pagesOf } from '../sources/grid-source'
import { SmallTable } from './small-table'

interface TableBlockViewProps {
  readonly block: TableBlock
  readonly run: string | null
}

/** A short table as it stands in the report; a long one is offered whole, sortable, straight from the run. */
export function TableBlockView({ block, run }: TableBlockViewProps) {
  const { t, formats } = useLanguage()
  const [whole, setWhole] = useState(false)
  const long = block.total > block.rows.length || block.rows.length > 12
  return (
    <div className="stack-small">
      {whole && run !== null ? (
        <>
          <h3>{block.caption}</h3>
          <WholeTable block={block} run={run} />
        </>
      ) : (
        <SmallTable block={block} />
      )}
      {long && run !== null && (
        <div>
          <Button icon="data" onClick={() => setWhole(!whole)} aria-pressed={whole}>
            {whole
              ? t('result.shortTable')
              : t('result.wholeTable', { count: block.total, formatted: formats.integer(block.total) })}
          </Button>
        </div>
      )}
    </div>
  )
}

const gridColumn = (column: TableBlock['columns'][number]): GridColumn => ({
  name: column.name,
  label: column.unit === '' ? column.label : `${column.label} (${column.unit})`,
  kind: column.numeric ? 'number' : 'text',
  grouping: column.numeric,
  description: column.name,
  icon: null,
})

function WholeTable({ block, run }: { readonly block: TableBlock; readonly run: string }) {
  const { state } = useSession()
  const { t, locale } = useLanguage()
  const [fault, setFault] = useState<Fault | null>(null)
  const columns = useMemo(() => block.columns.map(gridColumn), [block])
  const explain = useMemo<ExplainAbsence>(
    () => (row) => {
      const status = String(row['status'] ?? '')
      const key = `absence.${status}`
      return {
        sign: status === 'suppressed' ? '•' : '–',
        reason: isMessageKey(key) ? t(key) : t('cell.missing'),
      }
    },
    [t],
  )
  const fetchPage = useMemo(
    () => pagesOf({ kind: 'run', run, table: block.id }, locale, setFault),
    [run, block.id, locale],
  )
  if (fault) return <FaultNote fault={fault} />
  return (
    <div className="grid-window">
      <DataGrid
        label={block.caption}
        columns={columns}
        fetchPage={fetchPage}
        explain={explain}
        rowHeight={state.settings.density === 'compact' ? 28 : 34}
        empty={t('data.noRows')}
      />
    </div>
  )
}
