/** Conditions and order of a grid as plain data; the owner of the grid passes them on to the database. */
export interface GridFilter {
  readonly column: string
  readonly operator:
    | 'contains'
    | 'equals'
    | 'not-equals'
    | 'starts-with'
    | 'less'
    | 'greater'
    | 'between'
    | 'blank'
    | 'not-blank'
  readonly value?: string
  readonly to?: string
}

export interface GridSort {
  readonly column: string
  readonly direction: 'ascending' | 'descending'
}

const operators: Readonly<Record<string, GridFilter['operator']>> = {
  contains: 'contains',
  equals: 'equals',
  notEqual: 'not-equals',
  startsWith: 'starts-with',
  lessThan: 'less',
  greaterThan: 'greater',
  inRange: 'between',
  blank: 'blank',
  notBlank: 'not-blank',
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const operand = (value: unknown): string | null =>
  typeof value === 'number' || typeof value === 'string' ? String(value) : null

/** A day without the midnight the grid's date filter adds to it. */
const day = (value: unknown): string | null => (typeof value === 'string' ? value.slice(0, 10) : null)

function oneFilter(column: string, model: unknown): GridFilter | null {
  if (!isRecord(model)) return null
  const operator = operators[String(model['type'])]
  if (!operator) return null
  if (operator === 'blank' || operator === 'not-blank') return { column, operator }
  const value = model['filterType'] === 'date' ? day(model['dateFrom']) : operand(model['filter'])
  if (value === null || value === '') return null
  if (operator !== 'between') return { column, operator, value }
  const to = model['filterType'] === 'date' ? day(model['dateTo']) : operand(model['filterTo'])
  return to === null ? null : { column, operator, value, to }
}

/** The grid's filter model; conditions that are not finished yet are left out. */
export function readFilter(model: unknown): GridFilter[] {
  if (!isRecord(model)) return []
  return Object.entries(model).flatMap(([column, one]) => oneFilter(column, one) ?? [])
}

export const readSort = (model: readonly { readonly colId: string; readonly sort: string }[]): GridSort[] =>
  model.map(({ colId, sort }) => ({ column: colId, direction: sort === 'desc' ? 'descending' : 'ascending' }))
