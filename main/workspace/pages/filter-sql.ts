import type { SqlParameters } from '../../../analyses/model/database'
import { quoteName } from '../../../analyses/model/database'
import { unreachable } from '../../../analyses/model/result'

export type ColumnKind = 'text' | 'number' | 'moment' | 'boolean'

export interface Filter {
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
  readonly value?: string | undefined
  readonly to?: string | undefined
}

export interface Condition {
  readonly sql: string
  readonly parameters: SqlParameters
}

/**
 * A grid filter as SQL with its values as parameters. Text is compared without case and diacritics, because
 * that is how people look for a municipality; numbers as numbers; dates as ISO text, which orders like time.
 */
export function filterSql(filter: Filter, kind: ColumnKind, index: number): Condition {
  const name = quoteName(filter.column)
  const [value, to] = [`f${index}`, `f${index}_to`]
  const given: SqlParameters = { [value]: filter.value ?? '' }
  const left = kind === 'number' ? name : `strip_accents(lower(cast(${name} as varchar)))`
  const right = (parameter: string) =>
    kind === 'number'
      ? `try_cast(replace($${parameter}, ',', '.') as double)`
      : `strip_accents(lower($${parameter}))`
  const text = `strip_accents(lower(cast(${name} as varchar)))`
  const needle = `strip_accents(lower($${value}))`
  switch (filter.operator) {
    case 'contains':
      return { sql: `contains(${text}, ${needle})`, parameters: given }
    case 'starts-with':
      return { sql: `starts_with(${text}, ${needle})`, parameters: given }
    case 'equals':
      return { sql: `${left} = ${right(value)}`, parameters: given }
    case 'not-equals':
      return { sql: `${left} is distinct from ${right(value)}`, parameters: given }
    case 'less':
      return { sql: `${left} < ${right(value)}`, parameters: given }
    case 'greater':
      return { sql: `${left} > ${right(value)}`, parameters: given }
    case 'between':
      return {
        sql: `${left} between ${right(value)} and ${right(to)}`,
        parameters: { ...given, [to]: filter.to ?? '' },
      }
    case 'blank':
      return { sql: `(${name} is null or cast(${name} as varchar) = '')`, parameters: {} }
    case 'not-blank':
      return { sql: `(${name} is not null and cast(${name} as varchar) <> '')`, parameters: {} }
    default:
      return unreachable(filter.operator)
  }
}
