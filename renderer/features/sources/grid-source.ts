import type { Column } from '../../../analyses/model/data-set'
import type { Fault } from '../../../analyses/model/fault'
import type { Locale } from '../../../analyses/model/locale'
import type { TableSource } from '../../../preload/contract/methods'
import { readPage } from '../../client/arrow-page'
import { call } from '../../client/call'
import type { GridColumn, GridRow } from '../../components/cell-text'
import type { GridPage, GridRequest } from '../../components/data-grid'
import type { ExplainAbsence } from '../../components/grid-columns'
import { isMessageKey, type Translate } from '../../i18n'

const kinds: Readonly<Record<Column['type'], GridColumn['kind']>> = {
  text: 'text',
  code: 'text',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  timestamp: 'date',
}

/** Only quantities are written with separators of thousands: 2023 is a year, 500011 a code. */
const isQuantity = (column: Column): boolean => column.role === 'measure'

export function gridColumn(column: Column, t: Translate): GridColumn {
  const unit = column.unit === null ? '' : ` (${column.unit})`
  return {
    name: column.name,
    label: `${column.label === '' ? column.name : column.label}${unit}`,
    kind: kinds[column.type],
    grouping: isQuantity(column),
    description: `${column.name} · ${t(`type.${column.type}`)} · ${t(`role.${column.role}`)}`,
    icon: column.role,
  }
}

/** Pages of one table; the fault of a failed page goes to `onFault`. */
export const pagesOf =
  (source: TableSource, locale: Locale, onFault: (fault: Fault) => void) =>
  async (request: GridRequest, signal: AbortSignal): Promise<GridPage | null> => {
    const outcome = await call(
      'table.page',
      {
        source,
        offset: request.offset,
        limit: request.limit,
        sort: [...request.sort],
        filter: [...request.filter],
        locale,
      },
      { signal },
    )
    if (outcome.ok) return { rows: readPage(outcome.value.ipc).rows, total: outcome.value.total }
    if (!signal.aborted) onFault(outcome.fault)
    return null
  }

/** Eurostat's marks are told apart by what they mean, not by their letter alone. */
function statusWord(value: unknown, t: Translate): string | null {
  if (typeof value !== 'string' || value === '') return null
  const key = `status.${value}`
  return isMessageKey(key) ? t(key) : value
}

/** Why a value of a data set is absent: its status column says it, else the source left it empty. */
export function explainFor(columns: readonly Column[], t: Translate): ExplainAbsence {
  const marks = columns.filter(({ role }) => role === 'status').map(({ name }) => name)
  return (row: GridRow, column: GridColumn) => {
    if (marks.includes(column.name)) return { sign: '–', reason: t('cell.noStatus') }
    const confidential = marks.some(
      (name) => /^c/i.test(String(row[name] ?? '')) || row[name] === 'suppressed',
    )
    const words = marks.flatMap((name) => statusWord(row[name], t) ?? [])
    return {
      sign: confidential ? '•' : '–',
      reason: words.length > 0 ? t('cell.missingStatus', { status: words.join(', ') }) : t('cell.missing'),
    }
  }
}
