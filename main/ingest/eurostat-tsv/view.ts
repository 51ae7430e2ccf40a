import { quoteName } from '../../../analyses/model/database'
import { CELL_COLUMN } from './long-rows'

const FLAGS = 'abcdefghijklmnopqrstuvwxyzCNP@ '

/** SQL of the part before the flags, and of the flags without blanks. */
const value = `rtrim(${CELL_COLUMN}, '${FLAGS}')`
const flags = `replace(replace(substr(${CELL_COLUMN}, length(${value}) + 1), ' ', ''), '@', '')`

/**
 * Columns of the view over the raw long table, as SQL in the order they stand. Status letters of files from before
 * 27 January 2025 get their new ones: s (Eurostat estimate) became i, z (not applicable) became m, c (confidential)
 * moved to the confidentiality status as C. Source: FORMATS.md section 1.
 */
export function eurostatColumns(
  dimensions: readonly string[],
): readonly (readonly [name: string, sql: string])[] {
  const conf = `case when contains(${flags}, 'c') or contains(${flags}, 'C') then 'C'
    when contains(${flags}, 'N') then 'N' when contains(${flags}, 'P') then 'P' end`
  return [
    ...dimensions.map((name) => [name, quoteName(name)] as const),
    ['time_period', 'time_period'],
    ['obs_value', `try_cast(${value} as double)`],
    ['obs_status', `nullif(translate(${flags}, 'szcCNP', 'im'), '')`],
    ['conf_status', conf],
  ]
}
