import { useCallback, useMemo, useState } from 'react'
import type { Column, DataSet } from '../../../analyses/model/data-set'
import type { Fault } from '../../../analyses/model/fault'
import { useLongCall } from '../../client/use-long-call'
import { Button } from '../../components/button'
import type { GridRow } from '../../components/cell-text'
import { DataGrid } from '../../components/data-grid'
import { Badge, Panel, Screen } from '../../components/screen'
import { FaultNote } from '../../components/states'
import { Tabs } from '../../components/tabs'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'
import { ChangeType } from './change-type'
import { ColumnDictionary } from './column-dictionary'
import { explainFor, gridColumn, pagesOf } from './grid-source'
import { ProblemsView } from './problems-view'
import { QualityTab } from './quality-tab'
import { ReceiptView } from './receipt-view'
import { RemoveDataSet } from './remove-data-set'
import { RowDetails } from './row-details'
import { SaveRecipe } from './save-recipe'
import { SourceCardTab } from './source-card-tab'

const rowHeights = { compact: 28, comfortable: 34 } as const

export function DataSetView({ dataSet }: { readonly dataSet: DataSet }) {
  const { state, dispatch } = useSession()
  const { t, formats } = useLanguage()
  const [tab, setTab] = useState('table')
  const [row, setRow] = useState<{ row: GridRow; index: number } | null>(null)
  const [dialog, setDialog] = useState<'remove' | 'recipe' | null>(null)
  const [retyped, setRetyped] = useState<Column | null>(null)
  // Looked at when somebody wants to see it, and kept while the tabs change.
  const [wanted, setWanted] = useState(false)
  const profile = useLongCall('dataSet.profile', wanted ? { name: dataSet.name } : null, state.revision)
  const readOnly = state.project?.readOnly ?? true
  const choose = (id: string) => {
    setTab(id)
    if (id === 'quality') setWanted(true)
  }
  const showRow = useCallback((one: GridRow, index: number) => setRow({ row: one, index }), [])
  const { receipt } = dataSet
  const problems = receipt.problems.length
  const rows = t('data.rows', { count: dataSet.rows, formatted: formats.integer(dataSet.rows) })
  const columns = t('data.columns', { count: receipt.columns.length })
  return (
    <Screen
      fill
      title={dataSet.name}
      subtitle={
        <span className="row">
          {`${rows} · ${columns} · ${t('data.importedAt', { when: formats.dateTime(dataSet.importedAt) })}`}
          {dataSet.synthetic && <Badge tone="attention">{t('data.syntheticLong')}</Badge>}
        </span>
      }
      actions={
        <>
          <Button icon="trash" kind="quiet" disabled={readOnly} onClick={() => setDialog('remove')}>
            {t('data.remove')}
          </Button>
          <Button icon="recipe" disabled={receipt.made !== undefined} onClick={() => setDialog('recipe')}>
            {t('recipe.save')}
          </Button>
          <Button
            icon="analyses"
            onClick={() =>
              dispatch({ kind: 'go', route: { screen: 'analyses', pack: null, dataSet: dataSet.name } })
            }
          >
            {t('data.analyse')}
          </Button>
        </>
      }
      panel={
        row && tab === 'table' ? (
          <Panel title={t('row.title', { number: row.index + 1 })} onClose={() => setRow(null)}>
            <RowDetails row={row.row} columns={receipt.columns} />
          </Panel>
        ) : undefined
      }
    >
      <Tabs
        label={dataSet.name}
        active={tab}
        onChange={choose}
        tabs={[
          { id: 'table', label: t('data.tabTable') },
          { id: 'columns', label: t('data.tabColumns') },
          { id: 'quality', label: t('data.tabQuality') },
          { id: 'card', label: t('card.tab') },
          { id: 'receipt', label: t('data.tabReceipt') },
          {
            id: 'problems',
            label: t('data.tabProblems'),
            badge: problems > 0 ? String(problems) : undefined,
          },
        ]}
      >
        {tab === 'table' && <TableTab dataSet={dataSet} onRow={showRow} />}
        {tab === 'columns' && (
          <ColumnDictionary
            columns={receipt.columns}
            readAs={receipt.readAs}
            rows={dataSet.rows}
            onChangeType={readOnly || receipt.made ? undefined : setRetyped}
          />
        )}
        {tab === 'quality' && <QualityTab name={dataSet.name} reading={profile} />}
        {tab === 'card' && <SourceCardTab dataSet={dataSet} />}
        {tab === 'receipt' && <ReceiptView dataSet={dataSet} />}
        {tab === 'problems' && <ProblemsView dataSet={dataSet} />}
      </Tabs>
      {dialog === 'remove' && <RemoveDataSet name={dataSet.name} onClose={() => setDialog(null)} />}
      {dialog === 'recipe' && <SaveRecipe dataSet={dataSet} onClose={() => setDialog(null)} />}
      {retyped && <ChangeType dataSet={dataSet} column={retyped} onClose={() => setRetyped(null)} />}
    </Screen>
  )
}

interface TableTabProps {
  readonly dataSet: DataSet
  readonly onRow: (row: GridRow, index: number) => void
}

function TableTab({ dataSet, onRow }: TableTabProps) {
  const { state } = useSession()
  const { t, locale } = useLanguage()
  const [fault, setFault] = useState<Fault | null>(null)
  const [attempt, setAttempt] = useState(0)
  const { columns } = dataSet.receipt
  const gridColumnList = useMemo(() => columns.map((column) => gridColumn(column, t)), [columns, t])
  const explain = useMemo(() => explainFor(columns, t), [columns, t])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is another reading
  const fetchPage = useMemo(
    () => pagesOf({ kind: 'dataSet', name: dataSet.name }, locale, setFault),
    [dataSet.name, locale, attempt, columns],
  )
  if (fault)
    return (
      <FaultNote
        fault={fault}
        actions={
          <Button
            onClick={() => {
              setFault(null)
              setAttempt(attempt + 1)
            }}
          >
            {t('word.tryAgain')}
          </Button>
        }
      />
    )
  return (
    <DataGrid
      label={dataSet.name}
      columns={gridColumnList}
      fetchPage={fetchPage}
      explain={explain}
      rowHeight={rowHeights[state.settings.density]}
      empty={t('data.noRows')}
      onFocusRow={onRow}
    />
  )
}
