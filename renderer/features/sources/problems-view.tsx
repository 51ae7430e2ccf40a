import { useMemo, useState } from 'react'
import type { Column, DataSet } from '../../../analyses/model/data-set'
import type { Fault } from '../../../analyses/model/fault'
import { DataGrid } from '../../components/data-grid'
import { EmptyState, FaultNote } from '../../components/states'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'
import { explainFor, gridColumn, pagesOf } from './grid-source'
import { ProblemList } from './problem-list'

export function ProblemsView({ dataSet }: { readonly dataSet: DataSet }) {
  const { t, formats } = useLanguage()
  const { problems, rows, rejects } = dataSet.receipt
  if (problems.length === 0 && rows.rejected === 0)
    return (
      <EmptyState icon="check" title={t('problems.none')}>
        {t('problems.noneText')}
      </EmptyState>
    )
  return (
    <div className="problems">
      {problems.length > 0 && <ProblemList problems={problems} />}
      {rejects !== null && rows.rejected > 0 && (
        <section className="problems-rejects" aria-labelledby="rejects">
          <h2 id="rejects">
            {t('problems.rejected', { count: rows.rejected, formatted: formats.integer(rows.rejected) })}
          </h2>
          <Rejects name={dataSet.name} />
        </section>
      )}
    </div>
  )
}

function Rejects({ name }: { readonly name: string }) {
  const { state } = useSession()
  const { t, locale, rejectReason } = useLanguage()
  const [fault, setFault] = useState<Fault | null>(null)
  const columns = useMemo<readonly Column[]>(() => {
    const common = { unit: null, missing: 0, distinct: 0 }
    return [
      { ...common, name: 'line', label: t('rejects.line'), type: 'integer', role: 'identifier' },
      { ...common, name: 'reason', label: t('rejects.reason'), type: 'text', role: 'status' },
      { ...common, name: 'raw', label: t('rejects.raw'), type: 'text', role: 'text' },
    ]
  }, [t])
  const shapes = useMemo(
    () =>
      columns.map((column) => ({
        ...gridColumn(column, t),
        // The table holds codes, the reader sees words: a filter on the words would find nothing.
        ...(column.name === 'reason' ? { filterable: false, word: rejectReason } : {}),
      })),
    [columns, t, rejectReason],
  )
  const explain = useMemo(() => explainFor([], t), [t])
  const fetchPage = useMemo(() => pagesOf({ kind: 'rejects', name }, locale, setFault), [name, locale])
  if (fault) return <FaultNote fault={fault} />
  return (
    <DataGrid
      label={t('rejects.label', { name })}
      columns={shapes}
      fetchPage={fetchPage}
      explain={explain}
      rowHeight={state.settings.density === 'compact' ? 28 : 34}
      empty={t('problems.none')}
    />
  )
}
