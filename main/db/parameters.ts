import type { SqlParameters, SqlValue } from '../../analyses/model/database'
import { sqlTokens } from './sql-tokens'

export interface BoundSql {
  readonly sql: string
  readonly values: readonly string[]
}

/**
 * Puts values in the place of `$name`. Texts are bound; numbers, booleans and NULL are written as
 * literals, because duckdb-wasm binds every number as a DOUBLE and so loses integers above 2^53.
 * A missing or an unused parameter is a bug of the caller and throws.
 */
export function bindParameters(sql: string, parameters: SqlParameters = {}): BoundSql {
  const values: string[] = []
  const places = new Map<string, string>()
  const bound = sqlTokens(sql).map(({ kind, text }) => {
    if (kind !== 'parameter') return text
    const name = text.slice(1)
    if (!text.startsWith('$') || !Object.hasOwn(parameters, name))
      throw new Error(`SQL asks for the parameter ${text}, which was not given`)
    const place = places.get(name) ?? literal(parameters[name] ?? null, values)
    places.set(name, place)
    return place
  })
  const unused = Object.keys(parameters).find((name) => !places.has(name))
  if (unused !== undefined) throw new Error(`SQL does not use the parameter $${unused}, which was given`)
  return { sql: bound.join(''), values }
}

function literal(value: SqlValue, values: string[]): string {
  switch (typeof value) {
    case 'string':
      return `$${values.push(value)}`
    case 'bigint':
      return `(${value})`
    case 'number':
      return numberLiteral(value)
    case 'boolean':
      return value ? 'TRUE' : 'FALSE'
    default:
      return 'NULL'
  }
}

function numberLiteral(value: number): string {
  if (Number.isSafeInteger(value) && !Object.is(value, -0)) return `(${value})`
  // Text is the one spelling that DuckDB reads back to the very same double, NaN and infinity included.
  return `CAST('${Object.is(value, -0) ? '-0' : value}' AS DOUBLE)`
}
