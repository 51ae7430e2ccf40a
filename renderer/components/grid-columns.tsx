import type { ColDef, ICellRendererParams } from 'ag-grid-community'
import type { Locale } from '../../analyses/model/locale'
import {
  cellText,
  columnDecimals,
  columnWidth,
  type GridCell,
  type GridColumn,
  type GridRow,
} from './cell-text'
import { Icon, isIconName } from './icon'

/** How an absent value is drawn and why it is absent. */
export interface Absence {
  readonly sign: '–' | '•'
  readonly reason: string
}
export type ExplainAbsence = (row: GridRow, column: GridColumn) => Absence

const textOperators = ['contains', 'equals', 'notEqual', 'startsWith', 'blank', 'notBlank']
const numberOperators = ['equals', 'notEqual', 'lessThan', 'greaterThan', 'inRange', 'blank', 'notBlank']

const filterOf = (column: GridColumn): Pick<ColDef<GridRow>, 'filter' | 'filterParams'> => {
  if (column.filterable === false) return { filter: false }
  const common = { maxNumConditions: 1, buttons: ['apply', 'reset'], closeOnApply: true }
  switch (column.kind) {
    case 'number':
      return { filter: 'agNumberColumnFilter', filterParams: { ...common, filterOptions: numberOperators } }
    case 'date':
      return {
        filter: 'agDateColumnFilter',
        filterParams: { ...common, filterOptions: numberOperators, inRangeInclusive: true },
      }
    case 'text':
    case 'boolean':
      return { filter: 'agTextColumnFilter', filterParams: { ...common, filterOptions: textOperators } }
  }
}

/** The word of the header with the mark of its role before it. */
function HeaderLabel({ displayName, icon }: { readonly displayName: string; readonly icon: string | null }) {
  return (
    <span className="grid-header">
      {icon !== null && isIconName(icon) && <Icon name={icon} size={14} />}
      <span className="clip">{displayName}</span>
    </span>
  )
}

/** Built by hand and not by React: it is drawn for every absent cell while scrolling. */
const absentCell = (absence: Absence): HTMLElement => {
  const cell = document.createElement('span')
  cell.className = 'absent'
  cell.title = absence.reason
  const sign = document.createElement('span')
  sign.ariaHidden = 'true'
  sign.textContent = absence.sign
  const reason = document.createElement('span')
  reason.className = 'visually-hidden'
  reason.textContent = absence.reason
  cell.append(sign, reason)
  return cell
}

class AbsentCell {
  private element: HTMLElement = document.createElement('span')
  init(parameters: ICellRendererParams<GridRow> & { absence: Absence }) {
    this.element = absentCell(parameters.absence)
  }
  getGui() {
    return this.element
  }
  refresh() {
    return false
  }
}

interface ColumnContext {
  readonly locale: Locale
  readonly explain: ExplainAbsence
  readonly first: readonly GridRow[]
}

function dataColumn(column: GridColumn, { locale, explain, first }: ColumnContext): ColDef<GridRow> {
  const values: GridCell[] = first.map((row) => row[column.name] ?? null)
  const decimals = column.kind === 'number' && column.grouping ? columnDecimals(values) : null
  const text = (value: GridCell) => (value === null ? '–' : cellText(value, column, locale, decimals))
  return {
    colId: column.name,
    headerName: column.label,
    headerTooltip: column.description,
    headerComponentParams: {
      innerHeaderComponent: HeaderLabel,
      innerHeaderComponentParams: { icon: column.icon },
    },
    // Not `field`: a dot in a column's name would be read as a path.
    valueGetter: ({ data }) => data?.[column.name] ?? null,
    valueFormatter: ({ value, data }) => (data === undefined ? '' : text(value)),
    cellRendererSelector: ({ data, value }) =>
      data !== undefined && value === null
        ? { component: AbsentCell, params: { absence: explain(data, column) } }
        : undefined,
    width: columnWidth(column.label, values.slice(0, 50).map(text)),
    cellClass: column.kind === 'number' ? 'grid-number' : 'grid-text',
    headerClass: column.kind === 'number' ? 'grid-header-number' : '',
    cellDataType: false,
    sortable: column.sortable !== false,
    ...filterOf(column),
  }
}

export function gridColumns(
  columns: readonly GridColumn[],
  rowNumber: string,
  context: ColumnContext,
): ColDef<GridRow>[] {
  const number: ColDef<GridRow> = {
    colId: '#',
    headerName: rowNumber,
    valueGetter: ({ node }) => (node?.rowIndex ?? 0) + 1,
    valueFormatter: ({ value }) =>
      cellText(Number(value), { kind: 'number', grouping: true }, context.locale, 0),
    width: 84,
    pinned: 'left',
    sortable: false,
    filter: false,
    resizable: false,
    lockPosition: true,
    suppressMovable: true,
    cellClass: 'grid-number grid-row-number',
    headerClass: 'grid-header-number',
    cellDataType: false,
  }
  return [number, ...columns.map((column) => dataColumn(column, context))]
}
