import type { MadeColumn } from './made-columns'

/** Which member of the family a header belongs to. */
export type SdmxVersion = '1.0' | '2.0' | 'Data Explorer'

export interface SdmxHeader {
  readonly version: SdmxVersion
  /** Field with the action of each record (2.0); -1: none. */
  readonly action: number
  readonly columns: readonly MadeColumn[]
}

/** A component's id with its name when labels are asked for: `geo: Geopolitical entity`. */
const BOTH = /^([\w-]+)\s*:\s+(.*)$/u
const ID = /^[A-Za-z_][\w$@-]*$/

/**
 * What the header of an SDMX-CSV says; null when it is none. Version 1.0 begins with DATAFLOW, 2.0 with STRUCTURE and
 * STRUCTURE_ID (SDMX technical notes, "SDMX-CSV field guide"); Eurostat's older Data Explorer wrote TIME, GEO, Value.
 */
export function parseSdmxHeader(cells: readonly string[]): SdmxHeader | null {
  const ids = cells.map(idOf)
  const upper = ids.map((id) => id.toUpperCase())
  const version = versionOf(upper)
  if (version === null) return null
  const named = upper.includes('STRUCTURE_NAME') || upper.includes('DATAFLOW_NAME')
  const columns = cells.flatMap((cell, field) => columnsOf(cell, field, ids, version, named))
  return { version, action: version === '2.0' ? upper.indexOf('ACTION') : -1, columns: unique(columns) }
}

const idOf = (cell: string): string => {
  const text = cell.replace(/^\uFEFF/, '').trim()
  return BOTH.exec(text)?.[1] ?? text
}

function versionOf(upper: readonly string[]): SdmxVersion | null {
  const [first, second] = upper
  const isSeries = upper.includes('OBS_VALUE') || upper.includes('TIME_PERIOD')
  if (first === 'DATAFLOW' && isSeries) return '1.0'
  if (first === 'STRUCTURE' && second === 'STRUCTURE_ID') return '2.0'
  const isOld = first === 'TIME' && upper.includes('GEO') && upper.slice(-3).includes('VALUE')
  return isOld ? 'Data Explorer' : null
}

/** Names our users' SQL relies on; the Data Explorer had its own. */
const FIXED: Readonly<Record<string, Pick<MadeColumn, 'name' | 'declared'>>> = {
  DATAFLOW: { name: 'dataflow', declared: { type: 'text', role: 'category' } },
  STRUCTURE: { name: 'structure', declared: { type: 'text', role: 'category' } },
  STRUCTURE_ID: { name: 'structure_id', declared: { type: 'text', role: 'category' } },
  STRUCTURE_NAME: { name: 'structure_name', declared: { type: 'text', role: 'text' } },
  ACTION: { name: 'action', declared: { type: 'text', role: 'category' } },
  // dd/mm/yy without a zone: kept as it stands.
  'LAST UPDATE': { name: 'last_update', declared: { type: 'text', role: 'text' } },
  TIME_PERIOD: { name: 'time_period', declared: { type: 'text', role: 'period' } },
  OBS_VALUE: { name: 'obs_value', declared: { type: 'number', role: 'measure' } },
  OBS_FLAG: { name: 'obs_status', declared: { type: 'text', role: 'status' } },
  OBS_STATUS: { name: 'obs_status', declared: { type: 'text', role: 'status' } },
  CONF_STATUS: { name: 'conf_status', declared: { type: 'text', role: 'status' } },
}

const FIXED_OLD: typeof FIXED = {
  TIME: { name: 'time_period', declared: { type: 'text', role: 'period' } },
  VALUE: { name: 'obs_value', declared: { type: 'number', role: 'measure' } },
  'FLAG AND FOOTNOTES': { name: 'obs_status', declared: { type: 'text', role: 'status' } },
}

function columnsOf(
  cell: string,
  field: number,
  ids: readonly string[],
  version: SdmxVersion,
  named: boolean,
): readonly MadeColumn[] {
  const label = cell.replace(/^\uFEFF/, '').trim()
  const id = ids[field] ?? ''
  const fixed = (version === 'Data Explorer' ? FIXED_OLD : FIXED)[id.toUpperCase()]
  const name = fixed?.name ?? id.toLowerCase()
  const before = field > 0 ? ids[field - 1] : undefined
  // With names asked for, every component is followed by a column with its names in words.
  if (named && fixed === undefined && before !== undefined && isNameOf(label, before)) {
    const of = FIXED[before.toUpperCase()]?.name ?? before.toLowerCase()
    return [{ label, name: `${of}_label`, declared: { type: 'text', role: 'text' }, field }]
  }
  if (version === 'Data Explorer' && label.endsWith('_LABEL')) {
    return [{ label, name, declared: { type: 'text', role: 'text' }, field }]
  }
  const isPair = BOTH.test(label) && fixed?.declared?.type !== 'number'
  const declared = fixed?.declared ?? (ID.test(id) ? { type: 'text' as const } : {})
  if (!isPair) return [{ label, name, declared, field }]
  return [
    { label, name, declared, field, take: codeIn },
    {
      label: `${label} (label)`,
      name: `${name}_label`,
      declared: { type: 'text', role: 'text' },
      field,
      take: labelIn,
    },
  ]
}

/** A name in words after an id; two ids in a row are two components. */
const isNameOf = (label: string, before: string): boolean =>
  ID.test(before) &&
  !/_NAME$/i.test(label) &&
  (!ID.test(label) || (/^[A-Z][a-z]+$/.test(label) && before !== label))

/** `CZ: Czechia` is the code CZ. */
export const codeIn = (cell: string): string | null => {
  const at = cell.indexOf(': ')
  const code = (at < 0 ? cell.replace(/:$/, '') : cell.slice(0, at)).trim()
  return code === '' ? null : code
}

export const labelIn = (cell: string): string | null => {
  const at = cell.indexOf(': ')
  return at < 0 ? null : cell.slice(at + 2).trim() || null
}

/** A second column of one name keeps it and gets a number. */
function unique(columns: readonly MadeColumn[]): readonly MadeColumn[] {
  const taken = new Set<string>()
  return columns.map((column) => {
    const name = column.name ?? column.label
    const id = taken.has(name) ? column.label.toLowerCase() : name
    taken.add(id)
    return { ...column, name: id }
  })
}
