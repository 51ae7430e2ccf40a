import { quoteName } from '../../../analyses/model/database'
import type { ViewColumn } from '../tables/source-table'
import type { EurostatHeader } from './header'
import { CELL_COLUMN } from './long-rows'

const FLAGS = 'abcdefghijklmnopqrstuvwxyzCNP@ '

/** SQL of the part before the flags, and of the flags without blanks. */
const value = `rtrim(${CELL_COLUMN}, '${FLAGS}')`
const flags = `replace(replace(substr(${CELL_COLUMN}, length(${value}) + 1), ' ', ''), '@', '')`

const conf = `case when contains(${flags}, 'c') or contains(${flags}, 'C') then 'C'
    when contains(${flags}, 'N') then 'N' when contains(${flags}, 'P') then 'P' end`

/**
 * Columns of the view over the raw long table, as SQL in the order they stand. Status letters of files from before
 * 27 January 2025 get their new ones: s (Eurostat estimate) became i, z (not applicable) became m, c (confidential)
 * moved to the confidentiality status as C. Source: the Eurostat data browser's notes on status and confidentiality flags.
 */
export const eurostatColumns = ({ dimensions, labels }: EurostatHeader): readonly ViewColumn[] => [
  ...dimensions.map(
    (name, i): ViewColumn => ({
      name,
      label: labels[i] ?? name,
      sql: quoteName(name),
      type: 'text',
      role: null,
    }),
  ),
  { name: 'time_period', label: 'TIME_PERIOD', sql: 'time_period', type: 'text', role: 'period' },
  {
    name: 'obs_value',
    label: 'OBS_VALUE',
    sql: `try_cast(${value} as double)`,
    type: 'number',
    role: 'measure',
  },
  {
    name: 'obs_status',
    label: 'OBS_STATUS',
    sql: `nullif(translate(${flags}, 'szcCNP', 'im'), '')`,
    type: 'text',
    role: 'status',
  },
  { name: 'conf_status', label: 'CONF_STATUS', sql: conf, type: 'text', role: 'status' },
]
